import type { Server } from "node:http";
import type { ControlServer } from "./control/ControlServer.ts";
import type { ServerParts } from "./ServerParts.ts";

/** How long a server that is going down waits for its store and for the calls that run. With what follows it is below `LONGEST_SHUT_DOWN_MS`. */
const longestSaveMs = 10_000;
/** How long answers that are on their way have to arrive. */
const longestAnswerMs = 1_000;
/** After so long the process ends whatever still hangs. */
export const LONGEST_SHUT_DOWN_MS = 15_000;

export interface Running {
  readonly parts: ServerParts;
  readonly server: Server;
  readonly control: ControlServer | null;
}

/**
 * Brings a server down in order: it says that it is not ready and takes no more calls, sends everybody away to come back
 * (1012), ends the calls that run, saves what was received, and only then stops to listen.
 * Answers with the documents that could not be saved.
 */
export async function shutDown({ parts, server, control }: Running): Promise<readonly string[]> {
  const { access, admission, jobs, live, log, rooms, security, storage } = parts;
  const startedMs = performance.now();
  log.info({ sockets: live.connections.size, documents: rooms.openRooms.length }, "Shutting down.");
  // A restore that runs would let people in again at its end.
  await control?.close();
  const quiet = admission.close(longestSaveMs);
  const unsaved = await rooms.close(longestSaveMs);
  const isQuiet = await quiet;
  live.close();
  await stopListening(server);
  await jobs.close();
  access.close();
  await security.close();
  await storage.close();
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (unsaved.length > 0) log.error({ seconds, unsaved }, "Shut down; these documents could not be saved.");
  else log.info({ seconds, isQuiet }, "Shut down; everything that was received is saved.");
  return unsaved;
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), longestAnswerMs);
  await closed;
  clearTimeout(cut);
}
