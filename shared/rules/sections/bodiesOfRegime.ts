import type { AnyRule } from "../rule.ts";

/** What exists under the Act of 2012 or of 2022 only. */
export const BODIES_OF_REGIME: readonly AnyRule[] = [];
