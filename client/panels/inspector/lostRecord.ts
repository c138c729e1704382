import type * as Y from "yjs";
import { fieldStore } from "../../../shared/document/fieldStore.ts";
import { DELETED, RECORD_ROOTS, type RecordRoot } from "../../../shared/document/layout.ts";
import type { MapSession } from "../../sync/MapSession.ts";

/** An element or relation that has been deleted, as the document still knows it. */
export interface LostRecord {
  /** What it was called; for a relation or where it had no name, what it is. */
  readonly name: string;
  /** Who deleted it: a name, "you", or undefined where that is not known any more. */
  readonly by: string | undefined;
}

/** What is known of a deleted element or relation; undefined where the document holds nothing of it that could come back. */
export function lostRecord(session: MapSession, id: string): LostRecord | undefined {
  const found = deletedStore(session.doc, id);
  if (found === undefined) return undefined;
  return { name: nameIn(found.store, found.root), by: whoDeleted(session, found.store) };
}

/**
 * Puts a deleted element or relation back, as undoing its deletion does for whoever deleted it: what others have written to it
 * meanwhile is there, too. Redo deletes it again.
 * @returns whether it is back.
 */
export function bringBack(session: MapSession, id: string): boolean {
  const found = deletedStore(session.doc, id);
  if (found === undefined || !session.canEdit) return false;
  const { root, store } = found;
  session.history.record(`Delete ${nameIn(store, root)}`, [
    { root, record: id, key: DELETED, before: undefined, after: true },
  ]);
  session.undo();
  return store.get(DELETED) === undefined;
}

function deletedStore(doc: Y.Doc, id: string): { root: RecordRoot; store: Y.Map<unknown> } | undefined {
  for (const root of RECORD_ROOTS) {
    const store = fieldStore(doc, root, id);
    if (store?.get(DELETED) === true) return { root, store };
  }
  return undefined;
}

function nameIn(store: Y.Map<unknown>, root: RecordRoot): string {
  const name = store.get("name");
  if (typeof name === "string" && name.trim() !== "") return name.trim();
  const type = store.get("type");
  if (root === "relations" || typeof type !== "string") return "a connection";
  return `an unnamed ${type}`;
}

/** The document knows which client wrote a key, and presence whose client that is. */
function whoDeleted(session: MapSession, store: Y.Map<unknown>): string | undefined {
  const client = store._map.get(DELETED)?.id.client;
  if (client === session.doc.clientID) return "you";
  return session.presence.others().find(({ clientId }) => clientId === client)?.name;
}
