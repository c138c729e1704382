import { describeSystem } from "./describeSystem.ts";

describeSystem("salford-2014", {
  findings: [
    // How the board decides is not stated for Salford.
    ["warning", "board-without-decision-rule", ["alliance-board"]],
    // The service contracts go on; whether the CCG, the council or both let each of them is not stated.
    ["warning", "contract-without-buyer", ["service-gmw"]],
    ["warning", "contract-without-buyer", ["service-salford-royal"]],
    // Two commissioners side by side, no lead; the alliance board is no joint committee of theirs.
    ["warning", "joint-commissioning-without-forum", ["alliance-agreement", "ccg", "council"]],
    // The hospice is paid from the pool; under what contract is not stated.
    ["warning", "money-without-contract", ["pool-pays-hospice", "pool", "hospice"]],
    // The legal basis of the pool is not stated.
    ["warning", "pool-without-section-75", ["pool", "ccg", "council"]],
    // How the service contracts came about is not stated.
    ["warning", "procurement-route-not-stated", ["service-gmw"]],
    ["warning", "procurement-route-not-stated", ["service-salford-royal"]],
    // The prime provider role is agreed in principle; who would let it is not stated.
    ["info", "contract-without-buyer", ["prime-provider-role"]],
  ],
  silent: {
    "provider-acts-as-commissioner": "Salford Royal buys nothing yet",
    "commissioner-acts-as-provider": "the council buys and provides care, and holds no contract",
    "commissioning-delegated-to-provider": "the board oversees; no function passes to a trust",
    "contract-held-by-non-entity": "two foundation trusts have signed",
    "conflict-of-interest": "the trusts sit on the board of the alliance itself",
    "missing-parent-guarantee": "no new company exists",
    "vat-leakage": "both who have signed are NHS bodies",
    "thin-balance-sheet": "two foundation trusts hold it, and it is not capitated",
    "risk-share-not-agreed": "it is not capitated",
    "upside-only-risk": "how risk and reward are shared is not stated",
    "outcomes-without-measures": "no payment hangs on outcomes",
    "outcome-share-too-high": "no payment hangs on outcomes",
    "term-too-short": "it is not capitated",
    "term-too-long": "3½ years, with three more possible",
    "integrator-delivers-nothing": "Salford Royal delivers care itself",
    "unpooled-social-care": "the council’s money is in the pool, which pays both trusts",
    "pool-lacks-a-partner": "the CCG and the council both pay in",
    "non-public-body-in-pool": "only the CCG and the council pay in",
    "core-primary-care-covered-twice": "general practice is not in scope",
    "unadvertised-contract": "2014, before the advertisement rule of 2016",
    "assurance-missing": "before the national checks existed",
    "no-accountable-lead": "partners in an alliance answer together",
    "alliance-without-commissioner": "the CCG and the council are both in it",
    "alliance-too-small": "two trusts have signed",
    "alliance-without-board": "the alliance board governs it",
    "alliance-not-unanimous": "how the board decides is not stated",
    "alliance-sub-contracts-inside": "no partner is said to let the prime provider role",
    "informal-body-commissions": "the boards oversee; the commissioners buy",
    "contract-without-money": "£98m in the first year; the pool pays the service contracts",
    "money-out-exceeds-in": "what each partner pays in, and what is paid out, is not stated",
    "sub-contracts-exceed-head": "the value of the prime provider role is not stated",
    "mixed-payment": "how the service contracts pay is not stated for 2014",
    "council-out-of-balance": "no income of the council is stated",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["alliance-agreement", "annualValue", 98_000_000],
    ["alliance-agreement", "totalValue", 700_000_000],
    ["alliance-agreement", "termMonths", 42],
    ["alliance-agreement", "extensionMonths", 36],
    ["alliance-agreement", "outcomePercent", 0],
    ["alliance-agreement", "outcomeMeasures", 7],
    ["pool", "annualAmount", 98_000_000],
  ],
});
