import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { openMemoryStorage } from "../../server/storage/openMemoryStorage.ts";
import { ACK_PROTOCOL } from "../../shared/protocol/messages.ts";
import { BreakableDocuments } from "./support/BreakableDocuments.ts";
import { RawClient } from "./support/RawClient.ts";
import { until } from "./support/stockClient.ts";
import { callWith, makeMap, withServer } from "./support/withServer.ts";

/** An update of somebody who adds one element. */
function adding(name: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("elements").set(name, new Y.Map([["name", name]]));
  return Y.encodeStateAsUpdate(doc);
}

async function metricOf(server: { url: string }, line: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const found = text.split("\n").find((candidate) => candidate.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? Number.NaN);
}

it("tell who came, who was refused, and how long it took until changes were stored", async () => {
  const server = await withServer();
  const map = await makeMap(server);
  const editor = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
  const viewer = await RawClient.join(server, map.id, map.token.viewer);
  const stranger = new RawClient(server, map.id, ["plumbline", `plumbline.token.${"x".repeat(43)}`]);
  await until(() => stranger.closeCode !== null);
  await callWith(server, "nobody", `/api/maps/${map.id}`);
  await callWith(server, map.token.viewer, `/api/maps/${map.id}`, { method: "DELETE" });
  editor.sendUpdate(adding("one"));
  editor.sendPresence([1, 1, "{}"]);
  editor.askForAck(1);
  viewer.sendUpdate(adding("not allowed"));
  await Promise.all([until(() => editor.acks.length === 1), viewer.settled()]);
  const read = (line: string) => metricOf(server, line);
  expect(await read('plumbline_open_sockets{transport="websocket",role="editor"}')).toBe(1);
  expect(await read('plumbline_open_sockets{transport="websocket",role="viewer"}')).toBe(1);
  expect(await read('plumbline_joins_total{transport="websocket",role="viewer"}')).toBe(1);
  expect(await read("plumbline_join_seconds_count")).toBe(2);
  expect(await read('plumbline_refusals_total{over="socket",code="4401"}')).toBe(1);
  expect(await read('plumbline_refusals_total{over="http",code="404"}')).toBe(1);
  expect(await read('plumbline_refusals_total{over="http",code="403"}')).toBe(1);
  expect(await read("plumbline_updates_total")).toBe(1);
  expect(await read("plumbline_dropped_updates_total")).toBe(1);
  expect(await read("plumbline_presence_frames_total")).toBe(1);
  expect(await read("plumbline_commit_seconds_count")).toBe(1);
  expect(await read("plumbline_loaded_document_bytes_count")).toBe(1);
  expect(await read('plumbline_job_seconds_count{job="newMap",outcome="done"}')).toBe(1);
  expect(await read("plumbline_made_maps_total")).toBe(1);
  expect(await read("plumbline_unacknowledged_updates")).toBe(0);
});

it("tell that the store fails, what waits for it and since when; and that all is well again", async () => {
  const documents = new BreakableDocuments();
  const server = await withServer({ storage: { ...openMemoryStorage(), documents } });
  const map = await makeMap(server);
  const writer = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
  const read = (line: string) => metricOf(server, line);
  expect(await read("plumbline_store_failing")).toBe(0);
  documents.canAppend = false;
  writer.sendUpdate(adding("waits"));
  writer.askForAck(1);
  await until(() => documents.refusals >= 1);
  await vi.waitFor(async () => expect(await read("plumbline_store_failing")).toBe(1));
  expect(await read("plumbline_unacknowledged_updates")).toBe(1);
  expect(await read("plumbline_oldest_unacknowledged_seconds")).toBeGreaterThan(0);
  documents.canAppend = true;
  await until(() => writer.acks.length === 1);
  expect(await read("plumbline_store_failing")).toBe(0);
  expect(await read("plumbline_unacknowledged_updates")).toBe(0);
  expect(await read("plumbline_oldest_unacknowledged_seconds")).toBe(0);
  expect(await read("plumbline_commit_seconds_sum")).toBeGreaterThan(0.1);
});
