import { describeSystem } from "./describeSystem.ts";

describeSystem("south-somerset", {
  findings: [
    // Parents could give a guarantee, and none is stated.
    [
      "error",
      "missing-parent-guarantee",
      ["joint-venture", "population-contract", "yeovil", "general-practice"],
    ],
    // Two lists of tiers of partners, and no rule for votes.
    ["warning", "board-without-decision-rule", ["board"]],
    // A new body that its parents own holds a capitated budget alone; a GP-led start-up may not be strong enough.
    ["warning", "thin-balance-sheet", ["population-contract", "joint-venture"]],
    // A company may add cost that a trust would not.
    ["warning", "vat-leakage", ["population-contract", "joint-venture", "sub-yeovil"]],
    // Who commissions the core contracts is not stated.
    ["info", "contract-without-buyer", ["core-contracts"]],
    // Most services go back to the parents, whose staff stay with them.
    [
      "info",
      "sub-contracts-back-to-parents",
      ["joint-venture", "sub-yeovil", "sub-general-practice", "yeovil", "general-practice"],
    ],
  ],
  silent: {
    "provider-acts-as-commissioner": "the venture buys under its own contract",
    "commissioning-delegated-to-provider": "tactical tasks go to a unit inside the provider, by contract",
    "contract-held-by-non-entity":
      "the venture is to be a company or a partnership; the sources disagree which",
    "conflict-of-interest": "the venture’s board governs the venture and not the contract",
    "vehicle-without-parents": "the trust and general practice are its parents",
    "weak-guarantor": "nobody guarantees anything",
    "price-below-cost": "no price is stated",
    "risk-share-not-agreed": "not awarded; the split is to follow the risk that each bears",
    "upside-only-risk": "how risk is shared is not settled",
    "uncapped-private-risk": "how risk is shared is not settled",
    "outcomes-without-measures": "the view is to hold nothing back for outcomes",
    "term-too-short": "five to ten years, so that no term is entered",
    "term-too-long": "five to ten years, so that no term is entered",
    "integrator-delivers-nothing": "what the venture delivers itself is not stated",
    "unpooled-social-care": "social care is put off",
    "pool-without-section-75": "there is no pool with the council",
    "core-primary-care-covered-twice": "core primary care is out for now",
    "core-primary-care-without-return-right":
      "core primary care is out for now, and GPs of the company may go back",
    "core-primary-care-in-wrong-model": "core primary care is out for now",
    "scope-beyond-the-buyers": "core primary care is out for now",
    "unadvertised-contract": "a light-touch process is under way",
    "procurement-route-not-stated": "a light-touch process is under way",
    "assurance-missing": "the national checks began in November 2016",
    "joint-commissioning-without-forum": "the CCG alone buys",
    "no-accountable-lead": "one holder",
    "alliance-without-commissioner": "it is not an alliance",
    "alliance-too-small": "it is not an alliance",
    "alliance-without-board": "it is not an alliance",
    "contract-without-money": "not awarded, and no value stated",
    "money-without-contract": "all that is paid has its contract",
    "money-out-exceeds-in": "no amount is stated",
    "sub-contracts-exceed-head": "no value is stated",
    "mixed-payment": "one capitated budget",
    "shares-not-100": "the shares of the parents are not stated",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [],
});
