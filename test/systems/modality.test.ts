import { describeSystem } from "./describeSystem.ts";

describeSystem("modality", {
  findings: [
    // If Modality leads it manages core primary care money too; how the CCG comes to hold that is not said.
    ["warning", "scope-beyond-the-buyers", ["budget", "ccg"]],
    // Small primary care bodies may not survive even small losses on a large capitated budget.
    ["warning", "thin-balance-sheet", ["budget", "modality"]],
    // A cap and collar is wanted, and its thresholds are open.
    ["warning", "uncapped-private-risk", ["budget", "modality"]],
    // Core primary care is in scope, and no way back is mentioned.
    ["info", "core-primary-care-without-return-right", ["budget"]],
  ],
  silent: {
    "provider-acts-as-commissioner":
      "Modality would buy under its own contract; what Optum gives is support and no care",
    "commissioning-delegated-to-provider": "the commissioner decides scope, route and holder",
    "contract-held-by-non-entity": "a partnership of GPs can sign",
    "conflict-of-interest": "CCG and council left the board, so that no buyer sits on it",
    "missing-parent-guarantee": "the joint venture is the other option",
    "vehicle-without-parents": "the joint venture is the other option",
    "vat-leakage": "who the sub-contractors would be is not stated",
    "sub-contracts-back-to-parents": "Modality has no parents",
    "risk-share-not-agreed": "a cap and collar is proposed, and nothing is signed",
    "upside-only-risk": "losses past a threshold would be shared",
    "outcomes-without-measures": "no share that depends on outcomes is stated",
    "term-too-short": "possibly ten to fifteen years",
    "term-too-long": "possibly ten to fifteen years",
    "integrator-delivers-nothing": "Modality delivers care at 15 practices",
    "unpooled-social-care": "social care comes later, if at all",
    "core-primary-care-covered-twice": "no core contract is named beside the budget",
    "core-primary-care-in-wrong-model": "the kind of contract is not settled",
    "unadvertised-contract": "the route is undecided and no value is stated",
    "procurement-route-not-stated": "nothing is awarded",
    "assurance-missing": "the procurement has not begun",
    "joint-commissioning-without-forum": "one commissioner",
    "no-accountable-lead": "in the option that is drawn Modality leads alone",
    "board-without-decision-rule": "the board oversees a project, which is not on the map",
    "contract-without-money": "nothing is signed",
    "money-without-contract": "the CCG would pay under the budget’s contract",
    "mixed-payment": "one budget for the whole population",
    "isolated-element": "every body that is drawn has a stated part",
  },
  // 165,000 people of the planned system have no card of their own; the length is a range.
  figures: [["modality", "population", 70_000]],
});
