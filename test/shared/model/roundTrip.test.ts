import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot } from "../../../shared/document/snapshot.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { arbitraryMap } from "../../support/arbitraryMap.ts";

test("a map file that is written and read again is the same map", () => {
  fc.assert(
    fc.property(arbitraryMap, (map) => {
      expect(readMapFile(writeMapFile(map))).toEqual(map);
    }),
  );
});

test("a map that goes through a document and its encoding is the same map", () => {
  fc.assert(
    fc.property(arbitraryMap, (map) => {
      const doc = new Y.Doc();
      seedDocument(doc, map);
      const replica = new Y.Doc();
      Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
      const snapshot = readSnapshot(replica);
      expect(snapshot.unreadable).toEqual([]);
      expect(snapshot.map).toEqual(map);
      expect(writeMapFile(snapshot.map)).toBe(writeMapFile(readMapFile(writeMapFile(snapshot.map))));
    }),
  );
});
