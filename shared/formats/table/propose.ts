import type { SystemMap } from "../../model/systemMap.ts";
import { MapDraft } from "./MapDraft.ts";
import type { KnownCards, Proposal, RowOutcome } from "./Proposal.ts";
import { RowScribe } from "./RowScribe.ts";
import type { ReadTable } from "./readTable.ts";
import { takeRow } from "./takeRow.ts";

export interface ProposeOptions {
  readonly makeId: () => string;
  /** Default `fill`: what the map states stands. */
  readonly known?: KnownCards;
}

/** What a table would add to a map and change on it. Nothing is written. */
export function propose(table: ReadTable, map: SystemMap, options: ProposeOptions): Proposal {
  const steps = proposeByRows(table, map, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one row a step, so that a long table can be gone through without holding up the page. */
export function* proposeByRows(
  table: ReadTable,
  map: SystemMap,
  { makeId, known = "fill" }: ProposeOptions,
): Generator<void, Proposal> {
  const draft = new MapDraft(map, makeId, known);
  const outcomes: RowOutcome[] = [];
  for (const row of table.rows) {
    outcomes.push(takeRow[table.kind](new RowScribe(table, row, draft), draft));
    yield;
  }
  return { kind: table.kind, ...draft.result(), outcomes };
}
