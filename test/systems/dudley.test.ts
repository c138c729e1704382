import { describeSystem } from "./describeSystem.ts";

describeSystem("dudley", {
  findings: [
    // Three national checks are expected before it begins in April 2018; none is recorded as passed.
    ["warning", "assurance-missing", ["mcp-contract"]],
    // 10 % of the payments may depend on targets that are nowhere named.
    ["warning", "outcomes-without-measures", ["mcp-contract"]],
    // The report does not say how the CCG comes to hold money for core primary care, which is NHS England’s.
    ["warning", "scope-beyond-the-buyers", ["mcp-contract", "ccg"]],
    // Practices take on the contract in place of GMS or PMS, and no way back is mentioned.
    ["info", "core-primary-care-without-return-right", ["mcp-contract"]],
  ],
  silent: {
    "commissioning-delegated-to-provider": "the CCG holds and oversees the contract",
    "provider-acts-as-commissioner": "the provider buys under its own contract only",
    "public-involvement-delegated": "nothing is said about who consults",
    "contract-held-by-non-entity": "one legal entity is required",
    "conflict-of-interest":
      "the practices are to join the provider; no seat of theirs with the buyer is named",
    "missing-parent-guarantee": "who will own the provider is not known",
    "vehicle-without-parents": "whether the provider will be a company with parents is not known",
    "vat-leakage": "neither the holder nor the sub-contractors are stated to be in or out of the NHS",
    "thin-balance-sheet": "the holder is not chosen, so nothing is known of what it could bear",
    "risk-share-not-agreed": "the contract is not awarded",
    "outcome-share-too-high": "10 % is below the highest share in the sources",
    "term-too-short": "fifteen years",
    "term-too-long": "fifteen years is the top of the range that was planned, not beyond it",
    "integrator-delivers-nothing": "the provider must deliver a large number of services itself",
    "unpooled-social-care": "adult social care is left out until a plan for 2020",
    "pool-without-section-75": "there is no pool; section 75 is a later option for staff",
    "council-out-of-balance": "the council puts no money in",
    "core-primary-care-covered-twice": "the new contract takes the place of the practices’ core contracts",
    "core-primary-care-in-wrong-model": "the contract is the fully integrated one",
    "unadvertised-contract": "a competitive dialogue is running",
    "procurement-route-not-stated": "a competitive dialogue is running",
    "joint-commissioning-without-forum": "one commissioner",
    "no-accountable-lead": "one body answers for all",
    "alliance-without-commissioner": "it is not an alliance",
    "alliance-too-small": "it is not an alliance",
    "alliance-without-board": "it is not an alliance",
    "board-without-decision-rule": "the health and wellbeing board only hears reports",
    "contract-without-money": "not awarded, so that no value is stated yet",
    "money-out-exceeds-in": "no amount is stated",
    "sub-contracts-exceed-head": "no value is stated",
    "mixed-payment": "one budget with one share for outcomes",
    "price-below-cost": "neither a price nor a cost is stated",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["ccg", "population", 318_000],
    ["mcp-contract", "termMonths", 180],
    ["mcp-contract", "outcomePercent", 10],
  ],
});
