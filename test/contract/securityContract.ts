import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SecurityEvent } from "../../server/storage/SecurityStore.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import type { Adapter } from "./storageContract.ts";

/** What every storage adapter must do with the security log. */
export function securityContract(name: string, makeAdapter: () => Promise<Adapter>): void {
  describe(`${name}: security log`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await (await makeAdapter()).open();
    });
    afterEach(() => storage?.close());

    const times = async (mapId?: string) =>
      (await storage.security.list({ count: 100, ...(mapId !== undefined && { mapId }) })).map(
        ({ at }) => at,
      );

    it("gives back what it was given, the newest first, of one map or of all", async () => {
      const opened = event({ at: 1, mapId: "one", linkId: "L1", role: "editor", address: "10.0.0.1" });
      const revoked = event({ at: 2, mapId: "two", kind: "link-revoked", aboutLinkId: "L2", detail: "x" });
      await storage.security.add([opened, revoked], 100);
      await storage.security.add([], 100);
      expect(await storage.security.list({ count: 100 })).toEqual([revoked, opened]);
      expect(await storage.security.list({ count: 1 })).toEqual([revoked]);
      expect(await storage.security.list({ mapId: "one", count: 100 })).toEqual([opened]);
    });

    it("keeps the newest of each map: one that is noisy pushes out none of another", async () => {
      await storage.security.add([event({ at: 1, mapId: "quiet" })], 3);
      for (let at = 2; at < 9; at++) await storage.security.add([event({ at, mapId: "noisy" })], 3);
      expect(await times("noisy")).toEqual([8, 7, 6]);
      expect(await times("quiet")).toEqual([1]);
    });

    it("forgets what is too old", async () => {
      await storage.security.add([event({ at: 10 }), event({ at: 20 }), event({ at: 30 })], 100);
      await storage.security.forgetBefore(20);
      expect(await times()).toEqual([30, 20]);
    });
  });
}

function event(some: Partial<SecurityEvent>): SecurityEvent {
  return {
    at: 1,
    kind: "opened",
    mapId: "map",
    linkId: null,
    role: null,
    aboutLinkId: null,
    detail: null,
    address: null,
    ...some,
  };
}
