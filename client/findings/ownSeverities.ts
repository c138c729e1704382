import type { Severity } from "../../shared/model/systemMap.ts";

const MUST: readonly Severity[] = ["error"];
const SHOULD: readonly Severity[] = ["warning"];
const LOOK: readonly Severity[] = ["info"];
const MUST_OR_SHOULD: readonly Severity[] = ["error", "warning"];
const SHOULD_OR_LOOK: readonly Severity[] = ["warning", "info"];

/** How grave the rule catalogue says each rule’s findings are; where it names several, the case decides. */
const OWN: Readonly<Record<string, readonly Severity[]>> = {
  "provider-acts-as-commissioner": MUST,
  "commissioner-acts-as-provider": ["error", "info"],
  "commissioning-delegated-to-provider": MUST,
  "delegation-without-legal-basis": MUST_OR_SHOULD,
  "devolution-without-order": MUST_OR_SHOULD,
  "public-involvement-delegated": MUST,
  "contract-held-by-non-entity": MUST,
  "standard-contract-issued-by-non-commissioner": SHOULD,
  "conflict-of-interest": SHOULD_OR_LOOK,
  "missing-parent-guarantee": MUST_OR_SHOULD,
  "vehicle-without-parents": SHOULD,
  "weak-guarantor": SHOULD,
  "sub-contracts-back-to-parents": LOOK,
  "vat-leakage": SHOULD,
  "thin-balance-sheet": SHOULD,
  "price-below-cost": SHOULD,
  "risk-share-not-agreed": SHOULD,
  "upside-only-risk": LOOK,
  "uncapped-private-risk": SHOULD,
  "outcomes-without-measures": SHOULD,
  "outcome-share-too-high": SHOULD,
  "term-too-short": SHOULD_OR_LOOK,
  "term-too-long": SHOULD,
  "integrator-delivers-nothing": SHOULD_OR_LOOK,
  "unpooled-social-care": MUST_OR_SHOULD,
  "pool-without-section-75": MUST_OR_SHOULD,
  "pool-lacks-a-partner": MUST,
  "non-public-body-in-pool": MUST,
  "council-out-of-balance": MUST,
  "core-primary-care-covered-twice": MUST,
  "core-primary-care-without-return-right": SHOULD_OR_LOOK,
  "core-primary-care-in-wrong-model": MUST,
  "scope-beyond-the-buyers": SHOULD,
  "unadvertised-contract": ["error", "warning", "info"],
  "procurement-route-not-stated": MUST_OR_SHOULD,
  "route-of-another-regime": MUST_OR_SHOULD,
  "assurance-missing": SHOULD,
  "joint-commissioning-without-forum": SHOULD,
  "committees-in-common-decide-alone": MUST,
  "informal-body-commissions": MUST,
  "no-accountable-lead": SHOULD,
  "alliance-without-commissioner": SHOULD,
  "alliance-too-small": MUST,
  "alliance-without-board": MUST,
  "alliance-not-unanimous": SHOULD,
  "alliance-sub-contracts-inside": SHOULD,
  "board-without-decision-rule": SHOULD,
  "money-out-exceeds-in": MUST_OR_SHOULD,
  "sub-contracts-exceed-head": MUST,
  "contract-without-money": SHOULD,
  "money-without-contract": SHOULD,
  "mixed-payment": SHOULD,
  "contract-cycle": MUST,
  "ownership-cycle": MUST,
  "shares-not-100": MUST,
  "unnamed-element": LOOK,
  "isolated-element": LOOK,
  "duplicate-organisation": SHOULD,
  "contract-without-buyer": SHOULD_OR_LOOK,
  "contract-without-holder": SHOULD_OR_LOOK,
  "relation-not-allowed": MUST,
  "abolished-body": MUST,
  "iho-holder-not-foundation-trust": SHOULD,
  "body-of-another-regime": MUST,
};

/** How grave a rule says its findings are, the gravest first; empty for a rule that is not in the catalogue. */
export function ownSeverities(rule: string): readonly Severity[] {
  return (Object.hasOwn(OWN, rule) ? OWN[rule] : undefined) ?? [];
}
