import { fileURLToPath } from "node:url";
import { installPeers, PEERS } from "../installPeers.ts";
import { ServerProcess } from "./ServerProcess.ts";
import type { ServerKind } from "./ServerUnderTest.ts";

/** The server that comes with y-websocket. It keeps its rooms in memory. */
export const Y_WEBSOCKET_SERVER: ServerKind = {
  name: "@y/websocket-server 0.1.5",
  holdsDocuments: true,
  isDurable: false,
  async start() {
    installPeers();
    const process = await ServerProcess.start({
      program: fileURLToPath(new URL("node_modules/@y/websocket-server/src/server.js", PEERS)),
      environment: {},
      readyWord: "running",
    });
    let rooms = 0;
    return {
      process,
      async room() {
        rooms++;
        return {
          url: `ws://127.0.0.1:${process.port}/bench-${rooms}`,
          protocols: [],
          wire: { kind: "y-websocket" },
        };
      },
      stop: () => process.stop(),
    };
  },
};
