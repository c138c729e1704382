import type * as Y from "yjs";
import { fieldStore, sameValue, writeKey } from "./fieldStore.ts";
import type { Value } from "./layout.ts";
import { type Change, LOCAL_EDIT, type Step } from "./Step.ts";

interface Entry {
  readonly label: string;
  readonly step: Step;
  readonly mergeKey: string | undefined;
}

/** What an undo or redo did. `kept` are the changes that somebody has overwritten since, and which were therefore left as they are. */
export interface UndoOutcome {
  readonly direction: "undo" | "redo";
  readonly label: string;
  readonly applied: number;
  readonly kept: readonly Change[];
}

/** What can be undone and redone now, in the words of the steps; undefined where nothing can. */
export interface UndoState {
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
}

/** How many steps are kept: a long session's worth, small beside the document. */
const mostSteps = 500;

/**
 * One person's own undo: takes back what this person did and nothing that anybody else did. A value is put back only where the
 * value that this person wrote still stands.
 */
export class UndoHistory {
  private done: Entry[] = [];
  private undone: Entry[] = [];
  private current: UndoState = { undoLabel: undefined, redoLabel: undefined };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly doc: Y.Doc) {}

  get state(): UndoState {
    return this.current;
  }

  /**
   * Adds a step, unless it changed nothing. A step with the same merge key as the one before it (typing in one field) becomes one with it, as long
   * as nobody came between.
   */
  record(label: string, step: Step, mergeKey?: string): void {
    if (step.length === 0) return;
    const last = this.done.at(-1);
    const merged =
      last && mergeKey !== undefined && last.mergeKey === mergeKey && this.undone.length === 0
        ? merge(last.step, step)
        : undefined;
    if (last && merged) this.done[this.done.length - 1] = { ...last, step: merged };
    else this.done.push({ label, step, mergeKey });
    if (this.done.length > mostSteps) this.done.shift();
    this.undone = [];
    this.changed();
  }

  /** What the newest steps that can be undone did, newest first. */
  newestLabels(most: number): readonly string[] {
    return this.done
      .slice(-most)
      .map(({ label }) => label)
      .reverse();
  }

  /** Takes back the newest step. Returns undefined where there is none. */
  undo(): UndoOutcome | undefined {
    return this.shift("undo", this.done, this.undone);
  }

  /** Does the newest undone step again. Returns undefined where there is none. */
  redo(): UndoOutcome | undefined {
    return this.shift("redo", this.undone, this.done);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private shift(direction: UndoOutcome["direction"], from: Entry[], to: Entry[]): UndoOutcome | undefined {
    const entry = from.pop();
    if (!entry) return undefined;
    const { reversed, kept } = this.reverse(entry.step);
    if (reversed.length > 0) to.push({ ...entry, step: reversed, mergeKey: undefined });
    this.changed();
    return { direction, label: entry.label, applied: reversed.length, kept };
  }

  private reverse(step: Step): { reversed: Step; kept: readonly Change[] } {
    const reversed: Change[] = [];
    const kept: Change[] = [];
    this.doc.transact(() => {
      const stands = (change: Change) =>
        sameValue(fieldStore(this.doc, change.root, change.record)?.get(change.key) as Value, change.after);
      // A decision is one statement of one person: it is taken back whole, or not at all.
      const changedSince = new Set(
        step.filter((change) => change.root === "decisions" && !stands(change)).map(({ record }) => record),
      );
      for (const change of [...step].reverse()) {
        const isWhole = change.root !== "decisions" || !changedSince.has(change.record);
        const written =
          isWhole && stands(change)
            ? writeKey(this.doc, change.root, change.record, change.key, change.before)
            : undefined;
        if (written) reversed.push(written);
        else kept.push(change);
      }
    }, LOCAL_EDIT);
    return { reversed, kept };
  }

  private changed(): void {
    this.current = { undoLabel: this.done.at(-1)?.label, redoLabel: this.undone.at(-1)?.label };
    for (const listener of [...this.listeners]) listener();
  }
}

/** Two steps as one; undefined where somebody wrote between them to what both touch. */
function merge(first: Step, second: Step): Step | undefined {
  const merged: Change[] = [...first];
  for (const next of second) {
    const index = merged.findIndex(
      (change) => change.root === next.root && change.record === next.record && change.key === next.key,
    );
    const before = merged[index];
    if (!before) merged.push(next);
    else if (sameValue(before.after, next.before)) merged[index] = { ...next, before: before.before };
    else return undefined;
  }
  return merged;
}
