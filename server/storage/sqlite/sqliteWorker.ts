import { answerCalls } from "../../thread/answerCalls.ts";
import type { LinkChange, LinkRecord, MapQuery, MapRecord, RemovedBrowser } from "../AccessStore.ts";
import type { LogEntry, RowRef, StoredDocument } from "../DocStore.ts";
import type { HistoryStore } from "../history/HistoryStore.ts";
import type { SecurityEvent, SecurityQuery } from "../SecurityStore.ts";
import type { SessionRecord, SessionsOf, SignInAttempt } from "../SignInStore.ts";
import { StoreError } from "../StoreError.ts";
import { SqlAccessStore } from "../sql/SqlAccessStore.ts";
import { SqlDocStore } from "../sql/SqlDocStore.ts";
import { SqlHistoryStore } from "../sql/SqlHistoryStore.ts";
import { SqlPeople } from "../sql/SqlPeople.ts";
import { SqlSecurityStore } from "../sql/SqlSecurityStore.ts";
import { SqlSignInStore } from "../sql/SqlSignInStore.ts";
import { type OpenDatabase, openDatabase } from "./openDatabase.ts";

interface Opened {
  readonly database: OpenDatabase;
  readonly documents: SqlDocStore;
  readonly history: SqlHistoryStore;
  readonly people: SqlPeople;
  readonly access: SqlAccessStore;
  readonly signIns: SqlSignInStore;
  readonly security: SqlSecurityStore;
}

let opened: Opened | null = null;

function store(): Opened {
  if (!opened) throw new StoreError("The store is closed.");
  return opened;
}

answerCalls(
  {
    open: async (folder: string) => {
      const database = await openDatabase(folder);
      const people = new SqlPeople();
      opened = {
        database,
        documents: new SqlDocStore(database.db, people),
        history: new SqlHistoryStore(database.db, people),
        people,
        access: new SqlAccessStore(database.db),
        signIns: new SqlSignInStore(database.db),
        security: new SqlSecurityStore(database.db),
      };
    },
    close: async () => {
      const { database } = store();
      opened = null;
      await database.close();
    },
    checkWritable: () => store().database.checkWritable(),
    replaceWith: async (path: string) => {
      await store().database.replaceWith(path);
      store().people.forget();
    },
    append: (docId: string, entries: readonly LogEntry[]) => store().documents.append(docId, entries),
    load: (docId: string) => store().documents.load(docId),
    loadAfter: (docId: string, ref: RowRef) => store().documents.loadAfter(docId, ref),
    newestRefs: (docIds: readonly string[]) => store().documents.newestRefs(docIds),
    compact: (docId: string, snapshot: Uint8Array, refs: readonly RowRef[]) =>
      store().documents.compact(docId, snapshot, refs),
    remove: (docId: string) => store().documents.remove(docId),
    readLog: (...args: Parameters<HistoryStore["readLog"]>) => store().history.readLog(...args),
    commitDigest: (...args: Parameters<HistoryStore["commitDigest"]>) =>
      store().history.commitDigest(...args),
    readPage: (...args: Parameters<HistoryStore["readPage"]>) => store().history.readPage(...args),
    readMoment: (...args: Parameters<HistoryStore["readMoment"]>) => store().history.readMoment(...args),
    nameCheckpoint: (...args: Parameters<HistoryStore["nameCheckpoint"]>) =>
      store().history.nameCheckpoint(...args),
    renameCheckpoint: (...args: Parameters<HistoryStore["renameCheckpoint"]>) =>
      store().history.renameCheckpoint(...args),
    removeCheckpoint: (...args: Parameters<HistoryStore["removeCheckpoint"]>) =>
      store().history.removeCheckpoint(...args),
    erase: (...args: Parameters<HistoryStore["erase"]>) => store().history.erase(...args),
    removeHistory: (...args: Parameters<HistoryStore["remove"]>) => store().history.remove(...args),
    createMap: (map: MapRecord, links: readonly LinkRecord[]) => store().access.createMap(map, links),
    findMap: (mapId: string) => store().access.findMap(mapId),
    setTitle: (mapId: string, title: string) => store().access.setTitle(mapId, title),
    deleteMap: (mapId: string) => store().access.deleteMap(mapId),
    addLink: (link: LinkRecord) => store().access.addLink(link),
    listLinks: (mapId: string) => store().access.listLinks(mapId),
    findLinkByHash: (tokenHash: string) => store().access.findLinkByHash(tokenHash),
    revokeLink: (mapId: string, linkId: string, at: number) => store().access.revokeLink(mapId, linkId, at),
    touchLink: (linkId: string, at: number) => store().access.touchLink(linkId, at),
    changeLink: (mapId: string, linkId: string, change: LinkChange) =>
      store().access.changeLink(mapId, linkId, change),
    addRemoved: (removed: RemovedBrowser) => store().access.addRemoved(removed),
    isRemoved: (mapId: string, browserHash: string) => store().access.isRemoved(mapId, browserHash),
    listRemoved: (mapId: string) => store().access.listRemoved(mapId),
    forgetRemoved: (mapId: string, id: string) => store().access.forgetRemoved(mapId, id),
    eraseRemovedName: (mapId: string, name: string) => store().access.eraseRemovedName(mapId, name),
    listMaps: (query: MapQuery) => store().access.listMaps(query),
    addAttempt: (attempt: SignInAttempt) => store().signIns.addAttempt(attempt),
    takeAttempt: (id: string, browserHash: string) => store().signIns.takeAttempt(id, browserHash),
    addSession: (session: SessionRecord) => store().signIns.addSession(session),
    findSession: (id: string) => store().signIns.findSession(id),
    endSession: (id: string) => store().signIns.endSession(id),
    endSessionsOf: (whose: SessionsOf) => store().signIns.endSessionsOf(whose),
    forgetSignInsBefore: (at: number) => store().signIns.forgetBefore(at),
    addSecurityEvents: (events: readonly SecurityEvent[], mostPerMap: number) =>
      store().security.add(events, mostPerMap),
    listSecurityEvents: (query: SecurityQuery) => store().security.list(query),
    forgetSecurityEventsBefore: (at: number) => store().security.forgetBefore(at),
  },
  (value) => (isStoredDocument(value) ? value.updates.map((update) => update.buffer as ArrayBuffer) : []),
);

function isStoredDocument(value: unknown): value is StoredDocument {
  return typeof value === "object" && value !== null && "updates" in value;
}
