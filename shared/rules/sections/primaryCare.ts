import type { AnyRule } from "../rule.ts";
import { rule as corePrimaryCareCoveredTwice } from "../rules/core-primary-care-covered-twice.ts";
import { rule as corePrimaryCareInWrongModel } from "../rules/core-primary-care-in-wrong-model.ts";
import { rule as corePrimaryCareWithoutReturnRight } from "../rules/core-primary-care-without-return-right.ts";
import { rule as scopeBeyondTheBuyers } from "../rules/scope-beyond-the-buyers.ts";

/** What general practice has a contract of its own for, and what only some may buy. */
export const PRIMARY_CARE: readonly AnyRule[] = [
  corePrimaryCareCoveredTwice,
  corePrimaryCareWithoutReturnRight,
  corePrimaryCareInWrongModel,
  scopeBeyondTheBuyers,
];
