import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPeers, PEERS } from "./installPeers.ts";

/** A server under measurement and the rooms that people can join on it. */
export interface ServerUnderTest {
  readonly name: string;
  readonly pid: number;
  /** Makes a new room and says how to join it as somebody who may write. */
  room(): Promise<Room>;
  stop(): Promise<void>;
}

export interface Room {
  readonly url: string;
  readonly protocols: readonly string[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const peers = fileURLToPath(PEERS);

/** Starts the built Plumbline with its SQLite file in a folder of its own, so that its figures include durable storage. */
export async function startPlumbline(): Promise<ServerUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await saysItIsReady(child, "ready");
  return {
    name: "Plumbline with SQLite",
    pid: pidOf(child),
    async room() {
      const response = await fetch(`http://127.0.0.1:${port}/api/maps`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      const { id, links } = (await response.json()) as { id: string; links: { editor: string } };
      const token = links.editor.slice(links.editor.indexOf("#") + 1);
      return {
        url: `ws://127.0.0.1:${port}/sync/${id}`,
        protocols: ["plumbline", `plumbline.token.${token}`],
      };
    },
    async stop() {
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts @y/websocket-server, which keeps its rooms in memory. Installs it from its own lockfile on first use. */
export async function startYWebsocketServer(): Promise<ServerUnderTest> {
  installPeers();
  const port = await freePort();
  const child = spawn(process.execPath, [join(peers, "node_modules/@y/websocket-server/src/server.js")], {
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await saysItIsReady(child, "running");
  let rooms = 0;
  return {
    name: "@y/websocket-server 0.1.5",
    pid: pidOf(child),
    async room() {
      rooms++;
      return { url: `ws://127.0.0.1:${port}/bench-${rooms}`, protocols: [] };
    },
    stop: () => end(child),
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("the server did not start");
  return child.pid;
}

function saysItIsReady(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with code ${code} before it was ready`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(word)) resolve();
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
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
