import { expect, it } from "vitest";
import * as Y from "yjs";
import { ACK_PROTOCOL, SYNC } from "../../../shared/protocol/messages.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { makeMap, serverOfFile } from "../support/withServer.ts";

const server = serverOfFile();

/** Somebody who drew two things, with an update for each. */
function offline(): { readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const name of ["first", "second"]) doc.getMap("elements").set(name, new Y.Map([["name", name]]));
  return { doc, updates };
}

function questions(client: RawClient): number {
  return client.heard.filter((data) => data[0] === 0 && data[1] === SYNC.stateVector).length;
}

it("acknowledges nothing of somebody whose edit carries on from what has not come, until it has", async () => {
  const map = await makeMap(server());
  const writer = await RawClient.join(server(), map.id, map.token.editor, ACK_PROTOCOL);
  const { doc, updates } = offline();
  writer.sendUpdate(updates[1] ?? new Uint8Array());
  writer.askForAck(1);
  writer.askForAck(2);
  await writer.settled();
  expect(writer.acks).toEqual([]);
  writer.sendAnswer(Y.encodeStateAsUpdate(doc));
  await until(() => writer.acks.includes(2));
  const reader = stockClient(server(), map.id, map.token.viewer);
  await synced(reader);
  expect([...reader.doc.getMap("elements").keys()].sort()).toEqual(["first", "second"]);
});

it("asks again for what is missing after the first answer", async () => {
  const map = await makeMap(server());
  const writer = await RawClient.join(server(), map.id, map.token.editor, ACK_PROTOCOL);
  writer.sendAnswer(Y.encodeStateAsUpdate(new Y.Doc()));
  await writer.settled();
  expect(questions(writer)).toBe(1);
  const { doc, updates } = offline();
  writer.sendUpdate(updates[1] ?? new Uint8Array());
  writer.askForAck(1);
  await until(() => questions(writer) === 2);
  expect(writer.acks).toEqual([]);
  writer.sendAnswer(Y.encodeStateAsUpdate(doc));
  await until(() => writer.acks.includes(1));
});

it("holds up nobody else's acknowledgement", async () => {
  const map = await makeMap(server());
  const [broken, other] = await Promise.all([
    RawClient.join(server(), map.id, map.token.editor, ACK_PROTOCOL),
    RawClient.join(server(), map.id, map.token.editor, ACK_PROTOCOL),
  ]);
  broken.sendUpdate(offline().updates[1] ?? new Uint8Array());
  broken.askForAck(1);
  other.sendUpdate(offline().updates[0] ?? new Uint8Array());
  other.askForAck(1);
  await until(() => other.acks.length === 1);
  await broken.settled();
  expect(broken.acks).toEqual([]);
});

it("acknowledges what came too early once what was missing has come from somebody else", async () => {
  const map = await makeMap(server());
  const [early, late] = await Promise.all([
    RawClient.join(server(), map.id, map.token.editor, ACK_PROTOCOL),
    RawClient.join(server(), map.id, map.token.editor, ACK_PROTOCOL),
  ]);
  const { updates } = offline();
  early.sendUpdate(updates[1] ?? new Uint8Array());
  early.askForAck(1);
  await early.settled();
  expect(early.acks).toEqual([]);
  late.sendUpdate(updates[0] ?? new Uint8Array());
  await until(() => early.acks.includes(1));
  const known = new Y.Doc();
  for (const update of [...updates.slice(0, 1), ...late.updates]) Y.applyUpdate(known, update);
  expect(known.getMap("elements").has("second")).toBe(true);
});
