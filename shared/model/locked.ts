import type { MapElement } from "./element.ts";

/**
 * The field that says that an element is locked. The map file does not know it, so it rides along as any field of another tool
 * does, and every reader keeps it.
 */
export const LOCKED = "locked";

/** Whether a facilitator has locked an element: it is not moved, edited or deleted by a slip of the hand. */
export function isLocked(element: MapElement): boolean {
  return (element as unknown as Readonly<Record<string, unknown>>)[LOCKED] === true;
}
