import type { LibraryEntry } from "../LibraryEntry.ts";

/** Several bodies under one agreement, none of them above the others. */
export const ALLIANCES: readonly LibraryEntry[] = [];
