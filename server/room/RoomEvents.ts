/** What a room tells those who count and log. Nothing of it holds content or tokens. */
export interface RoomEvents {
  updatesReceived(count: number): void;
  /** Somebody wrote who may not. */
  updateDropped(bytes: number): void;
  presenceReceived(): void;
  /** A document was read from the store and opened. */
  loaded(bytes: number, ms: number): void;
  /** @param waitedMs from the receipt of the oldest update of the group until the store had it. */
  committed(waitedMs: number): void;
  /** Somebody reads more slowly than the map changes. */
  slowReader(outcome: "resynchronised" | "closed"): void;
  commitFailed(docId: string, error: unknown): void;
  compactionFailed(docId: string, error: unknown): void;
  /** Yjs could not apply what had passed every check. */
  broke(docId: string, error: unknown): void;
}
