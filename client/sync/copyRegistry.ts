import * as idb from "lib0/indexeddb";
import type { Role } from "../../shared/protocol/roles.ts";

const databaseName = "plumbline.copies";
const storeName = "copies";

/** Which copies this device keeps, and what the server said of each at the last visit. */
export interface CopyRecord {
  readonly map: string;
  /** The id of the link through which the map was opened: each link has a copy of its own. */
  readonly link: string;
  readonly role: Role;
  /** Hash of the link's token, to know the link again where there is no server to ask; undefined where the browser makes none. */
  readonly tokenHash: string | undefined;
  /** Milliseconds since 1970, by this device's clock. */
  readonly openedAt: number;
}

/** Notes a copy, in place of what was noted of it before. @throws where the device keeps nothing. */
export function noteCopy(record: CopyRecord): Promise<void> {
  return withStore("readwrite", async (store) => {
    const before: unknown = await idb.get(store, [record.map, record.link]);
    const known = before as CopyRecord | undefined;
    await idb.rtop(store.put({ ...record, tokenHash: record.tokenHash ?? known?.tokenHash }));
  });
}

/** The copies of one map, or of all maps. @throws where the device keeps nothing. */
export function listCopies(map?: string): Promise<readonly CopyRecord[]> {
  return withStore("readonly", async (store) => {
    const records = (await idb.getAll(store)) as CopyRecord[];
    return map === undefined ? records : records.filter((record) => record.map === map);
  });
}

/** Takes a copy out of the list. */
export function unnoteCopy({ map, link }: Pick<CopyRecord, "map" | "link">): Promise<void> {
  return withStore("readwrite", (store) => idb.del(store, [map, link]));
}

/** Deletes the list itself. */
export function deleteRegistry(): Promise<void> {
  return idb.deleteDB(databaseName);
}

async function withStore<T>(
  access: "readonly" | "readwrite",
  run: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await idb.openDB(databaseName, (fresh: IDBDatabase) => {
    fresh.createObjectStore(storeName, { keyPath: ["map", "link"] });
  });
  try {
    const [store] = idb.transact(database, [storeName], access);
    if (store === undefined) throw new Error("The store is not there.");
    return await run(store);
  } finally {
    database.close();
  }
}
