import type { DocStore, LogEntry, RowRef } from "../storage/DocStore.ts";

export interface CommitQueueOptions {
  readonly docId: string;
  readonly documents: DocStore;
  /** Told of every group that the store has, with its rows and how long its oldest entry had waited. */
  onCommitted(refs: readonly RowRef[], entries: readonly LogEntry[], waitedMs: number): void;
  /** Told of every group that the store could not take; it stays here and is tried again. */
  onFailed(error: unknown): void;
}

/** From one commit to the next: a disk that is asked to sync a hundred times a second has time for nothing else. */
const groupMs = 15;
const firstRetryMs = 200;
const longestRetryMs = 2_000;

/**
 * Brings a room's updates to the store in their order: at once where it is idle, else one group at a time, the next made of
 * whatever came meanwhile.
 * What the store cannot take stays in memory and is tried again until it can.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  #waiting: LogEntry[] = [];
  #inFlight: readonly LogEntry[] = [];
  /** Entries ever queued, and of these, committed. */
  #queuedCount = 0;
  #committedCount = 0;
  #callbacks: { readonly position: number; readonly run: () => void }[] = [];
  #retryMs = firstRetryMs;
  #retryTimer: NodeJS.Timeout | undefined;
  #groupTimer: NodeJS.Timeout | undefined;
  #startedAtMs = Number.NEGATIVE_INFINITY;
  #isStopped = false;
  #flight: Promise<void> = Promise.resolve();

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  get isSettled(): boolean {
    return this.#committedCount === this.#queuedCount;
  }

  /** Entries that are not committed yet. */
  get waitingCount(): number {
    return this.#queuedCount - this.#committedCount;
  }

  /** When the oldest of these came in, in milliseconds since 1970; `null` where there is none. */
  get oldestAt(): number | null {
    return (this.#inFlight[0] ?? this.#waiting[0])?.at ?? null;
  }

  /** Whether the store has refused what waits here and has not taken it since, also while it is being asked again. */
  get isFailing(): boolean {
    return this.#retryMs > firstRetryMs && !this.#isStopped;
  }

  push(entries: readonly LogEntry[]): void {
    if (entries.length === 0 || this.#isStopped) return;
    this.#waiting.push(...entries);
    this.#queuedCount += entries.length;
    this.#startWhenDue();
  }

  /** Calls back once everything that was pushed so far is committed: at once if it is already. Never, if the queue is stopped before. */
  whenCommitted(run: () => void): void {
    if (this.isSettled) run();
    else if (!this.#isStopped) this.#callbacks.push({ position: this.#queuedCount, run });
  }

  /** Commits now what waits for its time. */
  hurry(): void {
    if (this.#groupTimer !== undefined) this.#start();
    if (this.#retryTimer === undefined) return;
    clearTimeout(this.#retryTimer);
    this.#commit();
  }

  /** Gives up what is not committed, and waits for what is on its way. */
  stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#groupTimer);
    this.#callbacks = [];
    this.#waiting = [];
    return this.#flight;
  }

  #startWhenDue(): void {
    if (this.#inFlight.length > 0 || this.#waiting.length === 0 || this.#groupTimer !== undefined) return;
    const waitMs = this.#startedAtMs + groupMs - performance.now();
    if (waitMs <= 0) this.#start();
    else this.#groupTimer = setTimeout(() => this.#start(), waitMs);
  }

  #start(): void {
    clearTimeout(this.#groupTimer);
    this.#groupTimer = undefined;
    this.#startedAtMs = performance.now();
    this.#inFlight = this.#waiting;
    this.#waiting = [];
    this.#commit();
  }

  #commit(): void {
    this.#retryTimer = undefined;
    const { docId, documents } = this.#options;
    this.#flight = documents.append(docId, this.#inFlight).then(
      (refs) => this.#onCommitted(refs),
      (error: unknown) => this.#onFailed(error),
    );
  }

  #onCommitted(refs: readonly RowRef[]): void {
    if (this.#isStopped) return;
    this.#retryMs = firstRetryMs;
    const waitedMs = Math.max(0, Date.now() - (this.oldestAt ?? Date.now()));
    const entries = this.#inFlight;
    this.#committedCount += entries.length;
    this.#inFlight = [];
    this.#startWhenDue();
    this.#options.onCommitted(refs, entries, waitedMs);
    const due = this.#callbacks.filter(({ position }) => position <= this.#committedCount);
    this.#callbacks = this.#callbacks.filter(({ position }) => position > this.#committedCount);
    for (const { run } of due) run();
  }

  #onFailed(error: unknown): void {
    if (this.#isStopped) return;
    this.#options.onFailed(error);
    this.#retryTimer = setTimeout(() => this.#commit(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }
}
