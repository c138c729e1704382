import type {
  HistoryAnswer,
  HistoryCheckpoint,
  HistoryEntry,
  HistoryLine,
} from "../../../shared/history/HistoryAnswer.ts";

export const ANN = { name: "Ann Archer", organisation: "Cambridgeshire CCG", link: "Editors" };
export const BEN = { name: "Ben Okafor", organisation: "CPFT", link: "Editors" };

/** A change at a moment, a minute after the one before. */
export function entry(moment: number, given: Partial<HistoryEntry> = {}): HistoryEntry {
  return { moment, at: timeOf(moment), person: ANN, lines: [lineAbout("ccg")], ...given };
}

export function checkpoint(moment: number, given: Partial<HistoryCheckpoint> = {}): HistoryCheckpoint {
  return {
    id: `checkpoint-${moment}`,
    moment,
    at: timeOf(moment),
    name: null,
    kind: "automatic",
    person: null,
    ...given,
  };
}

export function lineAbout(id: string): HistoryLine {
  return { parts: ["renamed ", { id, name: `the ${id}` }] };
}

/** A page with one entry for each of these moments; all that is older is left out. */
export function page(moments: readonly number[], next: number | null = null): HistoryAnswer {
  return { entries: moments.map((moment) => entry(moment)), checkpoints: [], next };
}

function timeOf(moment: number): string {
  return new Date(Date.UTC(2026, 4, 3, 9, moment)).toISOString();
}
