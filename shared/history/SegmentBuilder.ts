import type { Change } from "../document/Step.ts";
import type { Json } from "../model/field.ts";
import type { FlatState } from "./FlatState.ts";
import type { HistoryChange, HistorySegment, NamedRecord, PersonId } from "./HistorySegment.ts";

const minuteMs = 60_000;
/** Of a name: what a line shows, and some more. */
const longestName = 200;

/** Gathers the changes of one person and minute. */
export class SegmentBuilder implements HistorySegment {
  readonly changes: HistoryChange[] = [];
  readonly named = new Map<string, NamedRecord>();
  at = 0;

  constructor(
    readonly person: PersonId,
    readonly minute: number,
  ) {}

  /** @param state as it stands after the row. */
  add(ref: number, at: number, changes: readonly Change[], state: FlatState): void {
    this.at = Math.max(this.at, at);
    for (const change of changes) {
      this.changes.push({ ref, ...change });
      if (change.root === "decisions") this.#nameSubjects(change.record, state);
      else if (change.root !== "map") this.#nameRecord(change, state);
    }
  }

  #nameRecord({ root, record, before, after }: Change, state: FlatState): void {
    if (root === "relations") this.#nameRelation(record, state);
    else this.#nameElement(record, state);
    for (const value of [before, after]) if (typeof value === "string") this.#nameElement(value, state);
  }

  #nameRelation(id: string, state: FlatState): void {
    const fields = state.record("relations", id);
    if (!fields) return;
    this.named.set(id, pick(fields, ["type", "from", "to"]));
    for (const end of [fields.get("from"), fields.get("to")])
      if (typeof end === "string") this.#nameElement(end, state);
  }

  #nameElement(id: string, state: FlatState): void {
    const fields = state.record("elements", id);
    if (fields) this.named.set(id, pick(fields, ["type", "kind", "name"]));
  }

  #nameSubjects(key: string, state: FlatState): void {
    for (const subject of subjectsIn(key)) {
      if (state.record("relations", subject)) this.#nameRelation(subject, state);
      else this.#nameElement(subject, state);
    }
  }
}

/** The minute of the clock that a moment lies in. */
export function minuteOf(at: number): number {
  return Math.floor(at / minuteMs);
}

/** The subjects that the key of a decision names; none where it is no such key. */
export function subjectsIn(decisionKey: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(decisionKey.replace(/#\d+$/, ""));
    return Array.isArray(parsed) ? parsed.slice(1).filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

function pick(fields: ReadonlyMap<string, Json>, keys: readonly (keyof NamedRecord)[]): NamedRecord {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = fields.get(key);
      if (typeof value !== "string") return [];
      return [[key, key === "name" ? value.slice(0, longestName) : value]];
    }),
  );
}
