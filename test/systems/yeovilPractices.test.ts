import { describeSystem } from "./describeSystem.ts";

describeSystem("yeovil-practices", {
  findings: [
    // The slides give the contract to the system, which is not said to be a body that can sign.
    ["error", "contract-held-by-non-entity", ["pacs", "population-contract"]],
    // Who commissions either contract is not stated.
    ["info", "contract-without-buyer", ["core-contracts"]],
    ["info", "contract-without-buyer", ["population-contract"]],
  ],
  silent: {
    "provider-acts-as-commissioner": "nobody is said to buy anything",
    "commissioning-delegated-to-provider": "nothing is delegated",
    "conflict-of-interest": "no buyer is named",
    "missing-parent-guarantee": "the system has no parents, and the entity’s form is not stated",
    "thin-balance-sheet": "how the contract pays is not stated",
    "risk-share-not-agreed": "the contract is only planned",
    "term-too-short": "no term is stated",
    "vat-leakage": "no sub-contract is named",
    "unpooled-social-care": "the services are not listed",
    "core-primary-care-covered-twice": "the services are not listed",
    "core-primary-care-without-return-right":
      "the services are not listed, and GPs of the company may go back",
    "scope-beyond-the-buyers": "the services are not listed",
    "unadvertised-contract": "nothing is said of how it is procured",
    "procurement-route-not-stated": "the contract is only planned",
    "assurance-missing": "the contract is only planned",
    "no-accountable-lead": "one holder; the entity is its partner",
    "alliance-without-commissioner": "the system is no alliance contract",
    "alliance-too-small": "the system is no alliance contract",
    "alliance-without-board": "the system is no alliance contract",
    "contract-without-money": "the contract is only planned",
    "contract-without-holder": "the practices hold their core contracts, the system the other",
    "duplicate-organisation": "the seven practices are drawn once with both options",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [],
});
