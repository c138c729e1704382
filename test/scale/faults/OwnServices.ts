import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { processUsage } from "../../bench/processUsage.ts";
import { freePort } from "../../support/freePort.ts";
import type { Target } from "./Gate.ts";

const HERE = "127.0.0.1";
const POSTGRES_VERSIONS = "/usr/lib/postgresql";

/** A PostgreSQL and a Redis that belong to one run, to be stopped and started as it pleases. */
export class OwnServices {
  readonly postgres: Target;
  readonly redis: Target;
  readonly #folder: string;
  #redisProcess: ChildProcess | undefined;

  private constructor(folder: string, postgresPort: number, redisPort: number) {
    this.#folder = folder;
    this.postgres = { host: HERE, port: postgresPort };
    this.redis = { host: HERE, port: redisPort };
  }

  /** Why there can be none on this machine; `null` = there can. */
  static whyNot(): string | null {
    if (!existsSync(POSTGRES_VERSIONS)) return "PostgreSQL is not installed where Debian installs it";
    if (!existsSync("/usr/bin/redis-server")) return "Redis is not installed";
    return null;
  }

  static async start(): Promise<OwnServices> {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-services-"));
    const services = new OwnServices(folder, await freePort(), await freePort());
    if (userInfo().uid === 0) execFileSync("chown", ["postgres", folder]);
    chmodSync(folder, 0o755);
    services.#postgres("initdb", "-D", services.#data, "--auth=trust", "--username=postgres", "--no-sync");
    services.startPostgres();
    await services.startRedis();
    return services;
  }

  startPostgres(): void {
    const options = `-p ${this.postgres.port} -k ${this.#folder} -c listen_addresses=${HERE}`;
    this.#postgres("pg_ctl", "-D", this.#data, "-l", join(this.#folder, "log"), "-w", "-o", options, "start");
  }

  /** As if its machine lost power. */
  crashPostgres(): void {
    this.#postgres("pg_ctl", "-D", this.#data, "-m", "immediate", "-w", "stop");
  }

  async startRedis(): Promise<void> {
    const words = ["--port", String(this.redis.port), "--bind", HERE, "--save", "", "--dir", this.#folder];
    const child = spawn("redis-server", words, { stdio: ["ignore", "pipe", "ignore"] });
    this.#redisProcess = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (text) => String(text).includes("Ready to accept") && resolve());
      child.once("error", reject);
    });
  }

  async crashRedis(): Promise<void> {
    const child = this.#redisProcess;
    this.#redisProcess = undefined;
    if (!child) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  /** Processor seconds that each has used so far. */
  usage(): { readonly postgres: number; readonly redis: number } {
    const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const [postmaster = ""] = readFileSync(join(this.#data, "postmaster.pid"), "utf8").split("\n");
    const own = all.filter((pid) => pid === postmaster || parentOf(pid) === postmaster);
    const seconds = (pids: readonly string[]) => pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
    return { postgres: seconds(own), redis: seconds([String(this.#redisProcess?.pid ?? "")]) };
  }

  async stop(): Promise<void> {
    await this.crashRedis();
    this.crashPostgres();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.#folder, "data");
  }

  /** PostgreSQL refuses to be run by root. */
  #postgres(program: string, ...words: readonly string[]): void {
    const [version = ""] = readdirSync(POSTGRES_VERSIONS).sort((one, other) => Number(other) - Number(one));
    const command = [join(POSTGRES_VERSIONS, version, "bin", program), ...words];
    const asPostgres = userInfo().uid === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
    const [first = "", ...rest] = asPostgres;
    execFileSync(first, rest, { stdio: "ignore", cwd: this.#folder });
  }
}

/** Nothing of a process that has ended meanwhile: what it used is in its parent's account, which is not read. */
function cpuSecondsOf(pid: string): number {
  try {
    return processUsage(Number(pid)).cpuSeconds;
  } catch {
    return 0;
  }
}

function parentOf(pid: string): string {
  try {
    return /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}
