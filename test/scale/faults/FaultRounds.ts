import { elementIds, makeMap } from "../../reliability/mapCalls.ts";
import { type KnownMap, Person } from "../../reliability/Person.ts";
import { pauseMs, waitFor } from "../../reliability/waitFor.ts";
import type { Random } from "../../support/random.ts";
import { ServerProcess } from "../../support/serverProcess.ts";
import { Gate, type Target } from "./Gate.ts";

/** Where the servers of a run find what they share, and how to take it away from them. */
export interface Shared {
  readonly postgres: Target;
  readonly redis: Target;
  /** The database, and what else stands in its address after the port. */
  readonly database: string;
  /** Stops it hard and starts it again; where it is missing, the way to it is cut for as long. */
  restartPostgres?(): Promise<void>;
  restartRedis?(): Promise<void>;
}

export const FAULTS = [
  "kill a server",
  "replace the servers, one after the other",
  "restart Redis",
  "restart PostgreSQL",
  "cut a server off from Redis",
  "cut a server off from PostgreSQL",
  "slow the database",
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultReport {
  readonly fault: Fault;
  readonly acknowledged: number;
  /** What somebody was told is saved, and some server or person does not have. */
  readonly lost: readonly string[];
  /** Whether servers or people ended with different maps. */
  readonly isForked: boolean;
  /** From when people stopped writing, `LOAD_MS` after the end of the fault, until everybody had everything saved and saw everything. */
  readonly healMs: number;
}

const HERE = "127.0.0.1";
const MAPS = 2;
const PEOPLE_PER_MAP = 4;
const LOAD_MS = 600;
const LONGEST_FAULT_MS = 2_500;
const LONGEST_DRAW_WAIT_MS = 25;
const SLOW_MS = 120;

interface Member {
  readonly process: ServerProcess;
  readonly toPostgres: Gate;
  readonly toRedis: Gate;
}

/** Two servers in processes of their own, people who draw on both all the time, and one fault after the other. */
export class FaultRounds {
  readonly #random: Random;
  readonly #shared: Shared;
  readonly #members: readonly Member[];
  readonly #front: Gate;
  #people: Person[] = [];
  #maps: KnownMap[] = [];
  #round = 0;

  private constructor(random: Random, shared: Shared, members: readonly Member[], front: Gate) {
    this.#random = random;
    this.#shared = shared;
    this.#members = members;
    this.#front = front;
  }

  static async start(random: Random, shared: Shared): Promise<FaultRounds> {
    const members: Member[] = [];
    for (let count = 0; count < 2; count++) {
      const toPostgres = await Gate.open(() => [shared.postgres]);
      const toRedis = await Gate.open(() => [shared.redis]);
      const process = await ServerProcess.start({
        environment: {
          DATABASE_URL: `postgres://postgres@${HERE}:${toPostgres.port}/${shared.database}`,
          REDIS_URL: `redis://${HERE}:${toRedis.port}`,
          LOG_LEVEL: "silent",
          TRUSTED_PROXIES: "",
        },
      });
      members.push({ process, toPostgres, toRedis });
    }
    const front = await Gate.open(() => members.map(({ process }) => ({ host: HERE, port: process.port })));
    return new FaultRounds(random, shared, members, front);
  }

  /** @throws Error where somebody does not get back into step within a minute. */
  async run(fault: Fault): Promise<FaultReport> {
    this.#round += 1;
    const address = `http://${HERE}:${this.#front.port}`;
    this.#maps = [];
    for (let count = 0; count < MAPS; count++) this.#maps.push(await makeMap(address));
    this.#people = this.#maps.flatMap((map) =>
      Array.from(
        { length: PEOPLE_PER_MAP },
        (_, index) => new Person(`p${this.#round}-${index}`, map, address),
      ),
    );
    const people = this.people;
    await waitFor("everybody is in", () => people.every(({ isSaved }) => isSaved));
    const stop = this.#drawAll();
    await pauseMs(LOAD_MS);
    await this.#inject(fault);
    const endedAtMs = performance.now();
    await pauseMs(LOAD_MS);
    await stop();
    await waitFor("everybody has everything saved and sees everything", () => this.#isHealed());
    const healMs = Math.max(0, performance.now() - endedAtMs - LOAD_MS);
    const report = await this.#look(fault, healMs);
    for (const person of people) person.leave();
    if (fault === "kill a server")
      for (const { process } of this.#members) if (process.pid === undefined) await process.restart();
    return report;
  }

  async stop(): Promise<void> {
    for (const person of this.#people) person.leave();
    for (const { process, toPostgres, toRedis } of this.#members) {
      await process.stop();
      await toPostgres.close();
      await toRedis.close();
    }
    await this.#front.close();
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  #drawAll(): () => Promise<void> {
    let isWorking = true;
    const work = this.#people.map(async (person) => {
      while (isWorking) {
        person.draw();
        await pauseMs(1 + this.#random.below(LONGEST_DRAW_WAIT_MS));
      }
    });
    return async () => {
      isWorking = false;
      await Promise.all(work);
    };
  }

  async #inject(fault: Fault): Promise<void> {
    const member = this.#members[this.#random.below(this.#members.length)];
    if (member === undefined) return;
    const duration = 300 + this.#random.below(LONGEST_FAULT_MS);
    switch (fault) {
      case "kill a server":
        return member.process.kill();
      case "replace the servers, one after the other":
        for (const { process } of this.#members) {
          process.signal("SIGTERM");
          await process.ended();
          await process.restart();
        }
        return;
      case "restart Redis":
        return (
          this.#shared.restartRedis?.() ??
          this.#cut(
            this.#members.map(({ toRedis }) => toRedis),
            duration,
          )
        );
      case "restart PostgreSQL":
        return (
          this.#shared.restartPostgres?.() ??
          this.#cut(
            this.#members.map(({ toPostgres }) => toPostgres),
            duration,
          )
        );
      case "cut a server off from Redis":
        return this.#cut([member.toRedis], duration);
      case "cut a server off from PostgreSQL":
        return this.#cut([member.toPostgres], duration);
      case "slow the database": {
        for (const { toPostgres } of this.#members) toPostgres.delayMs = SLOW_MS;
        await pauseMs(duration);
        for (const { toPostgres } of this.#members) toPostgres.delayMs = 0;
      }
    }
  }

  async #cut(gates: readonly Gate[], duration: number): Promise<void> {
    for (const gate of gates) gate.shut();
    await pauseMs(duration);
    for (const gate of gates) gate.reopen();
  }

  #peopleOn(map: KnownMap): readonly Person[] {
    return this.#people.filter((person) => person.map === map);
  }

  #isHealed(): boolean {
    if (!this.#people.every(({ isSaved }) => isSaved)) return false;
    return this.#maps.every((map) => {
      const people = this.#peopleOn(map);
      const made = people.reduce((sum, { madeCount }) => sum + madeCount, 0);
      return people.every(({ doc }) => doc.getMap("elements").size === made);
    });
  }

  async #look(fault: Fault, healMs: number): Promise<FaultReport> {
    const lost: string[] = [];
    let acknowledged = 0;
    let isForked = false;
    const running = this.#members.filter(({ process }) => process.pid !== undefined);
    for (const map of this.#maps) {
      const told = this.#peopleOn(map).flatMap((person) => person.acknowledged);
      acknowledged += told.length;
      const versions = [
        ...(await Promise.all(running.map(({ process }) => elementIds(process.address, map)))),
        ...this.#peopleOn(map).map(({ doc }) => new Set(doc.getMap("elements").keys())),
      ];
      for (const version of versions) lost.push(...told.filter((id) => !version.has(id)));
      const texts = versions.map((version) => [...version].sort().join(" "));
      isForked ||= new Set(texts).size > 1;
    }
    return { fault, acknowledged, lost, isForked, healMs };
  }
}
