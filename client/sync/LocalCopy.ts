import type { Place } from "./ConnectionState.ts";

/** The copy of one map on this device, as one tab keeps it. */
export interface LocalCopy {
  /** Edits of earlier visits that no server has confirmed, as it was when the copy was opened. */
  readonly inherited: number;
  /** `device` while everything that is in the document is kept, or will be in a moment; `tab` where writing fails. */
  readonly place: Place;
  /** Whether something is on its way to the disk. */
  readonly isWriting: boolean;
  /** Called whenever {@link place} may be another. */
  onChange(listener: () => void): void;
  /** Keeps how many edits of this tab no server has confirmed, behind the edits themselves. */
  keepCount(edits: number): void;
  /** The server has everything of earlier visits. */
  inheritedIsConfirmed(): void;
  /** Stops following the document; the copy stays. */
  close(): Promise<void>;
  /** Stops following the document and deletes the copy. */
  remove(): Promise<void>;
}
