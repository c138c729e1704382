import type { Random } from "../support/random.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { damageLog } from "./damageLog.ts";
import { elementIds, makeMap, type RevokedLink, revokeNewLink, statusFor } from "./mapCalls.ts";
import { type KnownMap, Person } from "./Person.ts";
import { StoredCopy } from "./StoredCopy.ts";
import { pauseMs, waitFor } from "./waitFor.ts";

/** What was found, and what it took. */
export interface KillReport {
  readonly kills: number;
  /** Of these, while the server was starting. */
  readonly killsAtStart: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly mapsMade: number;
  readonly linksRevoked: number;
  /** Milliseconds from each kill until everybody had everything saved again. */
  readonly healMs: readonly number[];
}

const peoplePerMap = 2;
const mapsAtOnce = 2;
/** So many rounds, and the people go on to fresh maps. */
const roundsPerMap = 25;
const longestLoadMs = 700;
const longestDrawWaitMs = 8;
/** A server of an empty folder is ready after about half a second. */
const longestStartMs = 500;

/** Kills a server hard, again and again, while people draw, make maps and take links back; looks each time at what is left. */
export class KillRounds {
  readonly #random: Random;
  readonly #server: ServerProcess;
  #people: Person[] = [];
  #isWorking = false;
  #newcomers = 0;
  readonly #finished: { readonly map: KnownMap; readonly ids: readonly string[] }[] = [];
  readonly #made: KnownMap[] = [];
  readonly #revoked: RevokedLink[] = [];
  readonly #healMs: number[] = [];
  readonly #lost = new Set<string>();
  #killsAtStart = 0;
  #acknowledgedBefore = 0;

  readonly #damagesLog: boolean;

  private constructor(random: Random, server: ServerProcess, damagesLog: boolean) {
    this.#random = random;
    this.#damagesLog = damagesLog;
    this.#server = server;
  }

  /**
   * With `damagesLog` the end of the store's log is destroyed after each kill: what it held is gone from the disk, and has to come
   * back from the people.
   * @throws Error where the store does not open, or somebody does not get back into step.
   */
  static async run(
    random: Random,
    times: number,
    onRound: (report: KillReport) => void,
    damagesLog = false,
  ): Promise<KillReport> {
    const server = await ServerProcess.start({ environment: { LOG_LEVEL: "error" } });
    const rounds = new KillRounds(random, server, damagesLog);
    try {
      for (let round = 0; round < times; round++) {
        if (round % roundsPerMap === 0) await rounds.#moveOn();
        await rounds.#killOnce(damagesLog && round % roundsPerMap > 0);
        onRound(rounds.report());
      }
      await rounds.#moveOn();
      await rounds.#checkAll();
      return rounds.report();
    } finally {
      for (const person of rounds.#people) person.leave();
      await server.stop();
    }
  }

  report(): KillReport {
    const present = this.#people.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    return {
      kills: this.#healMs.length + this.#killsAtStart,
      killsAtStart: this.#killsAtStart,
      acknowledged: this.#acknowledgedBefore + present,
      lost: [...this.#lost],
      mapsMade: this.#made.length,
      linksRevoked: this.#revoked.length,
      healMs: this.#healMs,
    };
  }

  /** The people leave their maps, and draw on others from now on. */
  async #moveOn(): Promise<void> {
    for (const person of this.#people) {
      this.#acknowledgedBefore += person.acknowledged.length;
      this.#finished.push({ map: person.map, ids: person.acknowledged });
      person.leave();
    }
    this.#people = [];
    for (let count = 0; count < mapsAtOnce; count++) {
      const map = await makeMap(this.#server.address);
      this.#made.push(map);
      for (let person = 0; person < peoplePerMap; person++) {
        this.#newcomers += 1;
        this.#people.push(new Person(`person${this.#newcomers}`, map, this.#server.address));
      }
    }
    await this.#everybodySaved();
  }

  async #killOnce(damagesLog: boolean): Promise<void> {
    this.#isWorking = true;
    const work = [
      ...this.#people.map((person) => this.#draw(person)),
      this.#repeat(async () => void this.#made.push(await makeMap(this.#server.address))),
      this.#repeat(async () => void this.#revoked.push(await this.#revoke())),
    ];
    await pauseMs(this.#random.below(longestLoadMs));
    await this.#server.kill();
    const told = this.#people.map(({ map, acknowledged }) => ({ map, ids: acknowledged }));
    const killedAtMs = performance.now();
    this.#isWorking = false;
    if (damagesLog) damageLog(this.#server.dataDir, this.#random);
    else if (!this.#damagesLog) this.#checkCopy(told);
    await this.#restart();
    await Promise.all(work);
    await this.#everybodySaved();
    this.#healMs.push(performance.now() - killedAtMs);
    await this.#checkServer();
  }

  /** Sometimes the server is killed while it starts, before it is there. */
  async #restart(): Promise<void> {
    while (this.#random.chance(0.1)) {
      const start = this.#server.restart().catch(() => {});
      await pauseMs(this.#random.below(longestStartMs));
      await this.#server.kill();
      await start;
      this.#killsAtStart += 1;
    }
    await this.#server.restart();
  }

  async #draw(person: Person): Promise<void> {
    while (this.#isWorking) {
      person.draw();
      await pauseMs(this.#random.below(longestDrawWaitMs));
    }
  }

  /** What the kill interrupts has not been confirmed, and does not count. */
  async #repeat(call: () => Promise<void>): Promise<void> {
    while (this.#isWorking) {
      await call().catch(() => {});
      await pauseMs(this.#random.below(200));
    }
  }

  #revoke(): Promise<RevokedLink> {
    return revokeNewLink(this.#server.address, this.#random.pick(this.#people).map);
  }

  /** What is on the disk before anybody comes back: those who come back would bring again what was lost. */
  #checkCopy(told: readonly { readonly map: KnownMap; readonly ids: readonly string[] }[]): void {
    const copy = new StoredCopy(this.#server.dataDir);
    try {
      const integrity = copy.integrity();
      if (integrity !== "ok") throw new Error(`The store is damaged: ${integrity}`);
      for (const { map, ids } of told) this.#noteMissing(ids, copy.elementIds(map.id));
    } finally {
      copy.close();
    }
  }

  async #checkServer(): Promise<void> {
    const { address } = this.#server;
    for (const person of this.#people) {
      const stored = await elementIds(address, person.map);
      const drawn = [...person.doc.getMap("elements").keys()];
      const missing = drawn.filter((id) => !stored.has(id));
      if (missing.length > 0) throw new Error(`Held by a person, and not on the server: ${missing}`);
    }
    if (this.#damagesLog) return;
    for (const map of this.#made.slice(-3)) await this.#checkMap(map);
    for (const link of this.#revoked.slice(-3)) await this.#checkRevoked(link);
  }

  async #checkAll(): Promise<void> {
    // What the log alone held of maps and links is gone with it, and nobody holds it.
    for (const map of this.#damagesLog ? [] : this.#made) await this.#checkMap(map);
    for (const link of this.#damagesLog ? [] : this.#revoked) await this.#checkRevoked(link);
    for (const { map, ids } of this.#finished) {
      this.#noteMissing(ids, await elementIds(this.#server.address, map));
    }
  }

  async #checkMap({ id, owner }: KnownMap): Promise<void> {
    const status = await statusFor(this.#server.address, id, owner);
    if (status !== 200) throw new Error(`A map that was made answers ${status}.`);
  }

  async #checkRevoked({ map, token }: RevokedLink): Promise<void> {
    const status = await statusFor(this.#server.address, map.id, token);
    if (status !== 404 && status !== 403) throw new Error(`A revoked link gets ${status}.`);
  }

  #noteMissing(ids: readonly string[], stored: ReadonlySet<string>): void {
    for (const id of ids) if (!stored.has(id)) this.#lost.add(id);
  }

  #everybodySaved(): Promise<void> {
    return waitFor("everybody's changes are saved", () => this.#people.every(({ isSaved }) => isSaved));
  }
}
