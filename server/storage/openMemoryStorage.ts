import { MemoryAccessStore } from "./MemoryAccessStore.ts";
import { MemoryDocStore } from "./MemoryDocStore.ts";
import type { Storage } from "./Storage.ts";

/** A store that forgets everything when the process ends. */
export function openMemoryStorage(): Storage {
  const documents = new MemoryDocStore();
  return {
    documents,
    access: new MemoryAccessStore(),
    checkWritable: async () => {},
    close: () => documents.close(),
  };
}
