import type { Snapshot, SnapshotStore } from "../../shared/document/snapshot.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

/** At the latest then, however busy the browser is. */
const longestWaitMs = 400;
/** What a check may take of a moment that is not idle: little enough that a key press still shows within a frame. */
const busySliceMs = 4;

/** Checks a map in short steps, and again after each edit; see `LiveCheck`. */
export interface StepwiseCheck {
  readonly findings: readonly CheckedFinding[];
  steps(snapshot: Snapshot): Iterator<void, void>;
}

/**
 * Checks the map whenever it has changed, in the browser's idle time and in slices, so that typing and dragging never wait for
 * the rules. The rules themselves are loaded then, too: the map is on the screen before. Several changes at once are one check, of the newest state.
 */
export class FindingsStore {
  readonly #snapshots: Pick<SnapshotStore, "get" | "subscribe">;
  readonly #loadCheck: () => Promise<StepwiseCheck>;
  #check: StepwiseCheck | undefined;
  /** A check that has begun and has not come to its end. */
  #steps: Iterator<void, void> | undefined;
  readonly #listeners = new Set<() => void>();
  #findings: readonly CheckedFinding[] = [];
  #checks = 0;
  #begun: Snapshot | undefined;
  #cancelWaiting: (() => void) | undefined;
  #isStarted = false;

  constructor(snapshots: Pick<SnapshotStore, "get" | "subscribe">, loadCheck: () => Promise<StepwiseCheck>) {
    this.#snapshots = snapshots;
    this.#loadCheck = loadCheck;
  }

  /** The same array as long as no finding has come, gone or changed. */
  readonly get = (): readonly CheckedFinding[] => this.#findings;

  /** How many checks have come to their end. What the fixes of a finding would do may differ after each. */
  readonly checks = (): number => this.#checks;

  /** Calls the listener after each check. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to follow the map; the function that it returns ends that. */
  start(): () => void {
    this.#isStarted = true;
    const unsubscribe = this.#snapshots.subscribe(() => this.#wait());
    this.#wait();
    return () => {
      this.#isStarted = false;
      unsubscribe();
      this.#cancelWaiting?.();
      this.#cancelWaiting = undefined;
    };
  }

  #wait(): void {
    this.#cancelWaiting ??= whenIdle((hasTime) => {
      this.#cancelWaiting = undefined;
      if (this.#check === undefined) this.#load();
      else this.#goOn(this.#check, hasTime);
    });
  }

  #load(): void {
    this.#loadCheck().then(
      (check) => {
        this.#check = check;
        if (this.#isStarted) this.#wait();
      },
      // The network went while the rules were on their way: the next change tries again.
      () => undefined,
    );
  }

  /** A check that has begun comes to its end before the next one begins, so that steady editing starves none. */
  #goOn(check: StepwiseCheck, hasTime: () => boolean): void {
    if (this.#steps === undefined) {
      const snapshot = this.#snapshots.get();
      if (snapshot === this.#begun) return;
      this.#begun = snapshot;
      this.#steps = check.steps(snapshot);
    }
    while (!this.#steps.next().done) {
      if (hasTime()) continue;
      this.#wait();
      return;
    }
    this.#steps = undefined;
    this.#findings = check.findings;
    this.#checks += 1;
    for (const listener of this.#listeners) listener();
    if (this.#snapshots.get() !== this.#begun) this.#wait();
  }
}

/** Runs something when the browser is idle, at the latest after a while. Safari has no idle callback. */
function whenIdle(run: (hasTime: () => boolean) => void): () => void {
  const forAWhile = () => {
    const end = performance.now() + busySliceMs;
    return () => performance.now() < end;
  };
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(
      (deadline) => run(deadline.didTimeout ? forAWhile() : () => deadline.timeRemaining() > 0),
      { timeout: longestWaitMs },
    );
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(() => run(forAWhile()), 0);
  return () => clearTimeout(handle);
}
