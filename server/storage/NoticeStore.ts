/** What one server tells all others that share its store. It must reach every one of them: so it is stored, and the wire only says that there is something. */
export interface StoredNotice {
  /** Numbered in the order of the commits, without gaps. */
  readonly id: number;
  /** The server that it is from. */
  readonly server: string;
  readonly text: string;
}

/** Notices of the last hours. A failure rejects with a `StoreError`. */
export interface NoticeStore {
  add(server: string, text: string): Promise<number>;
  /** Those after this one, in order. */
  after(id: number): Promise<readonly StoredNotice[]>;
  /** The id of the last one that there ever was; 0 without any. */
  newest(): Promise<number>;
}
