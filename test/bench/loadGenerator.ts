import { boardSession, type SessionShape } from "./boardSession.ts";
import type { Room } from "./servers.ts";

// A process of its own, so that the people do not slow the server that is being measured.
process.once("message", async ({ room, shape }: { room: Room; shape: SessionShape }) => {
  process.send?.(await boardSession(room, shape));
  process.disconnect();
});
