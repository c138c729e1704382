import { RESTORED } from "../../document/layout.ts";
import type { Entry } from "../entriesOf.ts";
import type { HistoryLine } from "../HistoryAnswer.ts";
import type { HistoryChange } from "../HistorySegment.ts";
import { type Clause, toLines } from "./Clause.ts";
import { mapClauses } from "./mapClauses.ts";
import { Names } from "./Names.ts";
import { decisionClauses, elementClauses, relationClauses } from "./recordClauses.ts";
import { restoredClause } from "./restoredClause.ts";
import { type RecordRuns, runsOf } from "./runsOf.ts";

/** What somebody did, in plain words; none where nothing of it lasted or can be seen. */
export function linesOf({
  changes,
  named,
  at,
}: Pick<Entry, "changes" | "named" | "at">): readonly HistoryLine[] {
  const names = new Names(named);
  const restored = changes.filter(isRestoring);
  // What a map that is put back differs in is one thing that was done.
  const rowsOfRestoring = new Set(restored.map(({ ref }) => ref));
  const others = changes.filter(({ ref }) => !rowsOfRestoring.has(ref));
  const clauses = runsOf(others).flatMap((record) => clausesOf(record, names));
  return toLines([...clauses, ...restored.map(({ after }) => restoredClause(after, at))]);
}

function isRestoring({ root, key }: HistoryChange): boolean {
  return root === "map" && key === RESTORED;
}

function clausesOf(record: RecordRuns, names: Names): readonly Clause[] {
  switch (record.root) {
    case "map":
      return mapClauses(record);
    case "elements":
      return elementClauses(record, names);
    case "relations":
      return relationClauses(record, names);
    case "decisions":
      return decisionClauses(record, names);
  }
}
