import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Editor, edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { SnapshotStore, snapshotOf } from "../../../shared/document/snapshot.ts";
import type { Json } from "../../../shared/model/field.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { RULE_SETTINGS, type SystemMap } from "../../../shared/model/systemMap.ts";
import { type CheckedFinding, checkMap } from "../../../shared/rules/checkMap.ts";
import { LiveCheck } from "../../../shared/rules/LiveCheck.ts";
import { RULES } from "../../../shared/rules/registry.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { buildMap } from "../../support/buildMap.ts";
import { randomMap } from "./randomMap.ts";

/** Some two thousand edits, each checked twice: the limit is for a machine that is busy with other things. */
const longestRunMs = 180_000;

/** All that a finding says, fixes included. */
function said(findings: readonly CheckedFinding[]) {
  return findings.map((finding) => ({
    key: finding.key,
    severity: finding.severity,
    ownSeverity: finding.ownSeverity,
    basis: finding.basis,
    subjects: finding.subjects,
    message: finding.message,
    accepted: finding.accepted,
    facts: finding.facts,
    fixes: finding.fixes.map(({ id, label }) => [id, label]),
  }));
}

/** Numbers that choose what to do to which record; what they choose depends on the map at that moment. */
const step = fc.record({
  what: fc.constantFrom(
    "field",
    "field",
    "field",
    "relate",
    "relate",
    "add",
    "remove",
    "move",
    "map",
    "rule",
    "accept",
  ),
  which: fc.nat(),
  how: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(items: readonly T[], number: number): T | undefined =>
  items[number % Math.max(items.length, 1)];

/** One edit of a map, with the records of another map as a quarry of values. */
function change(
  editor: Editor,
  { what, which, how }: Step,
  map: SystemMap,
  donor: SystemMap,
  newId: () => string,
) {
  const records = [...map.elements, ...map.relations];
  const record = pick(records, which);
  if (!record) return;
  if (what === "field") copyField(editor, record, pick(alike(record, donor), how), which + how);
  else if (what === "remove") editor.remove([record.id]);
  else if (what === "add") {
    const element = pick(donor.elements, how);
    if (element) editor.addElement({ ...element, id: newId() });
  } else if (what === "relate") relate(editor, pick(donor.relations, how), map, which, newId());
  else if (what === "move" && "position" in record)
    editor.setField(record.id, "position", { x: which % 900, y: how % 900 });
  else if (what === "map") changeMap(editor, how);
  else if (what === "rule")
    editor.setRule(pick(RULES, which)?.id ?? "", pick([...RULE_SETTINGS, undefined], how));
  else if (what === "accept") accept(editor, pick(checkMap(snapshotOf(map)), which), how);
}

function alike({ type }: { readonly type: string }, donor: SystemMap) {
  return [...donor.elements, ...donor.relations].filter((other) => other.type === type);
}

function copyField(
  editor: Editor,
  record: object & { id: string },
  other: object | undefined,
  number: number,
) {
  if (!other) return;
  const fixed = new Set(["id", "type", "from", "to", "contract", "place", "consultation"]);
  const fields = [...new Set([...Object.keys(record), ...Object.keys(other)])].filter(
    (field) => !fixed.has(field),
  );
  const field = pick(fields, number);
  if (!field) return;
  const value = (other as Readonly<Record<string, Json>>)[field];
  if (value === undefined && (field === "name" || field === "position" || field === "kind")) return;
  editor.setField(record.id, field, value);
}

function relate(editor: Editor, relation: Relation | undefined, map: SystemMap, number: number, id: string) {
  const from = pick(map.elements, number);
  const to = pick(map.elements, Math.floor(number / 7));
  if (relation && from && to) editor.addRelation({ ...relation, id, from: from.id, to: to.id });
}

function changeMap(editor: Editor, how: number) {
  if (how % 3 === 0) editor.setMapField("regime", how % 2 ? "england-2012" : "england-2022");
  else if (how % 3 === 1)
    editor.setMapField("asOf", pick(["2012-01-01", "2017-06-30", "2026-11-22", undefined], how));
  else editor.setMapField("title", `Title ${how}`);
}

function accept(editor: Editor, finding: CheckedFinding | undefined, how: number) {
  if (!finding) return;
  const { rule, facts } = finding;
  const subjects = [...finding.subjects].sort();
  if (how % 3 === 0) editor.withdraw(rule, subjects);
  else
    editor.accept({ rule, subjects, choice: "accepted", reason: "seen", by: "A", at: "2026-11-22", facts });
}

describe("a check of a map that is being edited", () => {
  it(
    "finds after every edit what a full check finds",
    () => {
      let edits = 0;
      let kept = 0;
      fc.assert(
        fc.property(
          randomMap,
          randomMap,
          fc.array(step, { minLength: 1, maxLength: 12 }),
          (start, donor, steps) => {
            const doc = new Y.Doc();
            seedDocument(doc, start.map());
            const store = new SnapshotStore(doc);
            const live = new LiveCheck();
            live.check(store.get());
            let count = 0;
            for (const each of steps) {
              const before = new Set(live.findings);
              edit(doc, (editor) =>
                change(editor, each, store.get().map, donor.map(), () => `new-${++count}`),
              );
              expect(said(live.check(store.get()))).toEqual(said(checkMap(store.get())));
              edits++;
              kept += live.findings.filter((finding) => before.has(finding)).length;
            }
          },
        ),
        { numRuns: 300 },
      );
      expect(edits).toBeGreaterThan(1000);
      expect(kept).toBeGreaterThan(1000);
    },
    longestRunMs,
  );

  it("looks again only at what has to do with the edit, and not at all at what is only moved", () => {
    const looked: string[] = [];
    const nosy: Rule<"contract"> = {
      ...(RULES.find(({ id }) => id === "price-below-cost") as Rule<"contract">),
      check(contract, view) {
        looked.push(contract.id);
        view.buyersOf(contract);
      },
    };
    const map = buildMap()
      .organisation("A", "ccg")
      .organisation("B", "ccg")
      .contract("a", "prime-provider")
      .contract("b", "prime-provider")
      .relate("commissions", "A", "a")
      .relate("commissions", "B", "b");
    const doc = new Y.Doc();
    seedDocument(doc, map.map());
    const store = new SnapshotStore(doc);
    const live = new LiveCheck([nosy]);
    const lookedAfter = (write: (editor: Editor) => void) => {
      looked.length = 0;
      edit(doc, write);
      live.check(store.get());
      return [...looked];
    };
    expect(lookedAfter(() => undefined)).toEqual(["a", "b"]);
    expect(lookedAfter((editor) => editor.setField("A", "name", "Another name"))).toEqual(["a"]);
    expect(lookedAfter((editor) => editor.setField("A", "position", { x: 9, y: 9 }))).toEqual([]);
    expect(lookedAfter((editor) => editor.setField("b", "annualValue", 9))).toEqual(["b"]);
    expect(lookedAfter((editor) => editor.remove(["commissions-2"]))).toEqual(["b"]);
    expect(lookedAfter((editor) => editor.remove(["A"]))).toEqual(["a"]);
    expect(lookedAfter((editor) => editor.setMapField("title", "Another title"))).toEqual([]);
    expect(lookedAfter((editor) => editor.setMapField("regime", "england-2022"))).toEqual(["a", "b"]);
  });

  it("gives the same findings as long as nothing has come, gone or changed", () => {
    const map = buildMap().contract("a", "prime-provider").contract("b", "prime-provider");
    const doc = new Y.Doc();
    seedDocument(doc, map.map());
    const store = new SnapshotStore(doc);
    const live = new LiveCheck();
    const before = live.check(store.get());
    edit(doc, (editor) => editor.setField("a", "notes", "Nothing that a rule reads"));
    expect(live.check(store.get())).toBe(before);
    edit(doc, (editor) => editor.setField("a", "name", ""));
    const after = live.check(store.get());
    expect(after).not.toBe(before);
    expect(after.filter(({ subjects }) => subjects[0] === "b")).toEqual(
      before.filter(({ subjects }) => subjects[0] === "b"),
    );
    for (const finding of before.filter(({ subjects }) => subjects[0] === "b"))
      expect(after).toContain(finding);
  });

  it("shows the findings of before until its steps have come to their end", () => {
    const map = buildMap();
    for (let number = 0; number < 200; number++) map.contract(`c${number}`, "prime-provider");
    const live = new LiveCheck();
    const steps = live.steps(map.snapshot());
    let turns = 0;
    for (; !steps.next().done; turns++) expect(live.findings).toEqual([]);
    expect(turns).toBeGreaterThan(5);
    expect(said(live.findings)).toEqual(said(checkMap(map.snapshot())));
  });

  it("takes back what it said of a rule that failed, when it fails no more", () => {
    const fragile: Rule<"contract"> = {
      ...(RULES.find(({ id }) => id === "price-below-cost") as Rule<"contract">),
      check({ name }) {
        if (name === "bad") throw new Error("cannot");
      },
    };
    const doc = new Y.Doc();
    seedDocument(doc, buildMap().contract("a", "gms", { name: "bad" }).contract("b", "gms").map());
    const store = new SnapshotStore(doc);
    const live = new LiveCheck([fragile]);
    expect(live.check(store.get()).map(({ rule, subjects }) => [rule, subjects])).toEqual([
      ["rule-failed", ["a"]],
    ]);
    edit(doc, (editor) => editor.setField("b", "name", "bad"));
    expect(live.check(store.get()).map(({ subjects }) => subjects)).toEqual([["a", "b"]]);
    edit(doc, (editor) => editor.remove(["a", "b"]));
    expect(live.check(store.get())).toEqual([]);
  });
});
