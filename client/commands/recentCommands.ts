import { deviceStorage } from "../sync/webStorage.ts";

const KEY = "plumbline.recentCommands";
const MOST = 6;

/** Ids of the commands that were run last on this device, newest first. */
export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(deviceStorage.get(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers that a command has been run. */
export function rememberCommand(id: string): void {
  const others = recentCommands().filter((other) => other !== id);
  deviceStorage.set(KEY, JSON.stringify([id, ...others].slice(0, MOST)));
}
