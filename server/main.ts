import { readSettings, SettingsError } from "./settings.ts";
import { LONGEST_SHUT_DOWN_MS } from "./shutDown.ts";
import { type RunningServer, startServer } from "./startServer.ts";
import { StoreError } from "./storage/StoreError.ts";

let isEnding = false;

// What the server writes is for its own account: maps, and the socket that its operator talks to.
process.umask(0o077);

try {
  const server = await startServer(readSettings(process.env));
  process.stdout.write(`Plumbline is ready: ${server.url}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => void end(server));
  }
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

/** A second signal, or a store that hangs, ends the process all the same. */
async function end(server: RunningServer): Promise<void> {
  if (isEnding) return giveUp("It was told to end at once: what was not saved yet is lost.");
  isEnding = true;
  const limit = `${LONGEST_SHUT_DOWN_MS / 1000} s`;
  setTimeout(() => giveUp(`It could not end in order within ${limit}.`), LONGEST_SHUT_DOWN_MS).unref();
  const unsaved = await server.close();
  if (unsaved.length === 0) process.exit(0);
  process.stderr.write(`These documents could not be saved: ${unsaved.join(", ")}\n`);
  process.exit(1);
}

/** Hard: an orderly exit would wait for the thread that hangs in its store. */
function giveUp(why: string): void {
  process.stderr.write(`${why}\n`);
  process.kill(process.pid, "SIGKILL");
}

function reasonOf(error: unknown): string {
  if (error instanceof StoreError || error instanceof SettingsError) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === "EADDRINUSE") return `Port ${port} of ${address} is taken. Set PORT to another.`;
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return `Port ${port} of ${address} cannot be opened (${code}).`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
