import { expect, test } from "vitest";
import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot } from "../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";
import type { Decision } from "../../../shared/model/systemMap.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import { buildMap } from "../../support/buildMap.ts";

const RULE = "price-below-cost";

/** A contract at a price below its cost: one finding whose facts are the two figures. */
function seeded(clientID = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  const map = buildMap()
    .contract("older", "prime-provider", { annualValue: 100, estimatedAnnualCost: 120 })
    .map();
  seedDocument(doc, map);
  return doc;
}

function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientID;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

function finding(doc: Y.Doc): CheckedFinding {
  const found = checkMap(readSnapshot(doc)).find(({ rule }) => rule === RULE);
  if (found === undefined) throw new Error("The finding is gone.");
  return found;
}

function decisionOf(doc: Y.Doc, by: string, more: Partial<Decision> = {}): Decision {
  const { rule, subjects, facts } = finding(doc);
  return {
    rule,
    subjects: [...subjects].sort(),
    choice: "accepted",
    reason: `${by} has a reason`,
    by,
    at: "2026-11-22T10:00:00Z",
    facts,
    ...more,
  };
}

const decisionsOf = (doc: Y.Doc) => readSnapshot(doc).map.decisions ?? [];

test("an accepted finding comes back by itself when its facts change, and goes again when they are as they were", () => {
  const doc = seeded();
  edit(doc, (editor) => editor.accept(decisionOf(doc, "Ann")));
  expect(finding(doc).accepted).toBe(true);
  edit(doc, (editor) => editor.setField("older", "name", "Older people"));
  expect(finding(doc).accepted).toBe(true);
  edit(doc, (editor) => editor.setField("older", "annualValue", 90));
  expect(finding(doc).accepted).toBeUndefined();
  edit(doc, (editor) => editor.setField("older", "annualValue", 100));
  expect(finding(doc).accepted).toBe(true);
});

for (const [annId, benId] of [
  [10, 20],
  [20, 10],
] as const) {
  test(`two who accept the same finding at once leave one whole decision, the same for both (${annId}, ${benId})`, () => {
    const ann = seeded(annId);
    const ben = copyOf(ann, benId);
    const decisions = [decisionOf(ann, "Ann", { reviewBy: "2027-04-01" }), decisionOf(ben, "Ben")];
    edit(ann, (editor) => editor.accept(decisions[0] as Decision));
    edit(ben, (editor) => editor.accept(decisions[1] as Decision));
    exchange(ann, ben);
    expect(decisionsOf(ann)).toEqual(decisionsOf(ben));
    expect(decisionsOf(ann)).toHaveLength(1);
    expect(decisions).toContainEqual(decisionsOf(ann)[0]);
    for (const doc of [ann, ben]) expect(finding(doc).accepted).toBe(true);
  });

  test(`two who accept a finding anew at once leave no mixture of theirs (${annId}, ${benId})`, () => {
    const ann = seeded(annId);
    edit(ann, (editor) => editor.accept(decisionOf(ann, "Ann", { reviewBy: "2027-04-01" })));
    edit(ann, (editor) => editor.setField("older", "annualValue", 90));
    const ben = copyOf(ann, benId);
    const decisions = [
      decisionOf(ann, "Ann", { reason: "Still fine" }),
      decisionOf(ben, "Ben", { reviewBy: "2028-04-01" }),
    ];
    edit(ann, (editor) => editor.accept(decisions[0] as Decision));
    edit(ben, (editor) => editor.accept(decisions[1] as Decision));
    exchange(ann, ben);
    expect(decisionsOf(ann)).toEqual(decisionsOf(ben));
    expect(decisions).toContainEqual(decisionsOf(ann)[0]);
  });
}

test("accepting and withdrawing are one step each, taken back and done again", () => {
  const doc = seeded();
  const history = new UndoHistory(doc);
  const decision = decisionOf(doc, "Ann");
  history.record(
    "Accept",
    edit(doc, (editor) => editor.accept(decision)),
  );
  history.undo();
  expect(finding(doc).accepted).toBeUndefined();
  history.redo();
  expect(decisionsOf(doc)).toEqual([decision]);
  history.record(
    "Withdraw",
    edit(doc, (editor) => editor.withdraw(decision.rule, decision.subjects)),
  );
  expect(finding(doc).accepted).toBeUndefined();
  history.undo();
  expect(decisionsOf(doc)).toEqual([decision]);
});

test("undoing one’s own acceptance leaves the one that another has put in its place", () => {
  const ann = seeded(10);
  const ben = copyOf(ann, 20);
  const history = new UndoHistory(ann);
  history.record(
    "Accept",
    edit(ann, (editor) => editor.accept(decisionOf(ann, "Ann"))),
  );
  edit(ben, (editor) => editor.accept(decisionOf(ben, "Ben")));
  exchange(ann, ben);
  expect(decisionsOf(ann)).toMatchObject([{ by: "Ben" }]);
  history.undo();
  expect(decisionsOf(ann)).toMatchObject([{ by: "Ben" }]);
});
