import type { LibraryEntry } from "../LibraryEntry.ts";

/** Commissioners who decide and pay together. */
export const COMMISSIONING_TOGETHER: readonly LibraryEntry[] = [];
