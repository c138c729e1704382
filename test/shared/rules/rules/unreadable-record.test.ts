import { expect, it } from "vitest";
import * as Y from "yjs";
import { seedDocument } from "../../../../shared/document/seed.ts";
import { readSnapshot } from "../../../../shared/document/snapshot.ts";
import { checkMap } from "../../../../shared/rules/checkMap.ts";
import { buildMap } from "../../../support/buildMap.ts";

it("unreadable-record is a warning for each stored record that is left out of the map", () => {
  const doc = new Y.Doc();
  seedDocument(doc, buildMap().place("Town").map());
  doc.getMap("elements").set("odd", new Y.Map([["type", "spaceship"]]));
  doc.getMap("relations").set("broken", "no record at all");
  const findings = checkMap(readSnapshot(doc));
  expect(
    findings.map(({ rule, severity, basis, subjects }) => ({ rule, severity, basis, subjects })),
  ).toEqual([
    { rule: "unreadable-record", severity: "warning", basis: "completeness", subjects: ["broken"] },
    { rule: "unreadable-record", severity: "warning", basis: "completeness", subjects: ["odd"] },
  ]);
  expect(findings[1]?.message).toContain("spaceship");
});
