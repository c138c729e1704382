import { RESTORED, SCHEMA } from "../document/layout.ts";
import type { Change } from "../document/Step.ts";
import type { StoredState } from "./FlatState.ts";
import type { CheckpointKind } from "./HistoryAnswer.ts";
import { type HistorySegment, type PersonId, SERVER_PERSON } from "./HistorySegment.ts";
import { LogReplay } from "./LogReplay.ts";
import { minuteOf, SegmentBuilder } from "./SegmentBuilder.ts";

/** One row of a map's log. */
export interface LogRow {
  readonly ref: number;
  readonly person: PersonId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly update: Uint8Array;
}

/** The log of a map's document: what was digested before, and what was not, in order. */
export interface MapLog {
  readonly base: readonly LogRow[];
  readonly rows: readonly LogRow[];
}

/** The state of a map at a moment, to be kept whole. */
export interface MadeCheckpoint {
  readonly ref: number;
  readonly at: number;
  readonly kind: CheckpointKind;
  readonly state: StoredState;
}

/** What comes of a log. */
export interface DigestedLog {
  /** How many of the rows were digested, the oldest first. */
  readonly rowCount: number;
  /** The document as these rows and the base make it. */
  readonly snapshot: Uint8Array;
  readonly segments: readonly HistorySegment[];
  /** In order of their rows; the last one is the state after the last row. */
  readonly checkpoints: readonly MadeCheckpoint[];
}

export interface DigestOptions {
  /** Stops after the row with which the changes pass so many characters of text. Default: no limit. */
  readonly mostCharacters?: number;
  /** Whether the changes are told. Default: yes; without, only the states are. */
  readonly tellsChanges?: boolean;
}

/** Of one digest: whoever restores over and over keeps the last few states before. */
const mostExtraCheckpoints = 5;

/**
 * Replays a log row by row and tells who changed what when. The same rows give the same changes, wherever one digest ends and
 * the next begins.
 * @throws whatever Yjs throws on updates that it cannot apply.
 */
export function digestLog(log: MapLog, options: DigestOptions = {}): DigestedLog {
  return new LogDigest(log, options).run();
}

class LogDigest {
  readonly #rows: readonly LogRow[];
  readonly #replay: LogReplay;
  readonly #mostCharacters: number;
  readonly #tellsChanges: boolean;
  readonly #start: readonly MadeCheckpoint[];
  readonly #extra: MadeCheckpoint[] = [];
  readonly #segments = new Map<string, SegmentBuilder>();
  #startRows = 0;
  #characters = 0;

  constructor({ base, rows }: MapLog, { mostCharacters = Infinity, tellsChanges = true }: DigestOptions) {
    const [first] = rows;
    // What the server made a new map of is where its history begins, and nobody's change.
    const seed = base.length === 0 && first?.person === SERVER_PERSON ? [first] : [];
    this.#replay = new LogReplay([...base, ...seed].map(({ update }) => update));
    this.#rows = rows.slice(seed.length);
    this.#startRows = seed.length;
    this.#start = seed.map(({ ref, at }) => ({ ref, at, kind: "start", state: this.#replay.state.toJson() }));
    this.#mostCharacters = mostCharacters;
    this.#tellsChanges = tellsChanges;
  }

  run(): DigestedLog {
    let count = 0;
    let last: LogRow | undefined;
    for (const row of this.#rows) {
      if (this.#characters > this.#mostCharacters) break;
      this.#digest(row, last);
      last = row;
      count += 1;
    }
    const end: MadeCheckpoint[] = last
      ? [{ ref: last.ref, at: last.at, kind: "automatic", state: this.#replay.state.toJson() }]
      : [];
    return {
      rowCount: this.#startRows + count,
      snapshot: this.#replay.encode(),
      segments: [...this.#segments.values()],
      checkpoints: [...this.#start, ...this.#extra, ...end],
    };
  }

  #digest(row: LogRow, before: LogRow | undefined): void {
    const changes = this.#replay.apply(row.update);
    const kind = this.#kindOfCheckpointBefore(changes);
    if (kind && before) this.#keepStateBefore(changes, before, kind);
    if (changes.length === 0 || !this.#tellsChanges) return;
    const key = `${row.person}/${minuteOf(row.at)}`;
    const segment = this.#segments.get(key) ?? new SegmentBuilder(row.person, minuteOf(row.at));
    this.#segments.set(key, segment);
    segment.add(row.ref, row.at, changes, this.#replay.state);
    this.#characters += changes.reduce((sum, change) => sum + lengthOf(change), 0);
  }

  #kindOfCheckpointBefore(changes: readonly Change[]): CheckpointKind | null {
    const marks = changes.filter(({ root, before }) => root === "map" && before !== undefined);
    if (marks.some(({ key }) => key === SCHEMA)) return "before-upgrade";
    const restored = changes.some(({ root, key, after }) => root === "map" && key === RESTORED && after);
    return restored ? "before-restore" : null;
  }

  #keepStateBefore(changes: readonly Change[], { ref, at }: LogRow, kind: CheckpointKind): void {
    const { state } = this.#replay;
    for (const change of changes) state.revert(change);
    this.#extra.push({ ref, at, kind, state: state.toJson() });
    for (const change of changes) state.apply(change);
    if (this.#extra.length > mostExtraCheckpoints) this.#extra.shift();
  }
}

function lengthOf({ record, key, before, after }: Change): number {
  const textOf = (value: unknown) => (value === undefined ? 0 : JSON.stringify(value).length);
  return record.length + key.length + textOf(before) + textOf(after);
}
