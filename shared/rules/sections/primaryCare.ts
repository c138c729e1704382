import type { AnyRule } from "../rule.ts";

/** What general practice has a contract of its own for, and what only some may buy. */
export const PRIMARY_CARE: readonly AnyRule[] = [];
