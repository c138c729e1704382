import { describeSystem } from "./describeSystem.ts";

describeSystem("plymouth", {
  // Pooled under Section 75 by a council and a CCG, the rest aligned: 002:1646–1651.
  findings: [],
  silent: {
    "pool-without-section-75": "Section 75 of the NHS Act 2006 is named",
    "pool-lacks-a-partner": "the council and the CCG both pay in",
    "non-public-body-in-pool": "no other body pays in",
    "unpooled-social-care": "no contract is described",
    "council-out-of-balance": "no sum is stated",
    "commissioner-acts-as-provider": "the agreement is between commissioners: nobody delivers under it",
    "delegation-without-legal-basis": "no delegation is described",
    "joint-commissioning-without-forum": "no contract is described that the two would buy together",
    "board-without-decision-rule": "a joint commissioning board is typical, and not confirmed here",
    "money-out-exceeds-in": "no sum is stated",
    "money-without-contract": "the funds pay nobody on this map",
    "isolated-element": "both funds have both payers",
  },
  figures: [],
});
