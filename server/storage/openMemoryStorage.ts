import { MemoryHistoryStore } from "./history/MemoryHistoryStore.ts";
import { MemoryAccessStore } from "./MemoryAccessStore.ts";
import { MemoryDocStore } from "./MemoryDocStore.ts";
import { MemorySecurityStore } from "./MemorySecurityStore.ts";
import { MemorySignInStore } from "./MemorySignInStore.ts";
import type { Storage } from "./Storage.ts";

/** A store that forgets everything when the process ends. */
export function openMemoryStorage(): Storage {
  const documents = new MemoryDocStore();
  const history = new MemoryHistoryStore(documents);
  return {
    documents,
    history,
    access: new MemoryAccessStore((mapId) => documents.bytesOf(mapId) + history.bytesOf(mapId)),
    signIns: new MemorySignInStore(),
    security: new MemorySecurityStore(),
    checkWritable: async () => {},
    close: () => documents.close(),
  };
}
