import { expect, test } from "vitest";
import { snapshotOf } from "../../shared/document/snapshot.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { findingsOf, systemNamed } from "./findingsOf.ts";

const map = systemNamed("Cambridgeshire: UnitingCare, 2015");

test("UnitingCare has exactly the findings that its facts support", () => {
  expect(findingsOf(map)).toEqual([
    ["error", "missing-parent-guarantee", ["unitingcare", "contract", "cuh", "cpft"]],
    ["warning", "price-below-cost", ["contract"]],
    ["warning", "thin-balance-sheet", ["contract", "unitingcare"]],
    ["warning", "vat-leakage", ["contract", "unitingcare", "sub-cuh", "sub-cpft"]],
    ["info", "sub-contracts-back-to-parents", ["unitingcare", "sub-cuh", "sub-cpft", "cuh", "cpft"]],
  ]);
});

test.each([
  // An LLP is a legal body.
  "contract-held-by-non-entity",
  // The CCG could take the services back, and did.
  "commissioning-delegated-to-provider",
  // General practice is not in scope.
  "core-primary-care-covered-twice",
  "core-primary-care-without-return-right",
  "core-primary-care-in-wrong-model",
  // An open tender with 60 interested parties.
  "unadvertised-contract",
  // The assurance process was made because of this case.
  "assurance-missing",
  // Its length was not the fault.
  "term-too-short",
  "term-too-long",
  "contract-without-money",
  "integrator-delivers-nothing",
  "mixed-payment",
  "joint-commissioning-without-forum",
  "devolution-without-order",
  "no-accountable-lead",
  // No social care is in the contract.
  "unpooled-social-care",
  // A terminated contract is past money.
  "money-out-exceeds-in",
  "sub-contracts-exceed-head",
  "provider-acts-as-commissioner",
])("UnitingCare is not told %s", (rule) => {
  expect(findingsOf(map).filter(([, found]) => found === rule)).toEqual([]);
});

test("the finding about the guarantee names the partnership and both parents", () => {
  const finding = checkMap(snapshotOf(map)).find(({ rule }) => rule === "missing-parent-guarantee");
  expect(finding?.message).toContain("UnitingCare Partnership");
  expect(finding?.message).toContain("Cambridge University Hospitals NHS Foundation Trust");
  expect(finding?.message).toContain("Cambridgeshire and Peterborough NHS Foundation Trust");
  expect(finding?.sources.join(" ")).toContain("King’s Fund");
  expect(finding?.fixes.length).toBeGreaterThan(0);
});

test("UnitingCare holds no figure that its sources do not state", () => {
  const amounts = [...map.elements, ...map.relations].flatMap((record) =>
    Object.entries(record).filter(([field, value]) => typeof value === "number" && field !== "order"),
  );
  expect(amounts).toEqual([
    ["totalValue", 726_000_000],
    ["priceCeiling", 752_000_000],
  ]);
});
