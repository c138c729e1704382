import { expect, test } from "vitest";
import { snapshotOf } from "../../shared/document/snapshot.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { describeSystem } from "./describeSystem.ts";
import { systemNamed } from "./findingsOf.ts";

const NAME = "cambridgeshire-unitingcare-2015";

describeSystem(NAME, {
  findings: [
    // No guarantee was sought from either parent.
    ["error", "missing-parent-guarantee", ["unitingcare", "contract", "cuh", "cpft"]],
    // £726m against a ceiling of £752m.
    ["warning", "price-below-cost", ["contract"]],
    // A partnership without substantial resources held a very large contract.
    ["warning", "thin-balance-sheet", ["contract", "unitingcare"]],
    // NHS sub-contractors could not recover their VAT on services to the partnership.
    ["warning", "vat-leakage", ["contract", "unitingcare", "sub-cuh", "sub-cpft"]],
    // The owners of the holder were its sub-contractors.
    ["info", "sub-contracts-back-to-parents", ["unitingcare", "sub-cuh", "sub-cpft", "cuh", "cpft"]],
  ],
  silent: {
    "contract-held-by-non-entity": "a limited liability partnership is a legal body",
    "commissioning-delegated-to-provider": "the CCG could take the services back, and did",
    "core-primary-care-covered-twice": "general practice is not in scope",
    "core-primary-care-without-return-right": "general practice is not in scope",
    "core-primary-care-in-wrong-model": "general practice is not in scope",
    "unadvertised-contract": "an open tender with 60 interested parties",
    "assurance-missing": "the assurance process was made because of this case",
    "term-too-short": "its length was not the fault",
    "term-too-long": "its length was not the fault",
    "contract-without-money": "a bid of £726m",
    "integrator-delivers-nothing": "the parents delivered through sub-contracts",
    "mixed-payment": "one budget",
    "joint-commissioning-without-forum": "one commissioner",
    "devolution-without-order": "no function was transferred",
    "no-accountable-lead": "one holder",
    "unpooled-social-care": "no social care is in the contract",
    "money-out-exceeds-in": "a terminated contract is past money",
    "sub-contracts-exceed-head": "a terminated contract is past money, and no value is stated",
    "provider-acts-as-commissioner": "it bought under its own contract",
    "conflict-of-interest": "owners of the holder who supply it stand on one side only",
    "alliance-without-commissioner": "it is not an alliance",
    "alliance-too-small": "it is not an alliance",
    "alliance-without-board": "it is not an alliance",
    "risk-share-not-agreed": "how risk was shared no longer matters to a contract that has ended",
    "outcomes-without-measures": "the share that depends on outcomes was planned and is not stated as fact",
    "pool-without-section-75": "there is no pool",
    "standard-contract-issued-by-non-commissioner": "the form of the sub-contracts is not stated",
    "board-without-decision-rule": "no board is described",
    "public-involvement-delegated": "nothing is said about who consults",
    "council-out-of-balance": "no council takes part",
    "isolated-element": "every body that is drawn has a stated part",
  },
  figures: [
    ["contract", "totalValue", 726_000_000],
    ["contract", "priceCeiling", 752_000_000],
  ],
});

test("the finding about the guarantee names the partnership and both parents", () => {
  const finding = checkMap(snapshotOf(systemNamed(NAME))).find(
    ({ rule }) => rule === "missing-parent-guarantee",
  );
  expect(finding?.message).toContain("UnitingCare Partnership");
  expect(finding?.message).toContain("Cambridge University Hospitals NHS Foundation Trust");
  expect(finding?.message).toContain("Cambridgeshire and Peterborough NHS Foundation Trust");
  expect(finding?.sources.join(" ")).toContain("King’s Fund");
  expect(finding?.fixes.length).toBeGreaterThan(0);
});
