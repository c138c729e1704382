import { describeSystem } from "./describeSystem.ts";

describeSystem("salford-2016", {
  findings: [
    // Six councillors and six GPs; who may vote, and by what majority, is not stated.
    ["warning", "board-without-decision-rule", ["joint-committee"]],
    // The value of the agreement for social care is not stated, only that of the pool.
    ["warning", "contract-without-money", ["section-75"]],
    // Paid as before: partly by fee for service, partly by block.
    ["warning", "mixed-payment", ["service-contract"]],
    // The sources name section 75 for the delegation to the trust, not for the pool.
    ["warning", "pool-without-section-75", ["pool", "ccg", "council"]],
  ],
  silent: {
    "provider-acts-as-commissioner": "Salford Royal buys under its own contract",
    "commissioning-delegated-to-provider": "what moves to the trust is functions of the council",
    "delegation-without-legal-basis": "section 75 is named for both functions",
    "contract-held-by-non-entity": "the holder is a foundation trust",
    "conflict-of-interest": "the trust advises beside the commissioners and sits on no board that decides",
    "missing-parent-guarantee": "no parent company",
    "unpooled-social-care": "adult social care is in the pool",
    "core-primary-care-covered-twice": "core primary care stays out",
    "core-primary-care-without-return-right": "core primary care stays out",
    "core-primary-care-in-wrong-model": "core primary care stays out",
    "vat-leakage": "no new company outside the NHS family",
    "unadvertised-contract":
      "the contract’s value is not stated, so whether the rule of 2016 caught it is open",
    "procurement-route-not-stated": "an assessment of the most capable provider",
    "assurance-missing": "signed while the national checks were still being developed",
    "risk-share-not-agreed": "it is not capitated yet",
    "upside-only-risk": "how loss and gain are split is not stated",
    "term-too-short": "five years and five more",
    "term-too-long": "five years and five more",
    "money-out-exceeds-in": "no figures show a gap, and a deficit of the first year has a named payer",
    "council-out-of-balance": "no income of the council is stated",
    "sub-contracts-exceed-head": "no value is stated",
    "alliance-without-commissioner": "the trusts’ alliance stands under the head contract",
    "alliance-too-small": "the trusts’ alliance stands under the head contract",
    "alliance-without-board": "the trusts’ alliance stands under the head contract",
    "integrator-delivers-nothing": "it delivers acute, community and social care itself",
    "standard-contract-issued-by-non-commissioner": "who sub-contracts is a statutory NHS body",
    "joint-commissioning-without-forum": "a joint committee exists",
    "devolution-without-order": "functions are delegated and none is transferred",
    "no-accountable-lead": "Salford Royal answers for all",
    "thin-balance-sheet": "a foundation trust holds the contract",
    "public-involvement-delegated": "nothing is said about who consults",
    "price-below-cost": "no price is stated",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["ccg", "population", 230_000],
    ["service-contract", "termMonths", 60],
    ["service-contract", "extensionMonths", 60],
  ],
});
