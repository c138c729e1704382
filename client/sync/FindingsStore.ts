import type { Snapshot, SnapshotStore } from "../../shared/document/snapshot.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

const longestWaitMs = 400;

/** Checks a whole map. */
export type Check = (snapshot: Snapshot) => readonly CheckedFinding[];

/**
 * Checks the map whenever it has changed, in the browser's idle time so that typing and dragging never wait for the rules.
 * The rules themselves are loaded then, too: the map is on the screen before. Several changes at once are one check, of the newest state.
 */
export class FindingsStore {
  readonly #snapshots: Pick<SnapshotStore, "get" | "subscribe">;
  readonly #loadCheck: () => Promise<Check>;
  #check: Check | undefined;
  readonly #listeners = new Set<() => void>();
  #findings: readonly CheckedFinding[] = [];
  #checked: Snapshot | undefined;
  #cancelWaiting: (() => void) | undefined;
  #isStarted = false;

  constructor(snapshots: Pick<SnapshotStore, "get" | "subscribe">, loadCheck: () => Promise<Check>) {
    this.#snapshots = snapshots;
    this.#loadCheck = loadCheck;
  }

  /** The same array until the next check. */
  readonly get = (): readonly CheckedFinding[] => this.#findings;

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
    this.#cancelWaiting ??= whenIdle(() => {
      this.#cancelWaiting = undefined;
      if (this.#check === undefined) this.#load();
      else this.#run(this.#check);
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

  #run(check: Check): void {
    const snapshot = this.#snapshots.get();
    if (snapshot === this.#checked) return;
    this.#checked = snapshot;
    this.#findings = check(snapshot);
    for (const listener of this.#listeners) listener();
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
