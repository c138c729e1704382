import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { RunningServer } from "../../../server/startServer.ts";
import { type Editor, edit } from "../../../shared/document/edit.ts";
import type { HistoryAnswer, HistoryCheckpoint, HistoryLine } from "../../../shared/history/HistoryAnswer.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { ACK_PROTOCOL } from "../../../shared/protocol/messages.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

const jane = { name: "Jane Smith", organisation: "Anytown CCG", colour: "#aa0000" };
const bedford = {
  id: "c",
  type: "contract",
  kind: "other",
  name: "Older people",
  position: { x: 0, y: 0 },
} as const;

describe("history over HTTP", () => {
  const theServer = serverOfFile({ emptyRoomMs: 1 });
  const call = (map: TestMap, path: string, init: RequestInit = {}, token = map.token.editor) =>
    callWith(theServer(), token, `/api/maps/${map.id}/${path}`, init);
  const post = (map: TestMap, path: string, body: unknown, token = map.token.editor) =>
    call(map, path, { method: "POST", body: JSON.stringify(body) }, token);
  const historyOf = async (map: TestMap, query = "") => {
    const response = await call(map, `history${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as HistoryAnswer;
  };

  it("tells who did what while people edit, and shows the map as it stood", async () => {
    const map = await makeMap(theServer(), { title: "T" });
    const person = await join(theServer(), map, jane);
    await person.edits((editor) => editor.addElement({ ...bedford, annualValue: 752_000_000 }));
    const { checkpoints, entries: first } = await historyOf(map);
    expect(checkpoints).toMatchObject([{ moment: 1, kind: "start", name: null, person: null }]);
    const [added] = first;
    await person.edits((editor) => editor.setField("c", "annualValue", 726_000_000));
    const { entries, next } = await historyOf(map);
    expect(next).toBeNull();
    expect(entries[0]?.person).toEqual({ name: "Jane Smith", organisation: "Anytown CCG", link: "editor" });
    expect(Date.parse(entries[0]?.at ?? "")).toBeLessThanOrEqual(Date.now());
    expect(entries.flatMap(({ lines }) => lines.map(inWords))).toContain("added the contract *Older people*");
    expect(await mapAt(map, added?.moment ?? 0)).toMatchObject({ elements: [{ annualValue: 752_000_000 }] });
    expect(await mapAt(map, entries[0]?.moment ?? 0)).toMatchObject({
      elements: [{ annualValue: 726_000_000 }],
    });
    expect(await mapAt(map, 1)).toMatchObject({ title: "T", elements: [] });
  });

  async function mapAt(map: TestMap, moment: number): Promise<unknown> {
    const response = await call(map, `history/${moment}`);
    expect(response.status).toBe(200);
    return response.json();
  }

  it("is the same after the log became history", async () => {
    const map = await makeMap(theServer());
    const person = await join(theServer(), map, jane);
    const moments: number[] = [];
    for (let step = 0; step < 60; step++) {
      await person.edits((editor) => editor.setMapField("title", `Title ${step}`));
      if (step % 20 === 0) moments.push((await historyOf(map)).entries[0]?.moment ?? 0);
    }
    const before = await historyOf(map);
    person.leave();
    await expect.poll(async () => (await historyOf(map)).checkpoints.length, { timeout: 15_000 }).toBe(2);
    const after = await historyOf(map);
    expect(after.entries).toEqual(before.entries);
    expect(after.checkpoints.map(({ kind }) => kind)).toEqual(["automatic", "start"]);
    expect(after.checkpoints[1]).toEqual(before.checkpoints[0]);
    for (const [index, moment] of moments.entries())
      expect(await mapAt(map, moment)).toMatchObject({ title: `Title ${index * 20}` });
  });

  it("gives page after page", async () => {
    const map = await makeMap(theServer());
    for (const name of ["a", "b", "c"]) {
      const person = await join(theServer(), map, { ...jane, name });
      await person.edits((editor) => editor.setMapField("title", name));
      person.leave();
    }
    const first = await historyOf(map, "?limit=2");
    const second = await historyOf(map, `?limit=2&before=${first.next}`);
    expect([...first.entries, ...second.entries].map(({ person }) => person.name)).toEqual(["c", "b", "a"]);
    expect(second.next).toBeNull();
    for (const query of [
      "?limit=0",
      `?limit=${LIMITS.historyPageEntries + 1}`,
      "?before=x",
      "?before=-1",
      "?limit=",
    ])
      expect((await call(map, `history${query}`)).status).toBe(400);
  });

  it("is for editors, and says what it does not know", async () => {
    const map = await makeMap(theServer());
    for (const role of ["viewer", "commenter"] as const) {
      expect((await call(map, "history", {}, map.token[role])).status).toBe(403);
      expect((await call(map, "history/1", {}, map.token[role])).status).toBe(403);
      expect((await post(map, "checkpoints", { name: "n" }, map.token[role])).status).toBe(403);
    }
    expect((await post(map, "erasures", { name: "n" })).status).toBe(403);
    expect((await call(map, "history", {}, "nobody")).status).toBe(404);
    for (const moment of ["0", "2", "999999999"])
      expect((await call(map, `history/${moment}`)).status).toBe(404);
    for (const moment of ["one", "1.5", "-1"])
      expect((await call(map, `history/${moment}`)).status).toBe(400);
  });

  it("keeps checkpoints that people name, until an owner lets them go", async () => {
    const map = await makeMap(theServer());
    const person = await join(theServer(), map, jane);
    await person.edits((editor) => editor.setMapField("title", "Agreed"));
    const made = await post(map, "checkpoints", { name: " Board, May ", by: { name: "Jane Smith" } });
    expect(made.status).toBe(201);
    const checkpoint = (await made.json()) as HistoryCheckpoint;
    expect(checkpoint).toMatchObject({
      name: "Board, May",
      kind: "named",
      person: { name: "Jane Smith", organisation: "", link: "editor" },
    });
    await person.edits((editor) => editor.setMapField("title", "Later"));
    expect(await mapAt(map, checkpoint.moment)).toMatchObject({ title: "Agreed" });
    const path = `checkpoints/${checkpoint.id}`;
    const rename = { method: "PATCH", body: JSON.stringify({ name: "Board" }) };
    expect((await call(map, path, rename)).status).toBe(403);
    expect((await call(map, path, rename, map.token.owner)).status).toBe(204);
    const listed = (await historyOf(map)).checkpoints.find(({ id }) => id === checkpoint.id);
    expect(listed).toEqual({ ...checkpoint, name: "Board" });
    expect((await call(map, path, { method: "DELETE" })).status).toBe(403);
    expect((await call(map, path, { method: "DELETE" }, map.token.owner)).status).toBe(204);
    expect((await call(map, path, { method: "DELETE" }, map.token.owner)).status).toBe(404);
    expect((await historyOf(map)).checkpoints.map(({ kind }) => kind)).not.toContain("named");
    expect(await mapAt(map, checkpoint.moment)).toMatchObject({ title: "Agreed" });
    for (const body of [
      {},
      { name: "" },
      { name: "x".repeat(LIMITS.checkpointNameCharacters + 1) },
      { name: "n", by: 1 },
    ])
      expect((await post(map, "checkpoints", body)).status).toBe(400);
  });

  it("erases a name, also from what is written after it by those who are still there", async () => {
    const map = await makeMap(theServer());
    const person = await join(theServer(), map, jane);
    await person.edits((editor) => editor.setMapField("title", "One"));
    await post(map, "checkpoints", { name: "Kept", by: jane });
    const other = await post(
      map,
      "erasures",
      { name: "Jane Smith", organisation: "Elsewhere" },
      map.token.owner,
    );
    expect(await other.json()).toEqual({ erased: 0 });
    const erased = await post(map, "erasures", { name: "Jane Smith" }, map.token.owner);
    expect(await erased.json()).toEqual({ erased: 1 });
    await person.edits((editor) => editor.setMapField("title", "Two"));
    const answer = await historyOf(map);
    expect(JSON.stringify(answer)).not.toContain("Jane");
    expect(answer.entries[0]?.person).toEqual({ name: "", organisation: "", link: "editor" });
    person.leave();
    const again = await join(theServer(), map, jane);
    await again.edits((editor) => editor.setMapField("title", "Three"));
    expect((await historyOf(map)).entries[0]?.person.name).toBe("Jane Smith");
  });

  it("goes with the map", async () => {
    const server = await withServer({ emptyRoomMs: 1 });
    const map = await makeMap(server);
    const owner = (path: string, init: RequestInit = {}) =>
      callWith(server, map.token.owner, `/api/maps/${map.id}${path}`, init);
    await owner("/checkpoints", { method: "POST", body: JSON.stringify({ name: "n" }) });
    expect((await owner("", { method: "DELETE" })).status).toBe(204);
    expect((await owner("/history")).status).toBe(404);
  });
});

/** Somebody on a map who says who they are. */
async function join(server: RunningServer, map: TestMap, user: typeof jane) {
  const client = await RawClient.join(server, map.id, map.token.editor, ACK_PROTOCOL);
  const doc = new Y.Doc();
  client.sendPresence([doc.clientID, 1, JSON.stringify({ user })]);
  client.sendStateVector(Y.encodeStateVector(doc));
  await until(() => client.updates.length > 0);
  for (const update of client.updates) Y.applyUpdate(doc, update);
  doc.on("update", (update: Uint8Array) => client.sendUpdate(update));
  let number = 0;
  return {
    /** Edits, and waits until it is saved. */
    edits: async (change: (editor: Editor) => void) => {
      edit(doc, change);
      number += 1;
      client.askForAck(number);
      await until(() => client.acks.includes(number));
    },
    leave: () => client.socket.close(),
  };
}

function inWords({ parts }: HistoryLine): string {
  return parts.map((part) => (typeof part === "string" ? part : `*${part.name}*`)).join("");
}
