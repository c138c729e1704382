import { describeSystem } from "./describeSystem.ts";

const ccgs = ["cannock-chase", "north-stafford", "stafford-surrounds", "stoke-on-trent"];

describeSystem("staffordshire", {
  findings: [
    // Four CCGs buy together; none is said to lead, and the programme board is no joint committee.
    ["warning", "joint-commissioning-without-forum", ["cancer-contract", ...ccgs]],
    ["warning", "joint-commissioning-without-forum", ["end-of-life-contract", ...ccgs]],
    // The prime contractors manage contracts for a fee and deliver no care.
    ["info", "integrator-delivers-nothing", ["cancer-contractor", "cancer-contract"]],
    ["info", "integrator-delivers-nothing", ["end-of-life-contractor", "end-of-life-contract"]],
  ],
  silent: {
    "provider-acts-as-commissioner": "the contractors are to buy under the contracts that they hold",
    "commissioning-delegated-to-provider": "contracts are managed under a contract, and nothing is delegated",
    "public-involvement-delegated": "consultation stays with the CCGs",
    "contract-held-by-non-entity": "the holders are not chosen, and their legal form is not stated",
    "conflict-of-interest": "no provider sits on the programme board, and Macmillan holds no contract",
    "informal-body-commissions": "the programme board runs the programme; the CCGs buy",
    "missing-parent-guarantee": "the holders are not chosen, so no parent is known",
    "thin-balance-sheet": "a management fee, and no budget handed over",
    "vat-leakage": "of what kind the contractors and the providers will be is not stated",
    "price-below-cost": "neither a price nor a cost is stated",
    "risk-share-not-agreed": "no capitation, and nothing awarded",
    "outcomes-without-measures": "incentives are still to be agreed",
    "term-too-short": "ten years",
    "term-too-long": "ten years",
    "unpooled-social-care": "the social care part cannot be told apart and is left out",
    "pool-without-section-75": "no pool is planned",
    "non-public-body-in-pool": "Macmillan pays management costs and not into a pool",
    "core-primary-care-covered-twice": "general practice is not in scope",
    "scope-beyond-the-buyers": "cancer care as a whole; no specialised service is named in the contract",
    "unadvertised-contract": "a procurement with a questionnaire and a shortlist, in 2014",
    "procurement-route-not-stated": "a procurement is under way",
    "assurance-missing": "before the national checks existed",
    "no-accountable-lead": "one prime contractor for each contract: for that reason no alliance was chosen",
    "alliance-without-commissioner": "an alliance was turned down",
    "alliance-too-small": "an alliance was turned down",
    "alliance-without-board": "an alliance was turned down",
    "board-without-decision-rule": "the programme board buys nothing and governs no contract",
    "contract-without-money": "nothing is awarded yet",
    "money-without-contract": "the providers’ contracts of today are many and not told apart",
    "money-out-exceeds-in": "the shares of the CCGs are not stated",
    "sub-contracts-exceed-head": "nothing splits the £1.2bn",
    "mixed-payment": "one fee; the block contracts lie outside",
    "council-out-of-balance": "the councils put no money in",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["cancer-contract", "termMonths", 120],
    ["end-of-life-contract", "termMonths", 120],
    ["budget", "annualAmount", 120_000_000],
    ["budget-pays", "annualAmount", 120_000_000],
  ],
});
