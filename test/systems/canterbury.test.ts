import { describeSystem } from "./describeSystem.ts";

describeSystem("canterbury", {
  findings: [
    // Two reports name the alliance, and neither says who governs it, who commissions it, what it costs or how it was
    // let: 001:1126–1132, 004:392, 628.
    ["error", "alliance-without-board", ["alliance"]],
    ["warning", "alliance-without-commissioner", ["alliance"]],
    ["warning", "contract-without-buyer", ["alliance"]],
    ["warning", "contract-without-money", ["alliance"]],
    ["warning", "procurement-route-not-stated", ["alliance"]],
  ],
  silent: {
    "alliance-too-small": "providers, in the plural, so two cards stand for them",
    "contract-without-holder": "the providers are in it together",
    "contract-held-by-non-entity": "the providers stay separate; the alliance is no body",
    "no-accountable-lead": "an alliance has equal partners and no lead",
    "risk-share-not-agreed": "risks and rewards are shared",
    "upside-only-risk": "risks are shared as well as rewards",
    "uncapped-private-risk": "that any of the providers is private is not stated",
    "missing-parent-guarantee": "a contractual joint venture has no vehicle",
    "vehicle-without-parents": "a contractual joint venture has no vehicle",
    "assurance-missing": "in use before the assurance process, which is England’s",
    "unadvertised-contract": "no value and no route are stated",
    "unpooled-social-care": "no service is named",
    "isolated-element": "no commissioner is drawn for want of a tie",
    "duplicate-organisation": "the two placeholders bear different names",
  },
  figures: [],
});
