import { describeSystem } from "./describeSystem.ts";

describeSystem("whitstable", {
  // Core contracts where they have always been, and a partnership beside them.
  findings: [],
  silent: {
    "core-primary-care-covered-twice": "no contract covers core care besides the GPs’ own",
    "core-primary-care-without-return-right": "the core contracts have not moved, so nothing is to return",
    "core-primary-care-in-wrong-model": "it is no new care model",
    "scope-beyond-the-buyers": "NHS England buys core primary care",
    "missing-parent-guarantee": "a partnership is no company of limited liability, and it holds no contract",
    "thin-balance-sheet": "no budget is held",
    "commissioner-acts-as-provider": "NHS England buys and holds nothing",
    "conflict-of-interest": "the GPs are on one side only",
    "procurement-route-not-stated": "core contracts are not tendered as others are",
    "unadvertised-contract": "core contracts are not tendered as others are",
    "contract-without-money": "no sum is stated, and a core contract needs none on the map",
    "contract-without-buyer": "the report of 2014 names NHS England",
    "contract-without-holder": "the GPs keep their contracts",
    "duplicate-organisation": "the GPs and their partnership are two cards with two names",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [],
});
