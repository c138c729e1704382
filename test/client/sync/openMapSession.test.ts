import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { MapSession } from "../../../client/sync/MapSession.ts";
import { openMapSession } from "../../../client/sync/openMapSession.ts";
import { edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { CLOSE_CODE } from "../../../shared/protocol/closeCodes.ts";
import type { Role } from "../../../shared/protocol/roles.ts";
import { FakeServer } from "./FakeServer.ts";

const waiting = { timeout: 5_000, interval: 10 };
let server: FakeServer;
const sessions: MapSession[] = [];

beforeEach(async () => {
  server = new FakeServer();
  seedDocument(server.doc, {
    format: "system-map",
    version: 1,
    title: "Older people’s services",
    regime: "england-2012",
    elements: [],
    relations: [],
  });
  await server.start();
});

afterEach(async () => {
  for (const session of sessions.splice(0)) session.destroy();
  await server.stop();
});

function open(role: Role = "editor"): MapSession {
  const session = openMapSession({
    id: "map-1",
    role,
    link: "link-1",
    syncUrl: server.syncUrl,
    webSocket: WebSocket as unknown as typeof globalThis.WebSocket,
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
    expect(session.connection.state()).toEqual({ kind: "offline", changes: 2 });
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
      () => expect(session.connection.state()).toEqual({ kind: "ended", reason, changes: 0 }),
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
      () => expect(session.connection.state()).toEqual({ kind: "ended", reason, changes: 0 }),
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
