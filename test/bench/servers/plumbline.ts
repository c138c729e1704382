import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ServerProcess } from "./ServerProcess.ts";
import type { ServerKind } from "./ServerUnderTest.ts";

const program = fileURLToPath(new URL("../../../dist/server/main.js", import.meta.url));

/** As `npm start` has them: a server has little short-lived garbage, and a young generation grown large is never given back. */
const nodeFlags = ["--max-semi-space-size=2", "--v8-pool-size=1"];

/** The built Plumbline with its SQLite file in a folder of its own, so that its figures include durable storage. */
export const PLUMBLINE: ServerKind = {
  name: "Plumbline with SQLite",
  holdsDocuments: true,
  isDurable: true,
  async start() {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
    const process = await ServerProcess.start({
      program,
      nodeFlags,
      environment: { DATA_DIR: folder, LOG_LEVEL: "warn" },
      readyWord: "ready",
    });
    return {
      process,
      async room() {
        const response = await fetch(`http://127.0.0.1:${process.port}/api/maps`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{}",
        });
        const { id, links } = (await response.json()) as { id: string; links: { editor: string } };
        const token = links.editor.slice(links.editor.indexOf("#") + 1);
        return {
          url: `ws://127.0.0.1:${process.port}/sync/${id}`,
          protocols: ["plumbline", `plumbline.token.${token}`],
          wire: { kind: "y-websocket" },
        };
      },
      async stop() {
        await process.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
