import { describeSystem } from "./describeSystem.ts";

describeSystem("northumberland", {
  findings: [
    // Votes on the ACO board are not settled.
    ["warning", "board-without-decision-rule", ["aco-board"]],
    // Adult social care operations are delegated since 2011; on what legal basis is not stated.
    ["warning", "delegation-without-legal-basis", ["council-delegates", "council", "northumbria"]],
    // The money for them goes with that delegation; no contract of their own is named.
    ["warning", "money-without-contract", ["council-pays-northumbria", "council", "northumbria"]],
  ],
  silent: {
    "provider-acts-as-commissioner": "the host passes on money under its own contract",
    "commissioner-acts-as-provider": "the CCG and the council buy",
    "commissioning-delegated-to-provider":
      "tactical tasks pass by contract; continuing health care goes to the council",
    "devolution-without-order": "functions are delegated and none is transferred for good",
    "contract-held-by-non-entity":
      "the foundation trust holds it for the partnership, which is no legal body",
    "conflict-of-interest": "the ACO board runs the partnership and does not govern the contract",
    "missing-parent-guarantee": "a trust holds it, which has no parents",
    "vat-leakage": "an NHS body holds it",
    "thin-balance-sheet": "a foundation trust holds it",
    "price-below-cost": "neither a ceiling nor a cost is stated",
    "risk-share-not-agreed": "it is only planned, and the partners are still to agree",
    "outcomes-without-measures": "outcomes guide the talks and not the payments",
    "outcome-share-too-high": "outcomes guide the talks and not the payments",
    "term-too-short": "ten years",
    "term-too-long": "ten years",
    "integrator-delivers-nothing": "the host delivers acute and community care itself",
    "unpooled-social-care": "social care stays a delegation beside the contract",
    "pool-without-section-75": "a pooled budget is only a word for what core primary care stays out of",
    "core-primary-care-covered-twice": "core primary care is out for now",
    "core-primary-care-without-return-right": "core primary care is out for now",
    "core-primary-care-in-wrong-model": "core primary care is out for now",
    "unadvertised-contract": "a prior information notice is published",
    "procurement-route-not-stated": "nothing is awarded",
    "assurance-missing": "only planned, and before the national checks began",
    "joint-commissioning-without-forum": "the CCG alone buys",
    "informal-body-commissions": "the joint unit supports both commissioners and buys nothing",
    "no-accountable-lead": "one host",
    "alliance-without-commissioner": "the partnership is no alliance contract",
    "alliance-too-small": "the partnership is no alliance contract",
    "alliance-without-board": "the partnership is no alliance contract",
    "contract-without-money": "about £400m a year",
    "money-out-exceeds-in": "what the host passes on is not stated",
    "sub-contracts-exceed-head": "no sub-contract has a value",
    "mixed-payment": "one capitated budget",
    "council-out-of-balance": "no income of the council is stated",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["ccg", "population", 322_000],
    ["aco-contract", "annualValue", 400_000_000],
    ["aco-contract", "termMonths", 120],
    ["aco-contract", "outcomePercent", 0],
    ["ccg-pays-northumbria", "annualAmount", 400_000_000],
  ],
});
