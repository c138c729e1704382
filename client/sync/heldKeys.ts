import { deviceStorage } from "./webStorage.ts";

const storageKey = "plumbline.keys";

/** The maps that this browser has been let into: it may hold cookies for them, which scripts cannot see. */
export function heldKeys(): readonly string[] {
  try {
    const value: unknown = JSON.parse(deviceStorage.get(storageKey) ?? "[]");
    return Array.isArray(value) ? value.filter((map) => typeof map === "string") : [];
  } catch {
    return [];
  }
}

/** Notes that the browser has been let into a map. */
export function noteKey(map: string): void {
  const held = heldKeys();
  if (!held.includes(map)) deviceStorage.set(storageKey, JSON.stringify([...held, map]));
}

/** Notes that the browser has given up its keys to a map. */
export function dropKey(map: string): void {
  deviceStorage.set(storageKey, JSON.stringify(heldKeys().filter((held) => held !== map)));
}
