import { describeSystem } from "./describeSystem.ts";

describeSystem("devon", {
  findings: [
    // The system is to hold the capitated budget, and a system is no legal body: 002:108–113, 276–279.
    ["error", "contract-held-by-non-entity", ["acds", "arrangement"]],
  ],
  silent: {
    "contract-without-buyer": "one strategic commissioner",
    "joint-commissioning-without-forum": "one strategic commissioner",
    "provider-acts-as-commissioner": "commissioning is kept apart from provision",
    "commissioning-delegated-to-provider": "who is to commission locally is not stated",
    "integrator-delivers-nothing": "what the system delivers itself is not stated",
    "thin-balance-sheet": "who stands behind the system is not stated",
    "vehicle-without-parents": "a system of providers is not a vehicle",
    "missing-parent-guarantee": "a system of providers is not a vehicle",
    "risk-share-not-agreed": "a principle, neither awarded nor live",
    "term-too-short": "no length is stated",
    "outcomes-without-measures": "“outcomes based” gives no share of the payment",
    "procurement-route-not-stated": "a principle, neither awarded nor live",
    "contract-without-money": "a principle, neither awarded nor live",
    "assurance-missing": "not in procurement yet",
    "unadvertised-contract": "no value is stated",
    "unpooled-social-care": "“health and social care” lists no services, and one commissioner pays for all",
    "pool-without-section-75": "a capitated budget of one commissioner is not a pool",
    "core-primary-care-covered-twice": "that core general practice is in the budget is not stated",
    "scope-beyond-the-buyers": "specialised services may be left out, and none is listed",
    "money-without-contract": "the commissioner pays the budget, which the system holds",
    "isolated-element": "the CCG and the specialised commissioners, who have no tie, are not drawn",
  },
  figures: [],
});
