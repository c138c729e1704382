import type { AnyRule } from "../rule.ts";

/** Whether the sums on the map add up. */
export const MONEY: readonly AnyRule[] = [];
