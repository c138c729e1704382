import type { Snapshot, SnapshotStore } from "../../shared/document/snapshot.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

const longestWaitMs = 400;

/**
 * Checks the map whenever it has changed, in the browser's idle time so that typing and dragging never wait for the rules.
 * Several changes at once are one check, of the newest state.
 */
export class FindingsStore {
  readonly #snapshots: Pick<SnapshotStore, "get" | "subscribe">;
  readonly #check: (snapshot: Snapshot) => readonly CheckedFinding[];
  readonly #listeners = new Set<() => void>();
  #findings: readonly CheckedFinding[] = [];
  #checked: Snapshot | undefined;
  #cancelWaiting: (() => void) | undefined;

  constructor(
    snapshots: Pick<SnapshotStore, "get" | "subscribe">,
    check: (snapshot: Snapshot) => readonly CheckedFinding[],
  ) {
    this.#snapshots = snapshots;
    this.#check = check;
  }

  /** The same array until the next check. */
  readonly get = (): readonly CheckedFinding[] => this.#findings;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to follow the map; the function that it returns ends that. */
  start(): () => void {
    const unsubscribe = this.#snapshots.subscribe(() => this.#wait());
    this.#wait();
    return () => {
      unsubscribe();
      this.#cancelWaiting?.();
      this.#cancelWaiting = undefined;
    };
  }

  #wait(): void {
    this.#cancelWaiting ??= whenIdle(() => {
      this.#cancelWaiting = undefined;
      const snapshot = this.#snapshots.get();
      if (snapshot === this.#checked) return;
      this.#checked = snapshot;
      this.#findings = this.#check(snapshot);
      for (const listener of this.#listeners) listener();
    });
  }
}

/** Runs something when the browser is idle, at the latest after a while. Safari has no idle callback. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(run, { timeout: longestWaitMs });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 0);
  return () => clearTimeout(handle);
}
