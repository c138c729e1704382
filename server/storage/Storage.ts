import type { AccessStore } from "./AccessStore.ts";
import type { DocStore } from "./DocStore.ts";
import type { HistoryStore } from "./history/HistoryStore.ts";
import type { NoticeStore } from "./NoticeStore.ts";
import type { SecurityStore } from "./SecurityStore.ts";
import type { SignInStore } from "./SignInStore.ts";

/** What one adapter gives: documents and access, closed together. */
export interface Storage {
  readonly documents: DocStore;
  readonly history: HistoryStore;
  readonly access: AccessStore;
  readonly signIns: SignInStore;
  readonly security: SecurityStore;
  /** What servers that share the store tell each other; missing where it is one server's alone. */
  readonly notices?: NoticeStore;
  /** Rejects where the store cannot take a write now. */
  checkWritable(): Promise<void>;
  /** Missing where there is nothing on a disk to copy. */
  readonly copies?: StoreCopies;
  close(): Promise<void>;
}

/** Backups of a store. */
export interface StoreCopies {
  /**
   * Writes everything that was committed when it was called to a file that does not exist yet. Others go on working. The copy
   * is checked and on the disk when this resolves; where it rejects with a `StoreError`, there is no file.
   */
  copyTo(path: string, onProgress: (doneBytes: number, allBytes: number) => void): Promise<void>;
  /**
   * Checks a file that is to be restored, and brings it to the schema of today. `name` is what messages call it.
   * Rejects with a `StoreError` that says what is wrong with it.
   */
  prepare(path: string, name: string): Promise<void>;
  /** Puts the content of a prepared file in the place of everything: all, or nothing where it rejects. */
  replaceWith(path: string): Promise<void>;
}
