import { once } from "node:events";
import { connect } from "node:net";
import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ACK_PROTOCOL } from "../../../shared/protocol/messages.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

const TRANSPORTS = ["websocket", "http"] as const;

/** An update of a client that has set one key of a root. */
function updateSetting(root: string, key: string, value: unknown): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap(root).set(key, value);
  return Y.encodeStateAsUpdate(doc);
}

describe.each(TRANSPORTS)("the wire over %s", (transport) => {
  const serverOf = serverOfFile();
  const theServer = () => ({ ...serverOf(), transport });

  async function rawPair(map: TestMap): Promise<[RawClient, RawClient]> {
    const server = theServer();
    return Promise.all([
      RawClient.join(server, map.id, map.token.editor),
      RawClient.join(server, map.id, map.token.editor),
    ]);
  }

  it.each([
    ["random bytes", [0x8f, 0x13, 0x77, 0xa0, 0x01]],
    ["an empty message", []],
    ["an unknown message", [57, 0]],
    ["an unknown step", [0, 9, 0]],
    ["half a message", [0, 2, 200, 1, 1, 2]],
    ["half an update", [0, 2, 3, 1, 5, 130]],
    ["bytes after the message", [3, 3]],
    ["an update with bytes missing in its deletions", [0, 2, 2, 0, 9]],
    ["a state vector that breaks off", [0, 0, 2, 5, 1]],
    ["presence that is no JSON", [1, 5, 1, 7, 1, 1, 120]],
    ["presence that is no object", [1, 5, 1, 7, 1, 1, 53]],
    ["presence that breaks off", [1, 2, 9, 7]],
    ["a number past all bounds", [101, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
  ])("%s closes that connection with 4400, and nobody else notices", async (_name, bytes) => {
    const server = theServer();
    const map = await makeMap(server);
    const [bad, good] = await rawPair(map);
    bad.send(new Uint8Array(bytes));
    await until(() => bad.closeCode !== null);
    expect(bad.closeCode).toBe(4400);
    const stock = stockClient(server, map.id, map.token.editor);
    await synced(stock);
    stock.doc.getMap("map").set("title", "Still here");
    await until(() => good.updates.length > 0);
    expect(good.closeCode).toBeNull();
  });

  it("a message that is too large closes the connection with 1009", async () => {
    const [bad, good] = await rawPair(await makeMap(theServer()));
    bad.send(new Uint8Array(17 * 1024 * 1024));
    await until(() => bad.closeCode !== null);
    expect(bad.closeCode).toBe(1009);
    await good.settled();
  });

  it("an update for a root that is no map is harmless", async () => {
    const server = theServer();
    const map = await makeMap(server, { template: "Cambridgeshire: UnitingCare, 2015" });
    const before = await (await callWith(server, map.token.viewer, `/api/maps/${map.id}`)).text();
    const [client, other] = await rawPair(map);
    const doc = new Y.Doc();
    doc.getArray("elements").push(["no", "map"]);
    doc.getText("map").insert(0, "neither");
    doc.getXmlFragment("somewhere").insert(0, [new Y.XmlElement("p")]);
    client.sendUpdate(Y.encodeStateAsUpdate(doc));
    await until(() => other.updates.length > 0);
    const after = await callWith(server, map.token.viewer, `/api/maps/${map.id}`);
    expect(await after.text()).toBe(before);
    const late = stockClient(server, map.id, map.token.editor);
    await synced(late);
    expect(late.doc.getMap("elements").size).toBeGreaterThan(5);
  });

  it("sends an update to others and not back, and nothing that is known already", async () => {
    const [one, other] = await rawPair(await makeMap(theServer()));
    const update = updateSetting("map", "title", "Once");
    one.sendUpdate(update);
    await until(() => other.updates.length > 0);
    one.sendUpdate(update);
    one.sendUpdate(updateSetting("elements", "a", 1));
    await until(() => other.updates.length > 1);
    await one.settled();
    expect(other.updates).toHaveLength(2);
    expect(one.updates).toHaveLength(0);
  });

  it("merges what many write at once, and everybody has it all", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const writers = await Promise.all(
      Array.from({ length: 5 }, () => RawClient.join(server, map.id, map.token.editor)),
    );
    const reader = await RawClient.join(server, map.id, map.token.viewer);
    for (let round = 0; round < 20; round++) {
      for (const [index, writer] of writers.entries()) {
        writer.sendUpdate(updateSetting("elements", `e${index}-${round}`, round));
      }
    }
    const doc = new Y.Doc();
    await until(() => {
      for (const update of reader.updates.splice(0)) Y.applyUpdate(doc, update);
      return doc.getMap("elements").size === 100;
    });
  });

  it("keeps an update that comes before the one it needs", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.getMap("elements").set("first", 1);
    doc.getMap("elements").set("second", 2);
    const [one, other] = await rawPair(map);
    one.sendUpdate(updates[1] ?? new Uint8Array());
    await one.settled();
    expect(other.updates).toHaveLength(0);
    other.sendUpdate(updates[0] ?? new Uint8Array());
    const late = stockClient(server, map.id, map.token.viewer);
    await until(() => late.doc.getMap("elements").get("second") === 2);
    expect(late.doc.getMap("elements").get("first")).toBe(1);
  });

  it("answers a state vector with exactly what is missing", async () => {
    const server = theServer();
    const map = await makeMap(server, { template: "Salford: integrated care organisation, 2016" });
    const [client] = await rawPair(map);
    client.sendStateVector(new Uint8Array([0]));
    await until(() => client.updates.length === 1);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, client.updates[0] ?? new Uint8Array());
    expect(doc.getMap("elements").size).toBeGreaterThan(3);
    client.sendStateVector(Y.encodeStateVector(doc));
    await until(() => client.updates.length === 2);
    expect(client.updates[1]?.byteLength).toBeLessThan(10);
  });

  it("without a token closes with 4401", async () => {
    const map = await makeMap(theServer());
    const client = new RawClient(theServer(), map.id, ["plumbline"]);
    await until(() => client.closeCode !== null);
    expect(client.closeCode).toBe(4401);
  });
});

describe("a WebSocket", () => {
  const theServer = serverOfFile();

  async function rawPair(map: TestMap): Promise<[RawClient, RawClient]> {
    const server = theServer();
    return Promise.all([
      RawClient.join(server, map.id, map.token.editor),
      RawClient.join(server, map.id, map.token.editor),
    ]);
  }

  it("selects the subprotocol plumbline and never the token", async () => {
    const map = await makeMap(theServer());
    const client = await RawClient.join(theServer(), map.id, map.token.viewer);
    expect(client.socket.protocol).toBe("plumbline");
  });

  it("text closes the connection with 4400", async () => {
    const [bad] = await rawPair(await makeMap(theServer()));
    bad.socket.send("hello");
    await until(() => bad.closeCode !== null);
    expect(bad.closeCode).toBe(4400);
  });

  it("refuses an origin that is not ours with 403, before there is a socket", async () => {
    const map = await makeMap(theServer());
    const protocols = ["plumbline", `plumbline.token.${map.token.owner}`];
    const foreign = new RawClient(theServer(), map.id, protocols, { Origin: "https://elsewhere.example" });
    await until(() => foreign.httpStatus !== null);
    expect(foreign.httpStatus).toBe(403);
    const own = new RawClient(theServer(), map.id, protocols, { Origin: theServer().url });
    await until(() => own.heard.length > 0);
  });

  it("answers 400 to an upgrade of no address", async () => {
    const { port } = theServer();
    const socket = connect(port, "127.0.0.1");
    socket.write("GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("closes with 1013 whoever sends without end; the others go on", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const flood = await RawClient.join(server, map.id, map.token.viewer);
    const [writer, reader] = await rawPair(map);
    for (let count = 0; count < 200_000 && flood.closeCode === null; count++) {
      flood.send(new Uint8Array([101, 1]));
      if (count % 10_000 === 0) await new Promise(setImmediate);
    }
    await until(() => flood.closeCode !== null);
    expect(flood.closeCode).toBe(1013);
    writer.sendUpdate(updateSetting("elements", "after", 1));
    await until(() => reader.updates.length === 1);
    expect([writer.closeCode, reader.closeCode]).toEqual([null, null]);
  });

  it("brings whoever did not read for a while into step with the difference, not with all that was said", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const deaf = await RawClient.join(server, map.id, map.token.viewer);
    const [writer, reader] = await rawPair(map);
    deaf.socket.pause();
    const doc = new Y.Doc();
    doc.on("update", (update: Uint8Array) => writer.sendUpdate(update));
    for (let count = 1; count <= 50; count++) {
      doc.getMap("elements").set("big", `${count} ${"x".repeat(2 * 1024 * 1024)}`);
      await until(() => reader.updates.length === count);
    }
    deaf.socket.resume();
    const heard = new Y.Doc();
    await until(() => {
      for (const update of deaf.updates.splice(0)) Y.applyUpdate(heard, update);
      return String(heard.getMap("elements").get("big")).startsWith("50 ");
    });
    // Of 100 MB: what the kernel and the limit hold, and the document twice.
    const bytes = deaf.heard.reduce((sum, frame) => sum + frame.byteLength, 0);
    expect(bytes).toBeLessThan(25 * 1024 * 1024);
    expect([writer.closeCode, reader.closeCode, deaf.closeCode]).toEqual([null, null, null]);
  });

  it("answers 404 to an upgrade of anything else", async () => {
    const client = new RawClient(theServer(), "../elsewhere", ["plumbline"]);
    await until(() => client.httpStatus !== null);
    expect(client.httpStatus).toBe(404);
  });

  it("lets the tab's own link decide, also where the browser holds a stronger one", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const sessions = await Promise.all(
      (["viewer", "owner"] as const).map(async (role) => {
        const body = JSON.stringify({ map: map.id, token: map.token[role] });
        const response = await fetch(`${server.url}/api/session`, { method: "POST", body });
        const { link } = (await response.json()) as { link: string };
        const cookie = response.headers.getSetCookie().find((text) => text.includes("Path=/sync/")) ?? "";
        return { link, cookie: cookie.split(";")[0] ?? "" };
      }),
    );
    const Cookie = sessions.map(({ cookie }) => cookie).join("; ");
    const reader = await RawClient.join(server, map.id, map.token.editor);
    const asViewer = new RawClient(server, `${map.id}?link=${sessions[0]?.link}`, ["plumbline"], { Cookie });
    const asStrongest = new RawClient(server, map.id, ["plumbline"], { Cookie });
    const asNobody = new RawClient(server, `${map.id}?link=other`, ["plumbline"], { Cookie });
    await until(
      () => asViewer.heard.length > 0 && asStrongest.heard.length > 0 && asNobody.closeCode !== null,
    );
    expect(asNobody.closeCode).toBe(4401);
    asViewer.sendUpdate(updateSetting("elements", "viewer", 1));
    await asViewer.settled();
    asStrongest.sendUpdate(updateSetting("elements", "owner", 1));
    await until(() => reader.updates.length > 0);
    const doc = new Y.Doc();
    for (const update of reader.updates) Y.applyUpdate(doc, update);
    expect([...doc.getMap("elements").keys()]).toEqual(["owner"]);
    expect(asViewer.closeCode).toBeNull();
  });
});

describe.each(TRANSPORTS)("presence over %s", (transport) => {
  const serverOf = serverOfFile();
  const theServer = () => ({ ...serverOf(), transport });
  const ann = JSON.stringify({ user: { name: "Ann" } });
  const bob = JSON.stringify({ user: { name: "Bob" } });

  it("is heard by others and by those who come later, and goes with its socket", async () => {
    const map = await makeMap(theServer());
    const one = await RawClient.join(theServer(), map.id, map.token.viewer);
    const other = await RawClient.join(theServer(), map.id, map.token.editor);
    one.sendPresence([7, 1, ann]);
    await until(() => other.presence.has(7));
    const late = await RawClient.join(theServer(), map.id, map.token.editor);
    await until(() => late.presence.has(7));
    expect(late.presence.get(7)).toEqual({ clock: 1, state: { user: { name: "Ann" } } });
    one.socket.terminate();
    await until(() => !other.presence.has(7) && !late.presence.has(7));
  });

  it("for somebody else is dropped", async () => {
    const map = await makeMap(theServer());
    const [one, forger, listener] = await Promise.all(
      Array.from({ length: 3 }, () => RawClient.join(theServer(), map.id, map.token.editor)),
    );
    if (!one || !forger || !listener) throw new Error("Three clients");
    one.sendPresence([7, 1, ann]);
    await until(() => listener.presence.has(7));
    forger.sendPresence([7, 99, bob]);
    forger.sendPresence([7, 99, "null"]);
    forger.sendPresence([8, 1, bob], [7, 100, bob], [9, 1, bob]);
    await until(() => listener.presence.has(8));
    forger.sendPresence([7, 101, "null"]);
    await forger.settled();
    await listener.settled();
    expect([...listener.presence.keys()].sort()).toEqual([7, 8]);
    expect(listener.presence.get(7)).toEqual({ clock: 1, state: { user: { name: "Ann" } } });
  });

  it("of one person in one gathering is only the latest", async () => {
    const map = await makeMap(theServer());
    const one = await RawClient.join(theServer(), map.id, map.token.editor);
    const listener = await RawClient.join(theServer(), map.id, map.token.editor);
    for (let clock = 1; clock <= 500; clock++) one.sendPresence([7, clock, JSON.stringify({ clock })]);
    await until(() => (listener.presence.get(7)?.clock ?? 0) === 500);
    expect(listener.heard.length).toBeLessThan(400);
  });

  it("is told again to whoever asks", async () => {
    const map = await makeMap(theServer());
    const one = await RawClient.join(theServer(), map.id, map.token.editor);
    one.sendPresence([7, 1, ann]);
    await one.settled();
    expect(one.presence.has(7)).toBe(true);
  });
});

describe.each(TRANSPORTS)("durable acknowledgement over %s", (transport) => {
  it("comes once what was sent before is committed, and only to those who asked for it", async () => {
    const server = { ...(await withServer()), transport };
    const map = await makeMap(server);
    const plain = await RawClient.join(server, map.id, map.token.editor);
    const asking = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
    expect(asking.socket.protocol).toBe("plumbline");
    plain.askForAck(1);
    asking.askForAck(10);
    asking.sendUpdate(updateSetting("map", "title", "Kept"));
    asking.askForAck(11);
    await until(() => asking.acks.length === 2);
    expect(asking.acks).toEqual([10, 11]);
    await plain.settled();
    expect(plain.acks).toEqual([]);
    expect(plain.closeCode).toBeNull();
    expect(decoding.hasContent(decoding.createDecoder(asking.heard.at(-1) ?? new Uint8Array()))).toBe(true);
  });
});

it("number 0 is answered by itself, also where an answer to the newest number stands for several", async () => {
  const server = await withServer();
  const map = await makeMap(server);
  const client = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const key of ["first", "second"]) doc.getMap("elements").set(key, 1);
  client.sendUpdate(updates[1] ?? new Uint8Array());
  for (const number of [4, 5, 0]) client.askForAck(number);
  await client.settled();
  expect(client.acks).toEqual([]);
  client.sendUpdate(updates[0] ?? new Uint8Array());
  await until(() => client.acks.includes(0));
  expect(client.acks.slice(-2)).toEqual([5, 0]);
});

describe.each(TRANSPORTS)("rounds over %s", (transport) => {
  it("let every client hear something before the longest silence", async () => {
    const server = { ...(await withServer({ longestSilenceMs: 400 })), transport };
    const map = await makeMap(server);
    const client = await RawClient.join(server, map.id, map.token.viewer);
    await until(() => client.heard.length > 4);
    expect(client.heard.slice(-2)).toEqual([new Uint8Array([1, 1, 0]), new Uint8Array([1, 1, 0])]);
  });

  it("closes a socket whose link has expired", async () => {
    const server = { ...(await withServer({ longestSilenceMs: 400 })), transport };
    const map = await makeMap(server);
    const expiresAt = new Date(Date.now() + 700).toISOString();
    const made = await callWith(server, map.token.owner, `/api/maps/${map.id}/links`, {
      method: "POST",
      body: JSON.stringify({ role: "editor", expiresAt }),
    });
    const { token } = (await made.json()) as { token: string };
    const client = await RawClient.join(server, map.id, token);
    await until(() => client.closeCode !== null);
    expect(client.closeCode).toBe(4401);
  });
});
