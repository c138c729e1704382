import { describeSystem } from "./describeSystem.ts";

describeSystem("west-wakefield", {
  findings: [
    // The providers who would sign the alliance agreement are not named.
    ["error", "alliance-too-small", ["stage-1"]],
    // No board is described.
    ["error", "alliance-without-board", ["stage-1"]],
    // Some adult social care is envisaged in both stages; whose money that would be is not stated.
    ["error", "unpooled-social-care", ["stage-1"]],
    ["error", "unpooled-social-care", ["stage-2"]],
    // The budget of a whole population would lie with a partnership whose means are not known.
    ["warning", "thin-balance-sheet", ["stage-2", "partnership"]],
    // Partners across the system, none of them named.
    ["warning", "vehicle-without-parents", ["partnership"]],
    ["info", "contract-without-holder", ["stage-1"]],
  ],
  silent: {
    "contract-held-by-non-entity":
      "the virtual organisation is drawn as the agreement that it is, not as a holder",
    "provider-acts-as-commissioner": "the commissioners buy both stages",
    "commissioning-delegated-to-provider": "no delegation is stated",
    "missing-parent-guarantee": "the joint venture’s parents are not known, so none has failed to guarantee",
    "vat-leakage": "no sub-contract is stated",
    "risk-share-not-agreed": "incentives are to be decided and nothing is awarded",
    "term-too-short": "possibly ten years for the budget; none is stated for the alliance",
    "term-too-long": "possibly ten years",
    "pool-without-section-75": "no pool is stated",
    "core-primary-care-covered-twice": "GPs want to keep their core contracts alongside",
    "core-primary-care-without-return-right": "core primary care stays out",
    "core-primary-care-in-wrong-model": "core primary care stays out",
    "scope-beyond-the-buyers": "nothing in scope is bought by NHS England alone",
    "unadvertised-contract": "a tender or a dialogue is in view, and no value is stated",
    "procurement-route-not-stated": "nothing is awarded; the route is undecided",
    "assurance-missing": "the procurement has not begun",
    "joint-commissioning-without-forum": "which commissioners would buy together is not stated",
    "no-accountable-lead": "one partnership would hold the budget",
    "alliance-without-commissioner": "the commissioners expect the agreement",
    "alliance-not-unanimous": "no decision rule is stated",
    "alliance-sub-contracts-inside": "no sub-contract is stated",
    "contract-without-money": "nothing is awarded",
    "money-without-contract": "the commissioners would pay under the contract of the second stage",
    "mixed-payment": "a single budget",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["commissioners", "population", 363_000],
    ["stage-2", "termMonths", 120],
  ],
});
