import type { AnyRule } from "../rule.ts";

/** What an alliance needs, and how boards decide. */
export const ALLIANCE_RULES: readonly AnyRule[] = [];
