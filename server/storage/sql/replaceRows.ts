import type { Transaction } from "kysely";
import { newestOf, type RowRef } from "../DocStore.ts";
import { StoreError } from "../StoreError.ts";
import { inParts } from "./inParts.ts";
import type { Schema } from "./schema.ts";

/**
 * Puts a snapshot in the place of exactly these rows of a document.
 * @throws StoreError where one of them is not there any more; the transaction must not be committed then.
 */
export async function replaceRows(
  transaction: Transaction<Schema>,
  docId: string,
  snapshot: Uint8Array,
  refs: readonly RowRef[],
): Promise<void> {
  let deleted = 0n;
  for (const some of inParts(refs)) {
    const { numDeletedRows } = await transaction
      .deleteFrom("updates")
      .where("doc_id", "=", docId)
      .where("ref", "in", some)
      .executeTakeFirstOrThrow();
    deleted += numDeletedRows;
  }
  if (refs.length === 0 || deleted !== BigInt(refs.length)) {
    throw new StoreError("The rows to compact are not there any more.");
  }
  const row = { doc_id: docId, ref: newestOf(refs), author: null, at: Date.now(), data: snapshot };
  await transaction.insertInto("updates").values(row).execute();
}
