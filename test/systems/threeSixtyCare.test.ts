import { describeSystem } from "./describeSystem.ts";

describeSystem("3sixty-care", {
  // A company and its two owners: nothing to find before it holds a contract.
  findings: [],
  silent: {
    "missing-parent-guarantee": "the company holds no contract that a parent could guarantee",
    "vehicle-without-parents": "the trust and the GP provider own it together",
    "shares-not-100": "the shares are not stated",
    "ownership-cycle": "the owners are not owned by their company",
    "thin-balance-sheet": "no contract is described",
    "sub-contracts-back-to-parents": "no contract is described",
    "vat-leakage": "no contract is described",
    "contract-held-by-non-entity": "no contract is described",
    "provider-acts-as-commissioner": "no contract is described",
    "conflict-of-interest": "no contract is described",
    "money-out-exceeds-in": "no money is stated",
    "duplicate-organisation": "3Sixty Care and 3Sixty Care Partnership are two bodies, owner and owned",
    "isolated-element": "owners and company are joined",
  },
  figures: [],
});
