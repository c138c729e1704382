import { MemoryExchange, MemoryWire } from "../../server/bus/MemoryWire.ts";
import { MemoryDocStore } from "../../server/storage/MemoryDocStore.ts";
import { busContract } from "./busContract.ts";

busContract("memory", async () => {
  const exchange = new MemoryExchange();
  const documents = new MemoryDocStore();
  // One store for all servers, which outlives each of them.
  return {
    openDocuments: async () => ({
      append: (...args) => documents.append(...args),
      load: (docId) => documents.load(docId),
      loadAfter: (...args) => documents.loadAfter(...args),
      newestRefs: (docIds) => documents.newestRefs(docIds),
      compact: (...args) => documents.compact(...args),
      remove: (docId) => documents.remove(docId),
      close: async () => undefined,
    }),
    openWire: () => new MemoryWire(exchange),
    remove: () => documents.close(),
  };
});
