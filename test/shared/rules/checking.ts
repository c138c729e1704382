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

/** The keys of the findings that must be fixed. */
export function errorKeys(snapshot: Snapshot): Set<string> {
  return new Set(checkMap(snapshot).flatMap(({ severity, key }) => (severity === "error" ? [key] : [])));
}

/** What a fix of a finding leaves: whether the finding is still there, and which errors are new. */
export function effectOfFix(map: MapBuilder, finding: CheckedFinding, fix: Fix | undefined) {
  const after = afterFix(map, fix);
  const before = errorKeys(map.snapshot());
  return {
    remains: checkMap(after).some(({ key }) => key === finding.key),
    newErrors: [...errorKeys(after)].filter((key) => !before.has(key)),
    after,
  };
}
