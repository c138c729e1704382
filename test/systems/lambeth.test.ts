import { describeSystem } from "./describeSystem.ts";

describeSystem("lambeth", {
  findings: [
    // Approved, and no leadership board is set up: 004:444–446.
    ["error", "alliance-without-board", ["alliance"]],
    // The council buys with the CCG, and its own Adult Social Care signs as a provider: 004:438, 450.
    ["warning", "conflict-of-interest", ["alliance", "council"]],
    // Two buyers with a memorandum between them and no committee: 004:420, 450.
    ["warning", "joint-commissioning-without-forum", ["alliance", "ccg", "council"]],
    // £8m a year, where rehabilitation costs £10.5m today: 004:117, 428.
    ["warning", "price-below-cost", ["alliance"]],
    // The budgets are kept apart and run together; a pool is planned for 2015: 004:420, 732.
    ["warning", "unpooled-social-care", ["alliance", "council"]],
  ],
  silent: {
    "provider-acts-as-commissioner": "it is the council that buys; Adult Social Care only delivers",
    "commissioner-acts-as-provider":
      "the council delivers through its department, which has a card of its own",
    "commissioning-delegated-to-provider": "the commissioners keep the decision",
    "contract-held-by-non-entity": "the four providers sign; the alliance is not drawn as a body",
    "public-involvement-delegated": "nobody says who carries that duty",
    "devolution-without-order": "no function is transferred",
    "missing-parent-guarantee": "there is no vehicle: the members share the contract",
    "vat-leakage": "no new company, and a foundation trust among the holders",
    "thin-balance-sheet": "not capitated, and a foundation trust among the holders",
    "risk-share-not-agreed": "it is agreed that no risk is shared at first",
    "upside-only-risk": "gains are not shared at first either",
    "outcomes-without-measures": "the share that depends on outcomes is still to be negotiated",
    "term-too-short": "two years and one are short, but the rule is about capitated contracts",
    "integrator-delivers-nothing": "an alliance has no integrator",
    "standard-contract-issued-by-non-commissioner":
      "the standard contract has no alliance version, and the CCG buys",
    "pool-without-section-75": "no pool exists yet",
    "pool-lacks-a-partner": "no pool exists yet",
    "council-out-of-balance": "the council’s income is not stated",
    "core-primary-care-covered-twice": "general practice is not in scope",
    "core-primary-care-without-return-right": "general practice is not in scope",
    "core-primary-care-in-wrong-model": "general practice is not in scope",
    "scope-beyond-the-buyers": "mental health and social care are for the CCG and the council to buy",
    "unadvertised-contract": "the threshold dates from April 2016, and it starts in March 2015",
    "procurement-route-not-stated": "existing providers, without a market test",
    "assurance-missing": "designed before the assurance process existed",
    "no-accountable-lead": "an alliance has equal partners and no lead",
    "alliance-without-commissioner": "two commissioners buy it",
    "alliance-too-small": "four providers sign",
    "alliance-not-unanimous": "there is no board yet that could decide by majority",
    "alliance-sub-contracts-inside": "no sub-contract is stated",
    "board-without-decision-rule": "there is no board yet that could state one",
    "contract-without-money": "£8m a year",
    "money-without-contract": "all four are paid under the alliance contract",
    "money-out-exceeds-in": "how the £8m divides is not stated",
    "sub-contracts-exceed-head": "no sub-contract is stated",
    "mixed-payment": "one method at a time: lump sums first, direct costs later",
  },
  figures: [
    ["alliance", "annualValue", 8_000_000],
    ["alliance", "termMonths", 24],
    ["alliance", "extensionMonths", 12],
    ["alliance", "estimatedAnnualCost", 10_500_000],
  ],
});
