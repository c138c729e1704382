import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MapQuery } from "../../server/storage/AccessStore.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { linkNamed } from "../server/support/linkNamed.ts";
import type { Adapter } from "./storageContract.ts";

const firstTen: MapQuery = { search: "", order: "title", isDescending: false, offset: 0, count: 10 };

/** What every storage adapter must do about changed links, removed browsers, and the list of maps. */
export function peopleContract(name: string, makeAdapter: () => Promise<Adapter>): void {
  describe(`${name}: people and maps`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await (await makeAdapter()).open();
      await storage.access.createMap({ id: "map", title: "Bolton", createdAt: 5, organisation: null }, [
        linkNamed({ id: "owner", role: "owner" }),
        linkNamed({ id: "code", label: "Short code", expiresAt: 99, isCode: true }),
      ]);
    });
    afterEach(() => storage?.close());

    it("changes what it is told to change of a link, and nothing else", async () => {
      const { access } = storage;
      const renamed = await access.changeLink("map", "code", { label: "Room 2" });
      expect(renamed).toEqual(linkNamed({ id: "code", label: "Room 2", expiresAt: 99, isCode: true }));
      expect(await access.changeLink("map", "code", { expiresAt: null })).toEqual({
        ...renamed,
        expiresAt: null,
      });
      expect(await access.findLinkByHash("hash-code")).toMatchObject({ label: "Room 2", expiresAt: null });
      expect(await access.findLinkByHash("hash-owner")).toEqual(linkNamed({ id: "owner", role: "owner" }));
    });

    it("changes no link of another map, and none that is revoked", async () => {
      expect(await storage.access.changeLink("other", "code", { label: "x" })).toBeNull();
      await storage.access.revokeLink("map", "code", 50);
      expect(await storage.access.changeLink("map", "code", { label: "x" })).toBeNull();
    });

    it("remembers who was sent away from a map, until they are let back in", async () => {
      const { access } = storage;
      await access.createMap({ id: "other", title: "", createdAt: 6, organisation: null }, []);
      const removed = { id: "r1", mapId: "map", browserHash: "h1", name: "Ann", removedAt: 7 };
      await access.addRemoved(removed);
      await access.addRemoved({ ...removed, id: "r2", browserHash: "h2", removedAt: 8 });
      await access.addRemoved({ ...removed, id: "r3", name: "Ann Archer" });
      expect(await access.listRemoved("map")).toEqual([
        { ...removed, name: "Ann Archer" },
        { ...removed, id: "r2", browserHash: "h2", removedAt: 8 },
      ]);
      expect(await access.isRemoved("map", "h1")).toBe(true);
      expect(await access.isRemoved("other", "h1")).toBe(false);
      expect(await access.forgetRemoved("other", "r1")).toBeNull();
      expect(await access.forgetRemoved("map", "r1")).toEqual({ ...removed, name: "Ann Archer" });
      expect(await access.forgetRemoved("map", "r1")).toBeNull();
      expect(await access.isRemoved("map", "h1")).toBe(false);
      await access.deleteMap("map");
      expect(await access.listRemoved("map")).toEqual([]);
    });

    it("forgets a name among those who were sent away, and keeps them away", async () => {
      const removed = { id: "r1", mapId: "map", browserHash: "h1", name: "Ann", removedAt: 7 };
      await storage.access.addRemoved(removed);
      await storage.access.addRemoved({ ...removed, id: "r2", browserHash: "h2", name: "Ben", removedAt: 8 });
      await storage.access.eraseRemovedName("map", "Ann");
      expect((await storage.access.listRemoved("map")).map(({ name }) => name)).toEqual(["", "Ben"]);
      expect(await storage.access.isRemoved("map", "h1")).toBe(true);
    });

    it("lists maps with what an administrator needs to know of them", async () => {
      await storage.access.createMap(
        { id: "second", title: "aldgate", createdAt: 4, organisation: null },
        [],
      );
      await storage.access.touchLink("owner", 77);
      await storage.access.revokeLink("map", "code", 80);
      const entries = [{ update: new Uint8Array(300), author: authorNamed("a"), at: 1 }];
      await storage.documents.append("map", entries);
      await storage.documents.append("map/talk", entries);
      await storage.documents.append("second", []);
      expect(await storage.access.listMaps(firstTen)).toEqual({
        total: 2,
        maps: [
          { id: "second", title: "aldgate", createdAt: 4, lastUsedAt: null, links: 0, bytes: 0 },
          { id: "map", title: "Bolton", createdAt: 5, lastUsedAt: 77, links: 1, bytes: 600 },
        ],
      });
    });

    it("finds maps by a part of their title or by their id, in any order, page by page", async () => {
      await storage.access.createMap(
        { id: "second", title: "aldgate", createdAt: 4, organisation: null },
        [],
      );
      await storage.access.createMap(
        { id: "third", title: "Bolton (copy)", createdAt: 6, organisation: null },
        [],
      );
      await storage.access.touchLink("owner", 77);
      const ids = async (query: Partial<MapQuery>) => {
        const { maps } = await storage.access.listMaps({ ...firstTen, ...query });
        return maps.map(({ id }) => id);
      };
      expect(await ids({ search: "BOLT" })).toEqual(["map", "third"]);
      expect(await ids({ search: "second" })).toEqual(["second"]);
      expect(await ids({ search: "100%" })).toEqual([]);
      expect(await ids({ order: "created" })).toEqual(["second", "map", "third"]);
      expect(await ids({ order: "created", isDescending: true })).toEqual(["third", "map", "second"]);
      expect((await ids({ order: "used", isDescending: true }))[0]).toBe("map");
      expect(await ids({ offset: 1, count: 1 })).toEqual(["map"]);
      expect((await storage.access.listMaps({ ...firstTen, search: "bolt", count: 1 })).total).toBe(2);
    });
  });
}
