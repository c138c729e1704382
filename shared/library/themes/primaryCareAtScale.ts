import type { LibraryEntry } from "../LibraryEntry.ts";

/** General practice working together, and the community providers that grow from it. */
export const PRIMARY_CARE_AT_SCALE: readonly LibraryEntry[] = [];
