import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../support/random.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { elementIds, makeMap } from "./mapCalls.ts";
import { type KnownMap, Person } from "./Person.ts";
import { StoredCopy } from "./StoredCopy.ts";
import { waitFor } from "./waitFor.ts";

/**
 * How the disk fails. `full`: no file grows beyond what the store has; what is there can be written over. `read-only`: nothing can be written.
 * Both are limits that the system puts on the running process, so they need no rights and come and go at any moment.
 */
export type DiskFault = "full" | "read-only";

export interface DiskReport {
  readonly times: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  /** Milliseconds from the end of each fault until everybody had everything saved. */
  readonly healMs: readonly number[];
}

/** Why disk faults cannot be injected here; `null` where they can. */
export function whyNoDiskFaults(): string | null {
  if (process.platform !== "linux") return "the limit of a running process can be changed on Linux only";
  const { error } = spawnSync("prlimit", ["--version"]);
  return error ? "there is no prlimit (util-linux)" : null;
}

/** Lets the disk of a running server fail and come back, while people draw. */
export class DiskFaults {
  readonly #random: Random;
  readonly #fault: DiskFault;
  readonly #server: ServerProcess;
  readonly #map: KnownMap;
  readonly #people: readonly Person[];
  readonly #healMs: number[] = [];
  readonly #lost = new Set<string>();

  private constructor(random: Random, fault: DiskFault, server: ServerProcess, map: KnownMap) {
    this.#random = random;
    this.#fault = fault;
    this.#server = server;
    this.#map = map;
    this.#people = ["ann", "bob", "cas"].map((name) => new Person(name, map, server.address));
  }

  /** @throws Error where somebody was told something wrong, or does not get back into step. */
  static async run(random: Random, fault: DiskFault, times: number): Promise<DiskReport> {
    // A process that writes beyond its limit is ended by a signal unless it ignores it; what is ignored is inherited.
    const launcher = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"];
    const server = await ServerProcess.start({ launcher, environment: { LOG_LEVEL: "fatal" } });
    const faults = new DiskFaults(random, fault, server, await makeMap(server.address));
    try {
      await faults.#everybodySaved();
      for (let time = 0; time < times; time++) await faults.#injectOnce();
      return faults.#report();
    } finally {
      for (const person of faults.#people) person.leave();
      await server.stop();
    }
  }

  #report(): DiskReport {
    return {
      times: this.#healMs.length,
      acknowledged: this.#people.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
      lost: [...this.#lost],
      healMs: this.#healMs,
    };
  }

  async #injectOnce(): Promise<void> {
    this.#drawSome(5);
    await this.#everybodySaved();
    this.#limitFiles(this.#fault === "full" ? String(this.#storeBytes()) : "0");
    await this.#drawUntilTold();
    await this.#checkFailing();
    const isKilled = this.#random.chance(0.3);
    this.#limitFiles("unlimited");
    const backAtMs = performance.now();
    // Right after the disk is back, before the server may have noticed.
    if (isKilled) await this.#server.restart();
    await this.#everybodySaved();
    this.#healMs.push(performance.now() - backAtMs);
    await this.#checkHealed();
  }

  /** Everybody goes on drawing until everybody has been told that the store fails. */
  async #drawUntilTold(): Promise<void> {
    const isTold = () => this.#people.every(({ state }) => state.kind === "store-fails");
    for (let tries = 0; tries < 200 && !isTold(); tries++) {
      this.#drawSome(5);
      await waitFor("the drawing has been seen", () => this.#allSeeAll());
    }
    await waitFor("everybody is told that the store fails", isTold);
  }

  /** People work on and see each other; what they were told is on the disk is there; and nobody else is given promises. */
  async #checkFailing(): Promise<void> {
    const { address } = this.#server;
    this.#drawSome(10);
    await waitFor("everybody sees what all draw", () => this.#allSeeAll());
    const copy = new StoredCopy(this.#server.dataDir);
    const stored = copy.elementIds(this.#map.id);
    copy.close();
    this.#noteMissing(stored);
    const unsaved = this.#people.some(({ acknowledged, madeCount }) => acknowledged.length < madeCount);
    if (!unsaved) throw new Error("Everything counts as saved, and the disk takes nothing.");
    await expectStatus(`${address}/readyz`, {}, 503);
    await expectStatus(`${address}/api/maps`, { method: "POST", body: "{}" }, 503);
  }

  async #checkHealed(): Promise<void> {
    await expectStatus(`${this.#server.address}/readyz`, {}, 200);
    const stored = await elementIds(this.#server.address, this.#map);
    this.#noteMissing(stored);
    for (const { acknowledged, madeCount } of this.#people) {
      if (acknowledged.length !== madeCount) throw new Error("Something is not saved.");
    }
  }

  #noteMissing(stored: ReadonlySet<string>): void {
    for (const { acknowledged } of this.#people) {
      for (const id of acknowledged) if (!stored.has(id)) this.#lost.add(id);
    }
  }

  #drawSome(times: number): void {
    for (const person of this.#people) for (let count = 0; count < times; count++) person.draw();
  }

  #allSeeAll(): boolean {
    const total = this.#people.reduce((sum, { madeCount }) => sum + madeCount, 0);
    return this.#people.every(({ doc }) => doc.getMap("elements").size === total);
  }

  /** The log takes this much before the store itself would grow, and with it begins to fail. */
  #storeBytes(): number {
    return statSync(join(this.#server.dataDir, "plumbline.sqlite")).size;
  }

  #limitFiles(bytes: string): void {
    const { status, stderr } = spawnSync("prlimit", [`--pid=${this.#server.pid}`, `--fsize=${bytes}:`]);
    if (status !== 0) throw new Error(`The limit could not be set: ${stderr}`);
  }

  #everybodySaved(): Promise<void> {
    return waitFor("everybody's changes are saved", () => this.#people.every(({ isSaved }) => isSaved));
  }
}

async function expectStatus(url: string, init: RequestInit, expected: number): Promise<void> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (response.status !== expected) throw new Error(`${url} answers ${response.status}: ${text}`);
}
