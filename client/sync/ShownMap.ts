import type { Transaction } from "yjs";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { MapSession, Person } from "./MapSession.ts";

/** What others do is shown no more often than this in all; where drawing it takes long, it leaves longer gaps. */
const SHORTEST_GAP_MS = 50;
/** So many times as long as it took to draw what others did, nothing of theirs is drawn. */
const GAP_PER_DRAWING = 1.5;
/** Where no frames come, as in a tab that nobody sees, it is taken over all the same. */
const LONGEST_WAIT_MS = 250;

/** Starts a drawing that gives way to what is more urgent. */
type DrawInSlices = (change: () => void) => void;

type Source = Pick<MapSession, "doc" | "snapshots" | "presence">;

/**
 * The map and the people in it as the page shows them. What this tab does is shown at once. What others do is gathered until the next
 * frame, with some time left between: however many they are, they are one drawing at a time, and a key press comes between two.
 * Where somebody draws in slices (`drawWith`), it is told inside of that, and the next of it waits until that is drawn.
 */
export class ShownMap {
  readonly #source: Source;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot;
  #others: readonly Person[];
  #stopFollowing: (() => void) | undefined;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawInSlices: DrawInSlices | undefined;
  #isDrawing = false;
  #drawnFrom = 0;
  #gapMs = SHORTEST_GAP_MS;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(source: Source) {
    this.#source = source;
    this.#snapshot = source.snapshots.get();
    this.#others = source.presence.others();
  }

  /** The map as it is shown: the same until the listeners are called. While nobody listens, as it is. */
  readonly snapshot = (): Snapshot => {
    if (this.#stopFollowing === undefined) this.#takeOver();
    return this.#snapshot;
  };

  /** Everybody else who is shown; see `Presence.others`. */
  readonly others = (): readonly Person[] => {
    if (this.#stopFollowing === undefined) this.#takeOver();
    return this.#others;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#stopFollowing ??= this.#follow();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stopFollowing?.();
      this.#stopFollowing = undefined;
    };
  };

  /** From now on what others do is drawn in slices, by this, which calls `noteDrawn` whenever it is done. Gives back what ends that. */
  drawWith(draw: DrawInSlices): () => void {
    this.#drawInSlices = draw;
    return () => {
      this.#isDrawing = false;
      this.#gapMs = SHORTEST_GAP_MS;
      this.#drawInSlices = undefined;
    };
  }

  /** What others have done has been drawn. */
  noteDrawn(): void {
    if (!this.#isDrawing) return;
    this.#isDrawing = false;
    this.#shownAt = performance.now();
    this.#gapMs = clamp(
      GAP_PER_DRAWING * (this.#shownAt - this.#drawnFrom),
      SHORTEST_GAP_MS,
      LONGEST_WAIT_MS,
    );
  }

  #follow(): () => void {
    this.#takeOver();
    const { doc, presence } = this.#source;
    const onTransaction = ({ changed, local }: Transaction) => {
      if (changed.size === 0) return;
      // A map that has just come is not waited for either.
      if (local || this.#snapshot.schemaVersion === 0) this.#show();
      else this.#wait();
    };
    doc.on("afterTransaction", onTransaction);
    const unsubscribe = presence.subscribe(() => this.#wait());
    return () => {
      doc.off("afterTransaction", onTransaction);
      unsubscribe();
      this.#stopWaiting();
    };
  }

  #takeOver(): void {
    this.#snapshot = this.#source.snapshots.get();
    this.#others = this.#source.presence.others();
  }

  #wait(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(this.#showWithoutFrame, LONGEST_WAIT_MS);
    this.#frame = requestAnimationFrame(this.#step);
  }

  readonly #step = (): void => {
    if (!this.#isDrawing && performance.now() - this.#shownAt >= this.#gapMs) this.#showTheirs();
    else this.#frame = requestAnimationFrame(this.#step);
  };

  readonly #showWithoutFrame = (): void => {
    if (this.#isDrawing) this.#timer = setTimeout(this.#showWithoutFrame, LONGEST_WAIT_MS);
    else this.#showTheirs();
  };

  readonly #showTheirs = (): void => {
    if (this.#drawInSlices === undefined) {
      this.#show();
      return;
    }
    this.#isDrawing = true;
    this.#drawnFrom = performance.now();
    this.#drawInSlices(this.#show);
  };

  readonly #show = (): void => {
    this.#stopWaiting();
    this.#takeOver();
    for (const listener of [...this.#listeners]) listener();
    // After what the listeners have left to the end of this task: they have drawn then.
    queueMicrotask(() => {
      this.#shownAt = performance.now();
    });
  };

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

const known = new WeakMap<Source, ShownMap>();

/** What the page shows of a session; the same for all who ask. */
export function shownMap(session: Source): ShownMap {
  const shown = known.get(session) ?? new ShownMap(session);
  known.set(session, shown);
  return shown;
}
