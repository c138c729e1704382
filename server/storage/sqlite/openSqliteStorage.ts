import { join } from "node:path";
import type { AccessStore } from "../AccessStore.ts";
import type { DocStore } from "../DocStore.ts";
import type { HistoryStore } from "../history/HistoryStore.ts";
import type { SecurityStore } from "../SecurityStore.ts";
import type { SignInStore } from "../SignInStore.ts";
import type { Storage } from "../Storage.ts";
import { STORE_FILE } from "../storeFiles.ts";
import { StoreThread } from "./StoreThread.ts";
import { copyStore, prepareBackup } from "./storeCopies.ts";

/**
 * Opens the SQLite store of a folder in a thread of its own: a slow disk holds up no one's cursor.
 * @throws StoreError that says which folder or file cannot be used, and why.
 */
export async function openSqliteStorage(folder: string): Promise<Storage> {
  const thread = await StoreThread.open(folder);
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= thread.close();
    return closing;
  };
  return {
    documents: documentsOf(thread, close),
    history: historyOf(thread),
    access: accessOf(thread),
    signIns: signInsOf(thread),
    security: securityOf(thread),
    checkWritable: async () => {
      await thread.call("checkWritable");
    },
    copies: {
      copyTo: (to, onProgress) => copyStore(join(folder, STORE_FILE), to, onProgress),
      prepare: prepareBackup,
      replaceWith: async (copy) => {
        await thread.call("replaceWith", copy);
      },
    },
    close,
  };
}

function documentsOf(thread: StoreThread, close: () => Promise<void>): DocStore {
  return {
    append: async (...args) => (await thread.call("append", ...args)) as readonly number[],
    load: async (docId) => (await thread.call("load", docId)) as Awaited<ReturnType<DocStore["load"]>>,
    loadAfter: async (...args) =>
      (await thread.call("loadAfter", ...args)) as Awaited<ReturnType<DocStore["loadAfter"]>>,
    newestRefs: async (docIds) =>
      (await thread.call("newestRefs", docIds)) as Awaited<ReturnType<DocStore["newestRefs"]>>,
    compact: async (...args) => {
      await thread.call("compact", ...args);
    },
    remove: async (docId) => {
      await thread.call("remove", docId);
    },
    close,
  };
}

function historyOf(thread: StoreThread): HistoryStore {
  const call =
    <Name extends keyof HistoryStore>(name: Name, calledAs: string = name) =>
    (...args: Parameters<HistoryStore[Name]>) =>
      thread.call(calledAs, ...args) as ReturnType<HistoryStore[Name]>;
  return {
    readLog: call("readLog"),
    commitDigest: call("commitDigest"),
    readPage: call("readPage"),
    readMoment: call("readMoment"),
    nameCheckpoint: call("nameCheckpoint"),
    renameCheckpoint: call("renameCheckpoint"),
    removeCheckpoint: call("removeCheckpoint"),
    erase: call("erase"),
    remove: call("remove", "removeHistory"),
  };
}

function accessOf(thread: StoreThread): AccessStore {
  const call =
    <Name extends keyof AccessStore>(name: Name) =>
    (...args: Parameters<AccessStore[Name]>) =>
      thread.call(name, ...args) as ReturnType<AccessStore[Name]>;
  return {
    createMap: call("createMap"),
    findMap: call("findMap"),
    setTitle: call("setTitle"),
    deleteMap: call("deleteMap"),
    addLink: call("addLink"),
    listLinks: call("listLinks"),
    findLinkByHash: call("findLinkByHash"),
    revokeLink: call("revokeLink"),
    touchLink: call("touchLink"),
    changeLink: call("changeLink"),
    addRemoved: call("addRemoved"),
    isRemoved: call("isRemoved"),
    listRemoved: call("listRemoved"),
    forgetRemoved: call("forgetRemoved"),
    eraseRemovedName: call("eraseRemovedName"),
    listMaps: call("listMaps"),
  };
}

function signInsOf(thread: StoreThread): SignInStore {
  const call =
    <Name extends keyof SignInStore>(name: Name, calledAs: string = name) =>
    (...args: Parameters<SignInStore[Name]>) =>
      thread.call(calledAs, ...args) as ReturnType<SignInStore[Name]>;
  return {
    addAttempt: call("addAttempt"),
    takeAttempt: call("takeAttempt"),
    addSession: call("addSession"),
    findSession: call("findSession"),
    endSession: call("endSession"),
    endSessionsOf: call("endSessionsOf"),
    forgetBefore: call("forgetBefore", "forgetSignInsBefore"),
  };
}

function securityOf(thread: StoreThread): SecurityStore {
  return {
    add: async (...args) => {
      await thread.call("addSecurityEvents", ...args);
    },
    list: async (query) =>
      (await thread.call("listSecurityEvents", query)) as Awaited<ReturnType<SecurityStore["list"]>>,
    forgetBefore: async (at) => {
      await thread.call("forgetSecurityEventsBefore", at);
    },
  };
}
