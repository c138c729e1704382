import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** How to start one server. */
export interface StartOptions {
  readonly program: string;
  readonly folder?: string;
  /** What Node is started with. Default: nothing besides what measures memory. */
  readonly nodeFlags?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What it prints once it takes connections. */
  readonly readyWord: string;
}

const memoryOnRequest = fileURLToPath(new URL("./memoryOnRequest.cjs", import.meta.url));

/** A server in a process of its own, which can be ended and started again on the same port. */
export class ServerProcess {
  readonly #options: StartOptions;
  readonly port: number;
  #child: ChildProcess;

  private constructor(options: StartOptions, port: number, child: ChildProcess) {
    this.#options = options;
    this.port = port;
    this.#child = child;
  }

  /** Starts it, and waits until it says that it is ready. */
  static async start(options: StartOptions): Promise<ServerProcess> {
    const port = await freePort();
    return new ServerProcess(options, port, await launch(options, port));
  }

  get pid(): number {
    return pidOf(this.#child);
  }

  /** What it holds after its garbage is collected. */
  memory(): Promise<NodeJS.MemoryUsage> {
    return new Promise((resolve) => {
      this.#child.once("message", (usage) => resolve(usage as NodeJS.MemoryUsage));
      this.#child.send("memory");
    });
  }

  async stop(): Promise<void> {
    await end(this.#child, "SIGTERM");
  }

  /** Cuts it off, as a power cut would, without starting it again. */
  async kill(): Promise<void> {
    await end(this.#child, "SIGKILL");
  }

  /** Starts it again after `kill` or `stop`. */
  async startAgain(): Promise<void> {
    this.#child = await launch(this.#options, this.port);
  }
}

async function launch(options: StartOptions, port: number): Promise<ChildProcess> {
  const flags = [...(options.nodeFlags ?? []), "--expose-gc", "--require", memoryOnRequest];
  const child = spawn(process.execPath, [...flags, options.program], {
    cwd: options.folder,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      NODE_ENV: "production",
      ...options.environment,
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with code ${code} before it was ready`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(options.readyWord)) resolve();
    });
  });
  return child;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("the server did not start");
  return child.pid;
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
