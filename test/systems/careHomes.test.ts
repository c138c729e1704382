import { describeSystem } from "./describeSystem.ts";

describeSystem("care-homes", {
  // A memorandum of understanding binds nobody to deliver or to pay: 000:421–432.
  findings: [],
  silent: {
    "contract-held-by-non-entity": "a memorandum is not a contract, so partners need no legal body for it",
    "contract-without-buyer": "nobody buys under a memorandum",
    "contract-without-money": "roles and responsibilities, no money",
    "procurement-route-not-stated": "nothing is procured by a memorandum",
    "commissioner-acts-as-provider": "what part the local authority takes is not stated",
    "conflict-of-interest": "a memorandum has no two sides",
    "alliance-without-board": "the alliance agreement is under consideration",
    "alliance-without-commissioner": "the alliance agreement is under consideration",
    "alliance-too-small": "the alliance agreement is under consideration",
    "no-accountable-lead": "there is no contract to lead",
    "risk-share-not-agreed": "no genuine share of risk, and no contract that would need one",
    "vehicle-without-parents": "the vanguard is a partnership, not a vehicle",
    "missing-parent-guarantee": "the vanguard is a partnership, not a vehicle",
    "joint-commissioning-without-forum": "no commissioner is named as such",
    "money-without-contract": "no payment is stated",
    "unpooled-social-care": "no contract covers social care, and no service is named",
    "isolated-element": "all five are partners",
  },
  figures: [],
});
