import { create } from "zustand";
import type { Offset } from "../canvas/LiveElements.ts";

const NONE: ReadonlyMap<string, Offset> = new Map();

/** How far cards that are on their way to a new place still are from it. The same empty map while nothing is. */
export const useGlideStore = create<{ readonly offsets: ReadonlyMap<string, Offset> }>()(() => ({
  offsets: NONE,
}));

/** Says how far cards still have to go; without any, they are there. */
export function setGlides(offsets: ReadonlyMap<string, Offset>): void {
  useGlideStore.setState({ offsets: offsets.size === 0 ? NONE : offsets });
}
