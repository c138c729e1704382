import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SessionRecord, SignInAttempt } from "../../server/storage/SignInStore.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import { linkNamed } from "../server/support/linkNamed.ts";
import type { Adapter } from "./storageContract.ts";

const attempt: SignInAttempt = {
  id: "state",
  browserHash: "browser",
  nonce: "nonce",
  verifier: "verifier",
  returnPath: "/m/map",
  expiresAt: 50,
};
const session: SessionRecord = {
  id: "session",
  issuer: "https://login.example",
  subject: "ada",
  directorySession: "desk",
  name: "Ada Marsh",
  organisation: "Northshire Trust",
  createdAt: 10,
  expiresAt: 100,
};

/** What every storage adapter must do about who is signed in, and what links and maps have to do with it. */
export function signInContract(name: string, makeAdapter: () => Promise<Adapter>): void {
  describe(`${name}: signing in`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await (await makeAdapter()).open();
    });
    afterEach(() => storage?.close());

    it("gives an attempt back once, and only to the browser that began it", async () => {
      await storage.signIns.addAttempt(attempt);
      expect(await storage.signIns.takeAttempt("state", "another")).toBeNull();
      expect(await storage.signIns.takeAttempt("other", "browser")).toBeNull();
      expect(await storage.signIns.takeAttempt("state", "browser")).toEqual(attempt);
      expect(await storage.signIns.takeAttempt("state", "browser")).toBeNull();
    });

    it("keeps sessions until they are ended", async () => {
      const { signIns } = storage;
      const bare = { ...session, id: "bare", directorySession: null, organisation: null };
      await signIns.addSession(session);
      await signIns.addSession(bare);
      expect(await signIns.findSession("session")).toEqual(session);
      expect(await signIns.findSession("bare")).toEqual(bare);
      expect(await signIns.endSession("session")).toEqual(session);
      expect(await signIns.endSession("session")).toBeNull();
      expect(await signIns.findSession("session")).toBeNull();
      expect(await signIns.findSession("bare")).toEqual(bare);
    });

    it("ends the sessions of a person, or of one session with the directory", async () => {
      const { signIns } = storage;
      await signIns.addSession(session);
      await signIns.addSession({ ...session, id: "phone", directorySession: "phone" });
      await signIns.addSession({ ...session, id: "ben", subject: "ben" });
      await signIns.addSession({ ...session, id: "elsewhere", issuer: "https://other.example" });
      const { issuer } = session;
      expect(await signIns.endSessionsOf({ issuer, subject: "ada", directorySession: "desk" })).toEqual([
        "session",
      ]);
      expect(await signIns.endSessionsOf({ issuer, subject: "ada" })).toEqual(["phone"]);
      expect(await signIns.endSessionsOf({ issuer, directorySession: "desk" })).toEqual(["ben"]);
      expect(await signIns.findSession("elsewhere")).not.toBeNull();
    });

    it("forgets what was over before a moment", async () => {
      const { signIns } = storage;
      await signIns.addAttempt(attempt);
      await signIns.addAttempt({ ...attempt, id: "later", expiresAt: 60 });
      await signIns.addSession(session);
      await signIns.addSession({ ...session, id: "earlier", expiresAt: 59 });
      await signIns.forgetBefore(60);
      expect(await signIns.takeAttempt("state", "browser")).toBeNull();
      expect(await signIns.takeAttempt("later", "browser")).not.toBeNull();
      expect(await signIns.findSession("earlier")).toBeNull();
      expect(await signIns.findSession("session")).toEqual(session);
    });

    it("keeps whose a map is, and what its links demand", async () => {
      const { access } = storage;
      const map = { id: "map", title: "A map", createdAt: 5, organisation: "Northshire Trust" };
      await access.createMap(map, [linkNamed({ id: "one", signIn: "organisation" })]);
      expect(await access.findMap("map")).toEqual(map);
      expect((await access.listLinks("map"))[0]?.signIn).toBe("organisation");
      expect(await access.changeLink("map", "one", { signIn: "anyone" })).toEqual(
        linkNamed({ id: "one", signIn: "anyone" }),
      );
      expect((await access.changeLink("map", "one", { label: "Board" }))?.signIn).toBe("anyone");
      expect((await access.findLinkByHash("hash-one"))?.signIn).toBe("anyone");
    });
  });
}
