import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot, type Snapshot } from "../../../shared/document/snapshot.ts";
import { type CheckedFinding, checkMap } from "../../../shared/rules/checkMap.ts";
import type { Fix } from "../../../shared/rules/finding.ts";
import type { MapBuilder } from "../../support/buildMap.ts";

/** The findings of one rule on a map, in the public order. */
export function findingsOf(rule: string, map: MapBuilder): CheckedFinding[] {
  return checkMap(map.snapshot()).filter((finding) => finding.rule === rule);
}

/** The only finding of a rule on a map. */
export function theFinding(rule: string, map: MapBuilder): CheckedFinding {
  const [finding, ...more] = findingsOf(rule, map);
  if (!finding || more.length > 0) throw new Error(`${rule}: ${more.length + (finding ? 1 : 0)} findings`);
  return finding;
}

/** What the panel offers for a finding. */
export function fixLabels(finding: CheckedFinding): string[] {
  return finding.fixes.map(({ label }) => label);
}

/** The map after a click on a fix, by way of a live document as in the product. */
export function afterFix(map: MapBuilder, fix: Fix | undefined): Snapshot {
  if (!fix) throw new Error("no such fix");
  const doc = new Y.Doc();
  seedDocument(doc, map.map());
  let count = 0;
  edit(doc, (editor) => fix.apply(editor, () => `new-${++count}`));
  return readSnapshot(doc);
}

/** What a fix of a finding leaves: whether the finding is still there, and which errors are new. */
export function effectOfFix(map: MapBuilder, finding: CheckedFinding, fix: Fix | undefined) {
  const after = afterFix(map, fix);
  const before = errorsOf(map.snapshot());
  const found = checkMap(after);
  return {
    // In order: of two bodies that own each other, either can be the one that is told, with the same key.
    remains: found.some(
      ({ rule, subjects }) => rule === finding.rule && subjects.join(" ") === finding.subjects.join(" "),
    ),
    newErrors: errorsOf(after).flatMap((error) =>
      before.some((one) => covers(one, error)) ? [] : [error.key],
    ),
    after,
  };
}

function errorsOf(snapshot: Snapshot): CheckedFinding[] {
  return checkMap(snapshot).filter(({ severity }) => severity === "error");
}

/** An error that has lost some of its subjects, such as one of two parents without a guarantee, is no new one. */
function covers(before: CheckedFinding, after: CheckedFinding): boolean {
  return before.rule === after.rule && after.subjects.every((id) => before.subjects.includes(id));
}
