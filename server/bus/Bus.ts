import type { RowRef } from "../storage/DocStore.ts";

/** Somebody on this server who has a document open. */
export interface Subscriber {
  /** What other servers have appended, after all that came before, in the order of its rows. What this server wrote itself may be among it. */
  onRows(updates: readonly Uint8Array[]): void;
  /** What a server has said about the document. It may be lost, and a server that has died says nothing of it. */
  onSaid(server: string, message: Uint8Array): void;
  /** The document is no more. */
  onGone(): void;
}

/** A document that is open here. */
export interface Subscription {
  /** From now on rows come: those after this one. Whatever was appended since it was read is among them. */
  start(after: RowRef): void;
  /** This server has appended these rows, and the store has them. */
  noteCommitted(refs: readonly RowRef[], updates: readonly Uint8Array[]): void;
  /** Tells the other servers something about the document, as far as it gets through. */
  say(message: Uint8Array): void;
  end(): void;
}

/**
 * Between the servers that share a store: rows of a document arrive at every server that has it open, at least once and in their order, whatever
 * happens to the wire.
 */
export interface Bus {
  /** Resolves when nothing is missed any more: then the document may be read, and `start` be told up to which row. */
  subscribe(docId: string, subscriber: Subscriber): Promise<Subscription>;
  close(): Promise<void>;
}
