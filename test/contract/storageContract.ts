import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogEntry } from "../../server/storage/DocStore.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import { StoreError } from "../../server/storage/StoreError.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { linkNamed as link } from "../server/support/linkNamed.ts";
import { historyContract } from "./historyContract.ts";
import { peopleContract } from "./peopleContract.ts";
import { securityContract } from "./securityContract.ts";
import { signInContract } from "./signInContract.ts";

export interface Adapter {
  open(): Promise<Storage>;
  /** Where what was written is still there after closing and opening again. */
  readonly isDurable: boolean;
}

/** What every storage adapter must do. */
export function storageContract(name: string, makeAdapter: () => Promise<Adapter>): void {
  describe(`${name}: documents`, () => {
    let adapter: Adapter;
    let storage: Storage;
    beforeEach(async () => {
      adapter = await makeAdapter();
      storage = await adapter.open();
    });
    afterEach(() => storage?.close());

    const loaded = async (id: string) => {
      const stored = await storage.documents.load(id);
      return stored?.updates.map((update) => new TextDecoder().decode(update));
    };

    it("knows nothing of a document that never existed", async () => {
      expect(await storage.documents.load("never")).toBeNull();
    });

    it("gives back what was appended, in order", async () => {
      await storage.documents.append("one", [entry("a"), entry("b")]);
      await storage.documents.append("two", [entry("x")]);
      await storage.documents.append("one", [entry("c")]);
      expect(await loaded("one")).toEqual(["a", "b", "c"]);
      expect(await loaded("two")).toEqual(["x"]);
    });

    it("keeps the order of appends that nobody waited for", async () => {
      const letters = Array.from({ length: 200 }, (_, index) => `u${index}`);
      const refs = await Promise.all(letters.map((text) => storage.documents.append("one", [entry(text)])));
      expect(await loaded("one")).toEqual(letters);
      expect(new Set(refs.flat()).size).toBe(letters.length);
    });

    it("takes thousands of entries at once", async () => {
      const entries = Array.from({ length: 2_500 }, (_, index) => entry(`u${index}`));
      const refs = await storage.documents.append("one", entries);
      expect((await storage.documents.load("one"))?.refs).toEqual(refs);
    });

    it("appending nothing makes no document", async () => {
      expect(await storage.documents.append("one", [])).toEqual([]);
      expect(await storage.documents.load("one")).toBeNull();
    });

    it("owns what it was given: later changes of the caller's bytes do not reach it", async () => {
      const mine = entry("abc");
      await storage.documents.append("one", [mine]);
      mine.update.fill(0);
      const first = await storage.documents.load("one");
      first?.updates[0]?.fill(0);
      expect(await loaded("one")).toEqual(["abc"]);
    });

    it("compacts exactly the rows that were read, while others append", async () => {
      await storage.documents.append("one", [entry("a"), entry("b")]);
      const read = await storage.documents.load("one");
      const [, late] = await Promise.all([
        storage.documents.compact("one", bytes("ab"), read?.refs ?? []),
        storage.documents.append("one", [entry("c")]),
      ]);
      expect(await loaded("one")).toEqual(["ab", "c"]);
      await storage.documents.append("one", [entry("d")]);
      expect(await loaded("one")).toEqual(["ab", "c", "d"]);
      expect((await storage.documents.load("one"))?.refs[1]).toBe(late[0]);
    });

    it("compacts again what it compacted before", async () => {
      await storage.documents.append("one", [entry("a"), entry("b")]);
      await storage.documents.compact("one", bytes("ab"), (await storage.documents.load("one"))?.refs ?? []);
      await storage.documents.append("one", [entry("c")]);
      await storage.documents.compact("one", bytes("abc"), (await storage.documents.load("one"))?.refs ?? []);
      expect(await loaded("one")).toEqual(["abc"]);
    });

    it("gives what was appended after a row, compacted or not", async () => {
      expect(await storage.documents.loadAfter("one", 0)).toBeNull();
      const [first, second] = await storage.documents.append("one", [entry("a"), entry("b")]);
      const [third] = await storage.documents.append("one", [entry("c")]);
      const rowsAfter = async (ref: number | undefined) => {
        const rows = await storage.documents.loadAfter("one", ref ?? 0);
        return { texts: rows?.updates.map((update) => new TextDecoder().decode(update)), refs: rows?.refs };
      };
      expect(await rowsAfter(first)).toEqual({ texts: ["b", "c"], refs: [second, third] });
      expect(await rowsAfter(third)).toEqual({ texts: [], refs: [] });
      await storage.documents.compact("one", bytes("abc"), [first ?? 0, second ?? 0, third ?? 0]);
      expect(await rowsAfter(first)).toEqual({ texts: ["abc"], refs: [third] });
      expect(await rowsAfter(third)).toEqual({ texts: [], refs: [] });
      await storage.documents.remove("one");
      expect(await storage.documents.loadAfter("one", 0)).toBeNull();
    });

    it("knows the last row of each document, also of one that was compacted", async () => {
      const refs = await storage.documents.append("one", [entry("a"), entry("b")]);
      const [other] = await storage.documents.append("two", [entry("x")]);
      await storage.documents.compact("one", bytes("ab"), refs);
      const newest = await storage.documents.newestRefs(["one", "two", "never"]);
      expect([...newest]).toEqual(
        expect.arrayContaining([
          ["one", refs[1]],
          ["two", other],
        ]),
      );
      expect(newest.size).toBe(2);
      expect((await storage.documents.newestRefs([])).size).toBe(0);
    });

    it("numbers rows without gaps, in the order of their commits", async () => {
      const groups = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          storage.documents.append("one", [entry(`a${index}`), entry(`b${index}`)]),
        ),
      );
      expect(groups.flat()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    });

    it("refuses to compact rows that are gone, and changes nothing", async () => {
      await storage.documents.append("one", [entry("a"), entry("b"), entry("c")]);
      const refs = (await storage.documents.load("one"))?.refs ?? [];
      await storage.documents.compact("one", bytes("ab"), refs.slice(0, 2));
      await expect(storage.documents.compact("one", bytes("abc"), refs)).rejects.toThrow(StoreError);
      await expect(storage.documents.compact("one", bytes("zz"), [])).rejects.toThrow(StoreError);
      await expect(storage.documents.compact("never", bytes("zz"), [1])).rejects.toThrow(StoreError);
      expect(await loaded("one")).toEqual(["ab", "c"]);
    });

    it("forgets a removed document, and only that", async () => {
      await storage.documents.append("one", [entry("a")]);
      await storage.documents.append("two", [entry("b")]);
      await storage.documents.remove("one");
      await storage.documents.remove("one");
      expect(await storage.documents.load("one")).toBeNull();
      expect(await loaded("two")).toEqual(["b"]);
    });

    it("rejects every call after it was closed", async () => {
      await storage.documents.append("one", [entry("a")]);
      await storage.close();
      await expect(storage.documents.append("one", [entry("b")])).rejects.toThrow(StoreError);
      await expect(storage.documents.load("one")).rejects.toThrow(StoreError);
    });

    it("commits what was asked before it was closed", async () => {
      const appended = storage.documents.append("one", [entry("a")]);
      await storage.close();
      await expect(appended).resolves.toHaveLength(1);
      if (!adapter.isDurable) return;
      storage = await adapter.open();
      expect(await loaded("one")).toEqual(["a"]);
    });

    it("can say that it is writable", async () => {
      await expect(storage.checkWritable()).resolves.toBeUndefined();
    });
  });

  historyContract(name, makeAdapter);
  accessContract(name, makeAdapter);
  peopleContract(name, makeAdapter);
  securityContract(name, makeAdapter);
  signInContract(name, makeAdapter);
}

function accessContract(name: string, makeAdapter: () => Promise<Adapter>): void {
  describe(`${name}: access`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await (await makeAdapter()).open();
      await storage.access.createMap({ id: "map", title: "A map", createdAt: 5, organisation: null }, [
        link({ id: "owner", role: "owner", createdAt: 1 }),
        link({ id: "viewer", role: "viewer", createdAt: 2, expiresAt: 99, label: "Board" }),
      ]);
    });
    afterEach(() => storage?.close());

    it("finds maps and links", async () => {
      const map = { id: "map", title: "A map", createdAt: 5, organisation: null };
      expect(await storage.access.findMap("map")).toEqual(map);
      expect(await storage.access.findMap("other")).toBeNull();
      expect((await storage.access.listLinks("map")).map(({ id }) => id)).toEqual(["owner", "viewer"]);
      expect(await storage.access.findLinkByHash("hash-viewer")).toEqual(
        link({ id: "viewer", role: "viewer", createdAt: 2, expiresAt: 99, label: "Board" }),
      );
      expect(await storage.access.findLinkByHash("hash-nobody")).toBeNull();
    });

    it("makes a map with all its links or not at all", async () => {
      const again = { id: "second", title: "", createdAt: 6, organisation: null };
      await expect(
        storage.access.createMap(again, [
          link({ id: "fresh", mapId: "second" }),
          link({ id: "owner", mapId: "second" }),
        ]),
      ).rejects.toThrow(StoreError);
      expect(await storage.access.findMap("second")).toBeNull();
      expect(await storage.access.findLinkByHash("hash-fresh")).toBeNull();
    });

    it("adds, uses and revokes links", async () => {
      await storage.access.addLink(link({ id: "editor", role: "editor", createdAt: 3 }));
      await storage.access.touchLink("editor", 77);
      expect(await storage.access.revokeLink("map", "editor", 88)).toBe(true);
      expect(await storage.access.revokeLink("map", "editor", 99)).toBe(false);
      expect(await storage.access.revokeLink("other", "viewer", 99)).toBe(false);
      expect(await storage.access.findLinkByHash("hash-editor")).toMatchObject({
        lastUsedAt: 77,
        revokedAt: 88,
      });
      expect(await storage.access.findLinkByHash("hash-viewer")).toMatchObject({ revokedAt: null });
    });

    it("refuses a token that is taken and a link of no map", async () => {
      await expect(storage.access.addLink(link({ id: "new", tokenHash: "hash-owner" }))).rejects.toThrow(
        StoreError,
      );
      await expect(storage.access.addLink(link({ id: "new", mapId: "none" }))).rejects.toThrow(StoreError);
    });

    it("renames and deletes a map with its links", async () => {
      await storage.access.setTitle("map", "Renamed");
      expect((await storage.access.findMap("map"))?.title).toBe("Renamed");
      await storage.access.deleteMap("map");
      expect(await storage.access.findMap("map")).toBeNull();
      expect(await storage.access.findLinkByHash("hash-owner")).toBeNull();
      expect(await storage.access.listLinks("map")).toEqual([]);
    });
  });
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function entry(text: string): LogEntry {
  return { update: bytes(text), author: authorNamed("author"), at: 1 };
}
