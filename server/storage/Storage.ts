import type { AccessStore } from "./AccessStore.ts";
import type { DocStore } from "./DocStore.ts";
import type { HistoryStore } from "./history/HistoryStore.ts";
import type { SecurityStore } from "./SecurityStore.ts";

/** What one adapter gives: documents and access, closed together. */
export interface Storage {
  readonly documents: DocStore;
  readonly history: HistoryStore;
  readonly access: AccessStore;
  readonly security: SecurityStore;
  /** Rejects where the store cannot take a write now. */
  checkWritable(): Promise<void>;
  close(): Promise<void>;
}
