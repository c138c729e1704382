import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { MapSession } from "../../../client/sync/MapSession.ts";
import {
  type OpenedSession,
  type OpenMapOptions,
  openMapSession,
} from "../../../client/sync/openMapSession.ts";
import { edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { CLOSE_CODE } from "../../../shared/protocol/closeCodes.ts";
import type { Role } from "../../../shared/protocol/roles.ts";
import { SIGN_IN_REASONS } from "../../../shared/protocol/signIn.ts";
import { FakeCopy } from "./FakeCopy.ts";
import { FakeServer } from "./FakeServer.ts";

const MAP = {
  format: "system-map",
  version: 1,
  title: "Older people’s services",
  regime: "england-2012",
  elements: [],
  relations: [],
} as const;
const waiting = { timeout: 5_000, interval: 10 };
let server: FakeServer;
const sessions: MapSession[] = [];

beforeEach(async () => {
  server = new FakeServer();
  seedDocument(server.doc, MAP);
  await server.start();
});

afterEach(async () => {
  for (const session of sessions.splice(0)) session.destroy();
  await server.stop();
});

function open(role: Role = "editor", more: Partial<OpenMapOptions> = {}): OpenedSession {
  const session = openMapSession({
    id: "map-1",
    role,
    link: "link-1",
    syncUrl: server.syncUrl,
    webSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    ...more,
  });
  sessions.push(session);
  return session;
}

const kindOf = (session: MapSession) => session.connection.state().kind;
const reach = (session: MapSession, kind: string) =>
  vi.waitFor(() => expect(kindOf(session)).toBe(kind), waiting);
const rename = (session: MapSession, title: string) =>
  session.perform("Rename", (editor) => editor.setMapField("title", title));
const titleOf = (session: MapSession) => session.snapshots.get().map.title;

describe("a session", () => {
  test("receives the map, and says which link it speaks for", async () => {
    const session = open();
    expect(session.connection.state()).toEqual({ kind: "connecting", failed: false });
    expect(session.canEdit).toBe(false);
    await reach(session, "saved");
    expect(titleOf(session)).toBe("Older people’s services");
    expect(session.canEdit).toBe(true);
    expect(server.urls).toEqual(["/sync/map-1?link=link-1"]);
  });

  test("says saved only when the newest number is acknowledged", async () => {
    server.isAnswering = false;
    const session = open();
    await reach(session, "saved");
    rename(session, "One");
    rename(session, "Two");
    expect(session.connection.state()).toEqual({ kind: "saving", changes: 2 });
    await vi.waitFor(() => expect(server.asked).toEqual([2]), waiting);
    rename(session, "Three");
    await vi.waitFor(() => expect(server.asked).toEqual([2, 3]), waiting);
    server.answer(2);
    await vi.waitFor(
      () => expect(session.connection.state()).toEqual({ kind: "saving", changes: 1 }),
      waiting,
    );
    server.answer(3);
    await reach(session, "saved");
  });

  test("keeps edits while the server is away, says how many, and sends them when it is back", async () => {
    const session = open();
    await reach(session, "saved");
    await server.stop();
    await reach(session, "reconnecting");
    rename(session, "While away");
    session.perform("Date", (editor) => editor.setMapField("asOf", "2015-04-01"));
    expect(session.connection.state()).toEqual({
      kind: "offline",
      changes: 2,
      place: "tab",
      isCopy: false,
    });
    expect(session.mayGo()).toBe(false);
    server.isAnswering = false;
    await server.start();
    await vi.waitFor(() => expect(server.asked).toEqual([2]), waiting);
    expect(session.connection.state()).toEqual({ kind: "saving", changes: 2 });
    expect(server.doc.getMap("map").get("title")).toBe("While away");
    server.answer(2);
    await reach(session, "saved");
  });

  test("never counts what others change", async () => {
    const session = open();
    await reach(session, "saved");
    edit(server.doc, (editor) => editor.setMapField("title", "Theirs"));
    await vi.waitFor(() => expect(titleOf(session)).toBe("Theirs"), waiting);
    expect(kindOf(session)).toBe("saved");
    expect(server.asked).toEqual([]);
  });

  test.each([
    [CLOSE_CODE.revoked, "revoked"],
    [CLOSE_CODE.noValidToken, "no-link"],
    [CLOSE_CODE.noSuchMap, "no-map"],
    [CLOSE_CODE.malformed, "malformed"],
  ])("ends for good on close code %i and stays away", async (code, reason) => {
    const session = open();
    await reach(session, "saved");
    server.closeAll(code);
    await vi.waitFor(
      () => expect(session.connection.state()).toEqual({ kind: "ended", reason, changes: 0, place: "tab" }),
      waiting,
    );
    expect(session.canEdit).toBe(false);
    rename(session, "After the end");
    expect(titleOf(session)).toBe("Older people’s services");
    // A second session comes and goes: by then the first would have tried again.
    const other = open();
    await reach(other, "saved");
    expect(server.urls).toHaveLength(2);
  });

  test.each(Object.values(SIGN_IN_REASONS))("says that a sign-in is missing: %s", async (reason) => {
    const session = open();
    await reach(session, "saved");
    server.closeAll(CLOSE_CODE.noValidToken, reason);
    await vi.waitFor(
      () => expect(session.connection.state()).toMatchObject({ kind: "ended", reason }),
      waiting,
    );
  });

  test("tries again after a close that is not final", async () => {
    const session = open();
    await reach(session, "saved");
    server.closeAll(CLOSE_CODE.tryLater);
    await reach(session, "reconnecting");
    await reach(session, "saved");
    expect(server.urls).toHaveLength(2);
  });

  test.each(["commenter", "viewer"] as const)("lets a %s change nothing", async (role) => {
    const session = open(role);
    await reach(session, "saved");
    expect(session.canEdit).toBe(false);
    rename(session, "Not allowed");
    expect(titleOf(session)).toBe("Older people’s services");
    expect(kindOf(session)).toBe("saved");
  });

  test("is read only where the map is of a newer version", async () => {
    server.doc.getMap("map").set("~schema", 999);
    const session = open("owner");
    await reach(session, "saved");
    expect(session.canEdit).toBe(false);
  });

  test("undoes its own step and leaves what somebody has changed since", async () => {
    const session = open();
    await reach(session, "saved");
    rename(session, "Mine");
    session.undo();
    expect(titleOf(session)).toBe("Older people’s services");
    session.redo();
    expect(titleOf(session)).toBe("Mine");
    await reach(session, "saved");
    edit(server.doc, (editor) => editor.setMapField("title", "Theirs"));
    await vi.waitFor(() => expect(titleOf(session)).toBe("Theirs"), waiting);
    session.undo();
    expect(titleOf(session)).toBe("Theirs");
  });
});

describe("a session with a copy on the device", () => {
  const withCopy = (copy: FakeCopy, more: Partial<OpenMapOptions> = {}) =>
    open("editor", { openCopy: (doc) => copy.open(doc), ...more });

  test("is saved only when the server has confirmed what the device had kept", async () => {
    server.isAnswering = false;
    const copy = new FakeCopy(server.doc, 3);
    const session = withCopy(copy);
    await vi.waitFor(() => expect(server.asked).toEqual([1]), waiting);
    expect(session.connection.state()).toEqual({ kind: "saving", changes: 3 });
    expect(copy.isInheritedConfirmed).toBe(false);
    server.answer(1);
    await reach(session, "saved");
    expect(copy.isInheritedConfirmed).toBe(true);
  });

  test("shows the copy while the server is away, edits it, and sends it all when it is told to connect", async () => {
    const copy = new FakeCopy(server.doc, 2);
    copy.edit((editor) => editor.setMapField("title", "From the last visit"));
    const session = withCopy(copy, { startsAway: true });
    expect(await session.hasCopy).toBe(true);
    expect(session.canEdit).toBe(true);
    rename(session, "Now");
    expect(session.connection.state()).toEqual({
      kind: "offline",
      changes: 3,
      place: "device",
      isCopy: true,
    });
    expect(copy.count).toBe(1);
    expect(session.mayGo()).toBe(true);
    expect(server.urls).toEqual([]);
    session.connect();
    await reach(session, "saved");
    expect(server.doc.getMap("map").get("title")).toBe("Now");
    expect([copy.count, copy.isInheritedConfirmed]).toEqual([0, true]);
  });

  test("told to try again while it is away, tells those who listen for the network", async () => {
    const page = new EventTarget();
    const heard = vi.fn();
    page.addEventListener("online", heard);
    vi.stubGlobal("window", page);
    vi.stubGlobal("document", new EventTarget());
    try {
      const session = withCopy(new FakeCopy(server.doc, 0), { startsAway: true });
      session.route?.tryAgain();
      expect(heard).toHaveBeenCalledTimes(1);
      session.destroy();
    } finally {
      vi.unstubAllGlobals();
    }
    expect(server.urls).toEqual([]);
  });

  test("may not be left while the disk has not answered, and says where changes are when it fails", async () => {
    const copy = new FakeCopy(server.doc, 0);
    const session = withCopy(copy, { startsAway: true });
    await session.hasCopy;
    copy.isWriting = true;
    rename(session, "On its way");
    expect(session.mayGo()).toBe(false);
    copy.isWriting = false;
    expect(session.mayGo()).toBe(true);
    copy.fail();
    expect(session.connection.state()).toMatchObject({ kind: "offline", changes: 1, place: "tab" });
    expect(session.mayGo()).toBe(false);
  });

  test("asks again about what another tab has put into the copy", async () => {
    const copy = new FakeCopy(server.doc, 0);
    const session = withCopy(copy);
    await reach(session, "saved");
    const askedBefore = server.asked.length;
    copy.edit((editor) => editor.setMapField("title", "Of another tab"));
    copy.bring();
    await vi.waitFor(() => expect(server.asked.length).toBe(askedBefore + 1), waiting);
    await reach(session, "saved");
    expect(server.doc.getMap("map").get("title")).toBe("Of another tab");
  });

  test("keeps a copy that holds what the server never took, and drops one that does not, when it is sent away", async () => {
    const [kept, dropped] = [new FakeCopy(server.doc, 0), new FakeCopy(server.doc, 0)];
    const away = withCopy(kept, { startsAway: true });
    await away.hasCopy;
    rename(away, "Never sent");
    away.end("no-link");
    expect(away.connection.state()).toEqual({
      kind: "ended",
      reason: "no-link",
      changes: 1,
      place: "device",
    });
    expect(away.canEdit).toBe(false);
    const here = withCopy(dropped);
    await reach(here, "saved");
    server.closeAll(CLOSE_CODE.revoked);
    await vi.waitFor(() => expect(dropped.isRemoved).toBe(true), waiting);
    expect(kept.isRemoved).toBe(false);
  });

  test("goes on without a copy where the browser keeps nothing", async () => {
    const session = open("editor", { openCopy: () => Promise.reject(new Error("refused")) });
    expect(await session.hasCopy).toBe(false);
    await reach(session, "saved");
  });
});

describe("a server whose store fails", () => {
  test("says so, and the state goes with the trouble or with the connection", async () => {
    server.isAnswering = false;
    const session = open();
    await reach(session, "saved");
    server.sayStoreState(1);
    await reach(session, "store-fails");
    rename(session, "Meanwhile");
    expect(session.connection.state()).toEqual({ kind: "store-fails", changes: 1, place: "tab" });
    server.sayStoreState(0);
    await reach(session, "saving");
    server.sayStoreState(1);
    await reach(session, "store-fails");
    server.isAnswering = true;
    server.closeAll(CLOSE_CODE.restart);
    await reach(session, "saved");
  });
});

describe("presence", () => {
  test("shows others who have said who they are, their cursor and their drag, and forgets them when they leave", async () => {
    const one = open();
    const other = open();
    await Promise.all([reach(one, "saved"), reach(other, "saved")]);
    other.presence.setCursor({ x: 1, y: 2 });
    other.presence.setIdentity({ name: "Ada", organisation: "County Council" });
    await vi.waitFor(
      () =>
        expect(one.presence.others()).toMatchObject([
          { name: "Ada", organisation: "County Council", cursor: { x: 1, y: 2 }, drag: undefined },
        ]),
      waiting,
    );
    other.presence.setDrag({ ids: ["a"], dx: 3, dy: 4 });
    await vi.waitFor(
      () => expect(one.presence.others()[0]?.drag).toEqual({ ids: ["a"], dx: 3, dy: 4 }),
      waiting,
    );
    other.presence.setField({ id: "a", name: "annualValue" });
    await vi.waitFor(
      () => expect(one.presence.others()[0]?.field).toEqual({ id: "a", name: "annualValue" }),
      waiting,
    );
    other.presence.setField(undefined);
    await vi.waitFor(() => expect(one.presence.others()[0]?.field).toBeUndefined(), waiting);
    other.destroy();
    await vi.waitFor(() => expect(one.presence.others()).toEqual([]), waiting);
  });

  test("is back after a reconnect", async () => {
    const one = open();
    const other = open();
    one.presence.setIdentity({ name: "Grace", organisation: "" });
    other.presence.setIdentity({ name: "Ada", organisation: "" });
    await vi.waitFor(() => expect(one.presence.others()).toHaveLength(1), waiting);
    await server.stop();
    await vi.waitFor(() => expect(one.presence.others()).toHaveLength(0), waiting);
    await server.start();
    await vi.waitFor(() => expect(one.presence.others()).toMatchObject([{ name: "Ada" }]), waiting);
    await vi.waitFor(() => expect(other.presence.others()).toMatchObject([{ name: "Grace" }]), waiting);
  });

  test("sends nothing about others back to where it has come from", async () => {
    const one = open();
    const other = open();
    one.presence.setIdentity({ name: "Grace", organisation: "" });
    other.presence.setIdentity({ name: "Ada", organisation: "" });
    await vi.waitFor(() => expect(one.presence.others()).toHaveLength(1), waiting);
    other.presence.setCursor({ x: 1, y: 2 });
    await vi.waitFor(() => expect(one.presence.others()[0]?.cursor).toEqual({ x: 1, y: 2 }), waiting);
    one.presence.setCursor({ x: 3, y: 4 });
    await vi.waitFor(() => expect(other.presence.others()[0]?.cursor).toEqual({ x: 3, y: 4 }), waiting);
    expect([...server.saidOf.values()].map((clients) => clients.size)).toEqual([1, 1]);
  });

  test("gives two people different colours", async () => {
    const all = [open(), open(), open(), open()];
    for (const session of all) session.presence.setIdentity({ name: "Somebody", organisation: "" });
    await vi.waitFor(() => {
      for (const session of all) {
        const others = session.presence.others().map((person) => person.colour);
        expect(others).toHaveLength(3);
        expect(new Set([...others, session.presence.ownColour()]).size).toBe(4);
      }
    }, waiting);
  });
});

describe("a session that is refused", () => {
  test.each([
    [CLOSE_CODE.noValidToken, "no-link"],
    [CLOSE_CODE.noSuchMap, "no-map"],
  ])("with close code %i is over before it has begun", async (code, reason) => {
    server.refuseWith = code;
    const session = open();
    await vi.waitFor(
      () => expect(session.connection.state()).toEqual({ kind: "ended", reason, changes: 0, place: "tab" }),
      waiting,
    );
    expect(session.connection.loaded()).toBe(false);
    expect(session.canEdit).toBe(false);
  });

  test("for the moment says that an attempt has failed, and goes on trying", async () => {
    server.refuseWith = CLOSE_CODE.tryLater;
    const session = open();
    await vi.waitFor(
      () => expect(session.connection.state()).toEqual({ kind: "connecting", failed: true }),
      waiting,
    );
    server.refuseWith = undefined;
    await reach(session, "saved");
  });
});
