import type { AnyRule } from "../rule.ts";

/** How a contract was let, who watched over it, and who leads. */
export const PROCUREMENT: readonly AnyRule[] = [];
