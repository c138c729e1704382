import { describeSystem } from "./describeSystem.ts";

describeSystem("tower-hamlets", {
  findings: [
    // A company that only GPs own, and no word of a guarantee.
    ["warning", "missing-parent-guarantee", ["care-group", "extra-services", "gps"]],
    // Who buys the extra services is not stated.
    ["info", "contract-without-buyer", ["extra-services"]],
  ],
  silent: {
    "contract-held-by-non-entity": "a community interest company is a legal body",
    "vehicle-without-parents": "its GPs own it",
    "shares-not-100": "the shares are not stated",
    "thin-balance-sheet": "it holds no capitated budget",
    "uncapped-private-risk": "no share of risk is stated",
    "vat-leakage": "no sub-contract is stated",
    "sub-contracts-back-to-parents": "no sub-contract is stated",
    "conflict-of-interest": "no buyer is stated",
    "core-primary-care-covered-twice": "the services are those beyond core care",
    "core-primary-care-without-return-right": "the services are those beyond core care",
    "core-primary-care-in-wrong-model": "the services are those beyond core care",
    "scope-beyond-the-buyers": "no buyer is stated and core care stays out",
    "unpooled-social-care": "no social care is in scope",
    "procurement-route-not-stated": "whether a contract is running is not stated",
    "contract-without-money": "whether a contract is running is not stated",
    "contract-without-holder": "the company holds it",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [],
});
