import { fileURLToPath } from "node:url";
import { ServerProcess } from "./ServerProcess.ts";
import type { ServerKind } from "./ServerUnderTest.ts";

export const RAW_RELAY: ServerKind = relay("raw relay", "raw");
export const TICK_RELAY: ServerKind = relay("relay, batched per tick", "tick");
export const BATCHED_RELAY: ServerKind = relay("relay, batched 10 ms", "10ms");
/** Sends the first frame that it was given to everybody who joins. */
export const CACHED_RELAY: ServerKind = relay("relay that sends one frame on joining", "cached");

function relay(name: string, mode: string): ServerKind {
  return {
    name,
    holdsDocuments: false,
    isDurable: false,
    async start() {
      const process = await ServerProcess.start({
        program: fileURLToPath(new URL("./relay.mjs", import.meta.url)),
        environment: { MODE: mode },
        readyWord: "ready",
      });
      let rooms = 0;
      return {
        process,
        async room() {
          rooms++;
          return {
            url: `ws://127.0.0.1:${process.port}/${rooms}`,
            protocols: [],
            wire: { kind: mode === "cached" ? "y-websocket" : "relay" },
          };
        },
        stop: () => process.stop(),
      };
    },
  };
}
