import { readSettings, SettingsError } from "./settings.ts";
import { type RunningServer, startServer } from "./startServer.ts";
import { StoreError } from "./storage/StoreError.ts";

/** A second signal, or a save that hangs, ends the process all the same. */
const longestShutDownMs = 15_000;
let isEnding = false;

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

async function end(server: RunningServer): Promise<void> {
  if (isEnding) process.exit(1);
  isEnding = true;
  setTimeout(() => process.exit(1), longestShutDownMs).unref();
  const unsaved = await server.close();
  if (unsaved.length === 0) process.exit(0);
  process.stderr.write(`These documents could not be saved: ${unsaved.join(", ")}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (error instanceof StoreError || error instanceof SettingsError) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === "EADDRINUSE") return `Port ${port} of ${address} is taken. Set PORT to another.`;
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return `Port ${port} of ${address} cannot be opened (${code}).`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
