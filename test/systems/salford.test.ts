import { expect, test } from "vitest";
import { findingsOf, systemNamed } from "./findingsOf.ts";

const map = systemNamed("Salford: integrated care organisation, 2016");

test("Salford has exactly the findings that its facts support", () => {
  // The sources name section 75 for the delegation to the trust, not for the pool.
  expect(findingsOf(map)).toEqual([["warning", "pool-without-section-75", ["pool", "ccg", "council"]]]);
});

test.each([
  // Salford Royal buys under its own contract.
  "provider-acts-as-commissioner",
  // What moves to the trust is functions of the council.
  "commissioning-delegated-to-provider",
  "contract-held-by-non-entity",
  "missing-parent-guarantee",
  // Adult social care is in the pool.
  "unpooled-social-care",
  "core-primary-care-covered-twice",
  "core-primary-care-without-return-right",
  "core-primary-care-in-wrong-model",
  "vat-leakage",
  "assurance-missing",
  "term-too-short",
  "term-too-long",
  "money-out-exceeds-in",
  "alliance-without-commissioner",
  "alliance-too-small",
  "alliance-without-board",
  "integrator-delivers-nothing",
  "standard-contract-issued-by-non-commissioner",
  "joint-commissioning-without-forum",
  "devolution-without-order",
  "no-accountable-lead",
  "thin-balance-sheet",
])("Salford is not told %s", (rule) => {
  expect(findingsOf(map).filter(([, found]) => found === rule)).toEqual([]);
});
