import type { Server } from "node:http";
import type { ControlServer } from "./control/ControlServer.ts";
import type { Retention } from "./retention/Retention.ts";
import type { ServerParts } from "./ServerParts.ts";

/** How long a server that is going down waits for its store and for the calls that run. With what follows it is below `LONGEST_SHUT_DOWN_MS`. */
const longestSaveMs = 10_000;
/** How long answers that are on their way have to arrive. */
const longestAnswerMs = 1_000;
/** After so long the process ends whatever still hangs. A disk that is locked or slow holds the store's thread for 5 s a call. */
export const LONGEST_SHUT_DOWN_MS = 30_000;

export interface Running {
  readonly parts: ServerParts;
  readonly server: Server;
  readonly control: ControlServer | null;
  readonly retention: Retention;
}

/**
 * Brings a server down in order: it says that it is not ready and takes no more calls, sends everybody away to come back
 * (1012), ends the calls that run, saves what was received, and only then stops to listen.
 * Answers with the documents that could not be saved.
 */
export async function shutDown({ parts, server, control, retention }: Running): Promise<readonly string[]> {
  const { access, admission, jobs, live, log, neighbours, rooms, security, sessions, storage } = parts;
  const startedMs = performance.now();
  log.info({ sockets: live.connections.size, documents: rooms.openRooms.length }, "Shutting down.");
  // A restore that runs would let people in again at its end.
  await control?.close();
  const quiet = admission.close(longestSaveMs);
  const unsaved = await rooms.close(longestSaveMs);
  if (unsaved.length > 0) log.error({ unsaved }, "These documents could not be saved.");
  const isQuiet = await quiet;
  await retention.stop();
  live.close();
  await stopListening(server);
  await jobs.close();
  access.close();
  sessions.close();
  await security.close();
  await neighbours?.close();
  await storage.close();
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  const msg = unsaved.length > 0 ? "Shut down." : "Shut down; everything that was received is saved.";
  log.info({ seconds, isQuiet, unsaved: unsaved.length }, msg);
  return unsaved;
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), longestAnswerMs);
  await closed;
  clearTimeout(cut);
}
