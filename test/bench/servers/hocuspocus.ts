import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPeers, PEERS } from "../installPeers.ts";
import { ServerProcess } from "./ServerProcess.ts";
import type { ServerKind } from "./ServerUnderTest.ts";

const version = "4.7";

/** Hocuspocus in memory, as its manual starts it. */
export const HOCUSPOCUS: ServerKind = hocuspocus(`Hocuspocus ${version}`, false);
/** Hocuspocus with its SQLite extension, which writes the whole document some seconds after a change. */
export const HOCUSPOCUS_SQLITE: ServerKind = hocuspocus(`Hocuspocus ${version} with SQLite`, true);

function hocuspocus(name: string, isDurable: boolean): ServerKind {
  return {
    name,
    holdsDocuments: true,
    isDurable,
    async start() {
      installPeers();
      const folder = mkdtempSync(join(tmpdir(), "hocuspocus-bench-"));
      const process = await ServerProcess.start({
        program: fileURLToPath(new URL("hocuspocus.mjs", PEERS)),
        environment: isDurable ? { DATA_FILE: join(folder, "documents.sqlite") } : {},
        readyWord: "ready",
      });
      let rooms = 0;
      return {
        process,
        async room() {
          rooms++;
          return {
            url: `ws://127.0.0.1:${process.port}`,
            protocols: [],
            wire: { kind: "hocuspocus", name: `bench-${rooms}` },
          };
        },
        async stop() {
          await process.stop();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  };
}
