import type { AnyRule } from "../rule.ts";
import { rule as abolishedBody } from "../rules/abolished-body.ts";
import { rule as bodyOfAnotherRegime } from "../rules/body-of-another-regime.ts";
import { rule as ihoHolderNotFoundationTrust } from "../rules/iho-holder-not-foundation-trust.ts";

/** What exists under the Act of 2012 or of 2022 only. */
export const BODIES_OF_REGIME: readonly AnyRule[] = [
  abolishedBody,
  ihoHolderNotFoundationTrust,
  bodyOfAnotherRegime,
];
