import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Browser } from "../support/browser.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import type { TestMap } from "../support/withServer.ts";
import { callWith } from "../support/withServer.ts";
import { browserOf, linkIn, mapOf, open, signedServerOfFile } from "./support/signedServer.ts";
import { ADA } from "./support/signIn.ts";

const signed = signedServerOfFile();

interface Room {
  readonly map: TestMap;
  readonly browser: Browser;
  readonly link: string;
  /** Somebody else who listens. */
  readonly other: RawClient;
}

async function adasRoom(): Promise<Room> {
  const browser = await browserOf(signed(), "ada");
  const map = await mapOf(browser);
  const link = await linkIn(await open(browser, map, map.token.editor));
  return { map, browser, link, other: await RawClient.join(signed().server, map.id, map.token.viewer) };
}

async function heard({ other }: Room, client: number): Promise<unknown> {
  await until(() => other.presence.has(client));
  return other.presence.get(client)?.state;
}

describe("whoever is signed in", () => {
  it("bears the directory's name, whatever their page says", async () => {
    const room = await adasRoom();
    const socket = await room.browser.join(room.map.id, room.link);
    const user = { name: "Mallory", organisation: "Elsewhere", colour: "#112233", verified: false };
    socket.sendPresence([7, 1, JSON.stringify({ user, cursor: { x: 1, y: 2 } })]);
    expect(await heard(room, 7)).toEqual({
      user: { ...ADA, colour: "#112233", verified: true },
      cursor: { x: 1, y: 2 },
    });
    const owner = await callWith(signed().server, room.map.token.owner, `/api/maps/${room.map.id}/people`);
    expect(await owner.json()).toMatchObject({
      people: expect.arrayContaining([expect.objectContaining({ ...ADA, isVerified: true })]),
    });
  });

  it("bears it also where their page says nothing of them", async () => {
    const room = await adasRoom();
    const socket = await room.browser.join(room.map.id, room.link);
    socket.sendPresence([7, 1, JSON.stringify({ cursor: { x: 1, y: 2 } })]);
    expect(await heard(room, 7)).toMatchObject({ user: { ...ADA, verified: true } });
  });

  it("leaves as everybody does", async () => {
    const room = await adasRoom();
    const socket = await room.browser.join(room.map.id, room.link);
    socket.sendPresence([7, 1, "{}"]);
    await heard(room, 7);
    socket.sendPresence([7, 2, "null"]);
    await until(() => !room.other.presence.has(7));
  });

  it("is named by the directory in the history and with the moments that they keep", async () => {
    const room = await adasRoom();
    const socket = await room.browser.join(room.map.id, room.link);
    socket.sendPresence([
      7,
      1,
      JSON.stringify({ user: { name: "Mallory", organisation: "", colour: "#112233" } }),
    ]);
    const doc = new Y.Doc();
    socket.sendStateVector(Y.encodeStateVector(doc));
    await until(() => socket.updates.length > 0);
    for (const update of socket.updates) Y.applyUpdate(doc, update);
    doc.getMap("map").set("title", "Written by Ada");
    socket.sendUpdate(Y.encodeStateAsUpdate(doc));
    await until(() => room.other.updates.length > 0);
    const path = `/api/maps/${room.map.id}`;
    const history = await callWith(signed().server, room.map.token.owner, `${path}/history`);
    const { entries } = (await history.json()) as { entries: { person: object }[] };
    expect(entries[0]?.person).toMatchObject(ADA);
    const by = { name: "Mallory", organisation: "" };
    const kept = await room.browser.post(`${path}/checkpoints?link=${room.link}`, { name: "Now", by });
    expect(await kept.json()).toMatchObject({ person: ADA });
  });
});

describe("whoever is not signed in", () => {
  it.each([
    ["plainly", '{"user":{"name":"Ada Marsh","organisation":"","colour":"#112233","verified":true}}'],
    [
      "in escapes",
      '{"user":{"name":"Ada Marsh","organisation":"","colour":"#112233","v\\u0065rified":true}}',
    ],
    [
      "twice",
      '{"user":{"name":"Ada Marsh","organisation":"","colour":"#112233","verified":false,"verified":true}}',
    ],
  ])("cannot claim to be verified: %s", async (_, json) => {
    const room = await adasRoom();
    const liar = await RawClient.join(signed().server, room.map.id, room.map.token.editor);
    liar.sendPresence([9, 1, json]);
    expect(await heard(room, 9)).toEqual({
      user: { name: "Ada Marsh", organisation: "", colour: "#112233" },
    });
  });

  it("cannot speak for whoever is", async () => {
    const room = await adasRoom();
    const socket = await room.browser.join(room.map.id, room.link);
    socket.sendPresence([7, 1, "{}"]);
    await heard(room, 7);
    const liar = await RawClient.join(signed().server, room.map.id, room.map.token.editor);
    liar.sendPresence([
      7,
      9,
      JSON.stringify({ user: { name: "Mallory", organisation: "", colour: "#112233" } }),
    ]);
    await liar.settled();
    expect(room.other.presence.get(7)?.state).toMatchObject({ user: ADA });
  });
});

describe("a stock client", () => {
  it("reads the names of those who are signed in, and is passed on as it speaks", async () => {
    const room = await adasRoom();
    const stock = stockClient(signed().server, room.map.id, room.map.token.editor);
    await synced(stock);
    stock.provider.awareness.setLocalState({ user: { name: "Stock" }, anything: [1, "two"] });
    const spoken = () => room.other.presence.get(stock.doc.clientID)?.state;
    await until(() => isDeepStrictEqual(spoken(), { user: { name: "Stock" }, anything: [1, "two"] }));
    const socket = await room.browser.join(room.map.id, room.link);
    socket.sendPresence([7, 1, "{}"]);
    const { awareness } = stock.provider;
    await until(() => awareness.getStates().has(7));
    expect(awareness.getStates().get(7)).toEqual({ user: { ...ADA, verified: true } });
  });
});
