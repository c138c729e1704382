import * as idb from "lib0/indexeddb";
import { type CopyRecord, unnoteCopy } from "./copyRegistry.ts";

/** Which map, through which link: a tab with another link or role starts from a document of its own. */
export type CopyId = Pick<CopyRecord, "map" | "link">;

/** The stores that y-indexeddb makes: the document's updates, and a place for what belongs to them. */
export const UPDATES_STORE = "updates";
export const OWN_STORE = "custom";

const countPrefix = "waiting/";

/** The name of a copy's database. */
export function databaseOf({ map, link }: CopyId): string {
  return `plumbline.map/${map}/${link}`;
}

/** Where a tab keeps how many of its edits no server has confirmed. `clientId` is that of its document. */
export function countKey(clientId: number): string {
  return `${countPrefix}${clientId}`;
}

/** How many edits of each tab that had this copy open no server has confirmed, by {@link countKey}. */
export async function readCounts(db: IDBDatabase): Promise<ReadonlyMap<string, number>> {
  const [store] = idb.transact(db, [OWN_STORE], "readonly");
  const pairs = store === undefined ? [] : await idb.getAllKeysValues(store);
  return new Map(
    pairs.flatMap(({ k, v }) => (String(k).startsWith(countPrefix) ? [[String(k), Number(v)]] : [])),
  );
}

/** All of them together. */
export function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** How many edits in a copy no server has confirmed; 0 where there is no such copy. @throws where it cannot be read. */
export async function unconfirmedIn(which: CopyId): Promise<number> {
  const db = await idb.openDB(databaseOf(which), (fresh: IDBDatabase) =>
    idb.createStores(fresh, [[UPDATES_STORE, { autoIncrement: true }], [OWN_STORE]]),
  );
  try {
    return sumOf(await readCounts(db));
  } finally {
    db.close();
  }
}

/** Deletes a copy; what it holds is gone. A tab that has it open keeps nothing on the device any more. */
export async function deleteCopy(which: CopyId): Promise<void> {
  await idb.deleteDB(databaseOf(which));
  await unnoteCopy(which);
}
