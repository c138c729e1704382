import { describeSystem } from "./describeSystem.ts";

describeSystem("manchester", {
  findings: [
    // The council delegates through a partnership agreement; the power in law behind it is not named: 002:1688–1692.
    ["warning", "delegation-without-legal-basis", ["council-delegates", "council", "board"]],
  ],
  silent: {
    "commissioning-delegated-to-provider": "the board is a sub-committee of the CCG, not a provider",
    "devolution-without-order": "delegated, not transferred for good",
    "public-involvement-delegated": "that duty is not mentioned",
    "contract-held-by-non-entity": "the partnership agreement delegates; it is no contract to deliver",
    "commissioner-acts-as-provider": "the partnership agreement delegates; it is no contract to deliver",
    "informal-body-commissions": "no contract of the board is described",
    "board-without-decision-rule": "the board governs and commissions nothing on this map",
    "joint-commissioning-without-forum": "no contract is described that the two would buy together",
    "pool-without-section-75": "no pool is mentioned",
    "unpooled-social-care": "no contract and no pool are mentioned",
    "duplicate-organisation": "the three former CCGs are merged into one",
    "isolated-element": "both commissioners delegate to the board",
  },
  figures: [],
});
