import * as Y from "yjs";
import { SCHEMA_VERSION } from "../../shared/document/layout.ts";
import { MIGRATIONS, migrateDocument, schemaOf } from "../../shared/document/migrate.ts";
import { SERVER_AUTHOR } from "../storage/Author.ts";
import type { DocStore, StoredDocument } from "../storage/DocStore.ts";

/** The id under which the state of a document before its migration is kept. */
export function checkpointIdOf(docId: string, schema: number): string {
  return `${docId}/layout-${schema}`;
}

/**
 * Brings a stored document to the layout of today: first the state before is kept as a checkpoint, then the difference is
 * appended. Interrupted between the two, it is done again at the next load.
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
  const checkpointId = checkpointIdOf(docId, schemaOf(doc));
  const before = Y.encodeStateAsUpdate(doc);
  let difference: Uint8Array | undefined;
  doc.once("update", (update: Uint8Array) => {
    difference = update;
  });
  migrateDocument(doc, migrations, newest);
  if (!difference) return stored;
  const at = Date.now();
  if (!(await documents.load(checkpointId)))
    await documents.append(checkpointId, [{ update: before, author: SERVER_AUTHOR, at }]);
  const refs = await documents.append(docId, [{ update: difference, author: SERVER_AUTHOR, at }]);
  return { updates: [...stored.updates, difference], refs: [...stored.refs, ...refs] };
}
