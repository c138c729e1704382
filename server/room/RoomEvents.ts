/** What a room tells those who count and log. Nothing of it holds content or tokens. */
export interface RoomEvents {
  updatesReceived(count: number): void;
  /** Somebody wrote who may not. */
  updateDropped(bytes: number): void;
  committed(): void;
  commitFailed(docId: string, error: unknown): void;
  compactionFailed(docId: string, error: unknown): void;
  /** Yjs could not apply what had passed every check. */
  broke(docId: string, error: unknown): void;
}
