import * as Y from "yjs";
import { SCHEMA_VERSION } from "../../shared/document/layout.ts";
import { MIGRATIONS, migrateDocument } from "../../shared/document/migrate.ts";
import { SERVER_AUTHOR } from "../storage/Author.ts";
import type { DocStore, StoredDocument } from "../storage/DocStore.ts";

/**
 * Brings a stored document to the layout of today by appending the difference. When the log becomes history, the state before
 * becomes a checkpoint; until then the rows before are that state.
 * @throws StoreError where the store cannot take it, Error where a step is missing; the document is unchanged then.
 */
export async function migrateStored(
  documents: DocStore,
  docId: string,
  stored: StoredDocument,
  migrations = MIGRATIONS,
  newest: number = SCHEMA_VERSION,
): Promise<StoredDocument> {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of stored.updates) Y.applyUpdate(doc, update);
  });
  let difference: Uint8Array | undefined;
  doc.once("update", (update: Uint8Array) => {
    difference = update;
  });
  migrateDocument(doc, migrations, newest);
  if (!difference) return stored;
  const at = Date.now();
  const refs = await documents.append(docId, [{ update: difference, author: SERVER_AUTHOR, at }]);
  const digested = { ref: stored.digested?.ref ?? 0, nextAt: stored.digested?.nextAt ?? at };
  return { updates: [...stored.updates, difference], refs: [...stored.refs, ...refs], digested };
}
