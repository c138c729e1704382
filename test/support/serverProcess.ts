import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./freePort.ts";

const READY_WITHIN_MS = 30_000;
const BUILT_SERVER = fileURLToPath(new URL("../../dist/server/main.js", import.meta.url));

interface ServerOptions {
  /** Default: a folder of its own in the temporary folder, removed by `stop`. */
  readonly dataDir?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** More environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that becomes the one given as its last arguments, such as `env NAME=value`. */
  readonly launcher?: readonly string[];
}

/** The built server in a process of its own, to be killed and started again on the same data and port. */
export class ServerProcess {
  readonly dataDir: string;
  readonly port: number;
  readonly #ownsDataDir: boolean;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #launcher: readonly string[];
  #child: ChildProcess | undefined;
  #output = "";

  private constructor(
    dataDir: string,
    ownsDataDir: boolean,
    port: number,
    { environment = {}, launcher = [] }: ServerOptions,
  ) {
    this.dataDir = dataDir;
    this.#ownsDataDir = ownsDataDir;
    this.port = port;
    this.#environment = environment;
    this.#launcher = launcher;
  }

  /** Starts a server and waits until it says that it is ready; throws with its output when it ends before that. */
  static async start(options: ServerOptions = {}): Promise<ServerProcess> {
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "plumbline-")));
    const port = options.port ?? (await freePort());
    const server = new ServerProcess(dataDir, options.dataDir === undefined, port, options);
    await server.#launch();
    return server;
  }

  /** Of the process that runs now; `undefined` where none does. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything that the server has written so far, both outputs, over all its restarts. */
  get output(): string {
    return this.#output;
  }

  /** Ends the server with no chance to save anything (SIGKILL). */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Starts it again on the same data and port, killing it first if it runs. */
  async restart(): Promise<void> {
    await this.kill();
    await this.#launch();
  }

  /** Ends the server in good order (SIGTERM) and removes the data folder where it was made by `start`. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    if (this.#ownsDataDir) await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Sends the server a signal and leaves the rest to it. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Its exit code once it has ended; `null` where a signal ended it. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    return new Promise((resolve) => child.once("close", (code) => resolve(code)));
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await ended;
  }

  #launch(): Promise<void> {
    const [command = process.execPath, ...args] = [...this.#launcher, process.execPath, BUILT_SERVER];
    const child = spawn(command, args, {
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: "127.0.0.1",
        DATA_DIR: this.dataDir,
        ...this.#environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      let written = "";
      const fail = (why: string) => reject(new Error(`The server ${why}. It wrote:\n${written}`));
      const late = setTimeout(() => {
        child.kill("SIGKILL");
        fail(`was not ready after ${READY_WITHIN_MS / 1000} s`);
      }, READY_WITHIN_MS);
      const hear = (chunk: Buffer) => {
        written += chunk;
        this.#output += chunk;
        if (!written.includes("Plumbline is ready:")) return;
        clearTimeout(late);
        resolve();
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("error", reject);
      child.once("exit", (code, signal) => {
        clearTimeout(late);
        fail(`ended (${signal ?? `exit code ${code}`}) before it was ready`);
      });
    });
  }
}
