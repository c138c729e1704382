import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { MemoryAccessStore } from "../../../server/storage/MemoryAccessStore.ts";
import { MemorySecurityStore } from "../../../server/storage/MemorySecurityStore.ts";
import { MemorySignInStore } from "../../../server/storage/MemorySignInStore.ts";
import { ACK_PROTOCOL } from "../../../shared/protocol/messages.ts";
import { BreakableDocuments } from "../support/BreakableDocuments.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { callWith, makeMap, withServer } from "../support/withServer.ts";

async function serverWithBreakableStore(emptyRoomMs = 20) {
  const documents = new BreakableDocuments();
  const storage = {
    documents,
    history: documents.history,
    access: new MemoryAccessStore(),
    signIns: new MemorySignInStore(),
    security: new MemorySecurityStore(),
    checkWritable: async () => {
      if (!documents.canAppend) throw new Error("read-only");
    },
    close: () => documents.close(),
  };
  const server = await withServer({ storage, emptyRoomMs });
  return { server, documents, map: await makeMap(server, { title: "Kept" }) };
}

/** An update of somebody who adds one element. */
function adding(name: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("elements").set(name, new Y.Map([["name", name]]));
  return Y.encodeStateAsUpdate(doc);
}

describe("a store that fails", () => {
  it("acknowledges nothing while it cannot take an update, and everything once it can; nothing is lost", async () => {
    const { server, documents, map } = await serverWithBreakableStore();
    const writer = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
    const reader = await RawClient.join(server, map.id, map.token.editor);
    documents.canAppend = false;
    writer.sendUpdate(adding("Written to a full disk"));
    writer.askForAck(1);
    await until(() => reader.updates.length === 1 && documents.refusals >= 2);
    await writer.settled();
    expect(writer.acks).toEqual([]);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    documents.canAppend = true;
    await until(() => writer.acks.length === 1);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const stored = await documents.load(map.id);
    expect(stored?.updates).toHaveLength(2);
  });

  it("is told to those who asked for acknowledgements, also to whoever comes meanwhile, and again when it works", async () => {
    const { server, documents, map } = await serverWithBreakableStore();
    const writer = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
    const plain = await RawClient.join(server, map.id, map.token.editor);
    const storeStates = ({ heard }: RawClient) =>
      heard.filter(([type]) => type === 102).map((frame) => frame[1]);
    documents.canAppend = false;
    writer.sendUpdate(adding("Written to a full disk"));
    await until(() => documents.refusals >= 3 && storeStates(writer).length === 1);
    const late = await RawClient.join(server, map.id, map.token.viewer, ACK_PROTOCOL);
    await until(() => storeStates(late).length === 1);
    documents.canAppend = true;
    await until(() => storeStates(writer).length === 2 && storeStates(late).length === 2);
    expect([storeStates(writer), storeStates(late)]).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await plain.settled();
    expect(storeStates(plain)).toEqual([]);
  });

  it("keeps a room that everybody has left until it is saved", async () => {
    const { server, documents, map } = await serverWithBreakableStore(1);
    const writer = await RawClient.join(server, map.id, map.token.editor);
    documents.canAppend = false;
    writer.sendUpdate(adding("Nobody waits"));
    await until(() => documents.refusals > 0);
    writer.socket.close();
    const late = stockClient(server, map.id, map.token.viewer);
    await synced(late);
    expect(late.doc.getMap("elements").has("Nobody waits")).toBe(true);
    documents.canAppend = true;
    await vi.waitFor(async () => expect((await documents.load(map.id))?.updates).toHaveLength(2));
  });

  it("opens no empty map where it cannot read one: clients try again, and have it when it can", async () => {
    const { server, documents, map } = await serverWithBreakableStore();
    documents.canLoad = false;
    const raw = new RawClient(server, map.id, ["plumbline", `plumbline.token.${map.token.editor}`]);
    await until(() => raw.closeCode !== null);
    expect(raw.closeCode).toBe(1013);
    expect(raw.heard).toHaveLength(0);
    expect((await callWith(server, map.token.viewer, `/api/maps/${map.id}`)).status).toBe(503);
    const stock = stockClient(server, map.id, map.token.editor);
    await until(() => documents.loads >= 4);
    expect(stock.provider.synced).toBe(false);
    documents.canLoad = true;
    await synced(stock);
    expect(stock.doc.getMap("map").get("title")).toBe("Kept");
  });

  it("is read once, however many come at the same moment", async () => {
    const { server, documents, map } = await serverWithBreakableStore();
    let open = () => {};
    documents.gate = new Promise((resolve) => {
      open = resolve;
    });
    const before = documents.loads;
    const clients = Array.from({ length: 10 }, () => stockClient(server, map.id, map.token.editor));
    await until(() => clients.every(({ provider }) => provider.wsconnected));
    open();
    await Promise.all(clients.map(synced));
    expect(documents.loads - before).toBe(1);
  });

  it("is not written any more after the map was deleted", async () => {
    const { server, documents, map } = await serverWithBreakableStore();
    const writer = await RawClient.join(server, map.id, map.token.editor);
    documents.canAppend = false;
    writer.sendUpdate(adding("Too late"));
    await until(() => documents.refusals > 0);
    const deleted = await callWith(server, map.token.owner, `/api/maps/${map.id}`, { method: "DELETE" });
    expect(deleted.status).toBe(204);
    documents.canAppend = true;
    await until(() => writer.closeCode === 4404);
    expect(await documents.load(map.id)).toBeNull();
  });

  it.each(["", "/talk"])("leaves one row when a room is left, and is read again (map%s)", async (part) => {
    const { server, documents, map } = await serverWithBreakableStore();
    const id = `${map.id}${part}`;
    const writer = await RawClient.join(server, id, map.token.editor, ACK_PROTOCOL);
    for (let number = 1; number <= 60; number++) {
      writer.sendUpdate(adding(`Title ${number}`));
      writer.askForAck(number);
      await until(() => writer.acks.length === number);
    }
    writer.socket.close();
    await expect.poll(async () => (await documents.load(id))?.updates.length, { timeout: 15_000 }).toBe(1);
    const { loads } = documents;
    const late = stockClient(server, id, map.token.viewer);
    await synced(late);
    expect(late.doc.getMap("elements").size).toBe(60);
    expect(documents.loads).toBeGreaterThan(loads);
  });
});
