import type { Logger } from "pino";

/** Says in the log when the store begins to fail and when it is well again: once each, not at every try. */
export class StoreHealth {
  readonly #log: Logger;
  readonly #isFailingNow: () => boolean;
  #failingSinceMs: number | null = null;

  /** @param isFailingNow whether something still waits for a store that has refused it. */
  constructor(log: Logger, isFailingNow: () => boolean) {
    this.#log = log;
    this.#isFailingNow = isFailingNow;
  }

  failed(docId: string, error: unknown): void {
    if (this.#failingSinceMs !== null) return;
    this.#failingSinceMs = performance.now();
    this.#log.error(
      { err: error, docId },
      "The store cannot take changes. They are kept in memory and tried again; people are told.",
    );
  }

  committed(): void {
    if (this.#failingSinceMs === null || this.#isFailingNow()) return;
    const seconds = Math.round((performance.now() - this.#failingSinceMs) / 1000);
    this.#failingSinceMs = null;
    this.#log.info({ seconds }, "The store takes changes again, and has those that waited.");
  }
}
