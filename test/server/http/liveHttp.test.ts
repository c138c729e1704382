import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { FrameReader } from "../../../shared/protocol/FrameReader.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { MESSAGE, SYNC } from "../../../shared/protocol/messages.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly json: { readonly [name: string]: unknown };
}

interface Call {
  readonly token?: string;
  readonly connection?: string;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as a script does that has read docs/api.md. */
async function ask(url: string, { token, connection, body, headers = {} }: Call = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    body: body ?? null,
    headers: {
      ...headers,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(connection !== undefined && { "Plumbline-Connection": connection }),
    },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  const json = isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as Answer["json"]) : {};
  return { status: response.status, headers: response.headers, body: bytes, json };
}

async function opened(base: string, token: string): Promise<Call> {
  const answer = await ask(base, { token });
  expect(answer.status).toBe(201);
  return { token, connection: String(answer.json.connection) };
}

describe("the calls of a connection over plain HTTP", () => {
  const theServer = serverOfFile();
  const addressOf = (map: TestMap, talk = "") => `${theServer().url}/sync/${map.id}${talk}/http`;
  const closed = (code: number, reason: string) => ({ closed: { code, reason } });

  it.each(["", "/talk"])("carry frames behind their lengths, both ways, and goodbye (%s)", async (talk) => {
    const map = await makeMap(theServer());
    const base = addressOf(map, talk);
    const mine = await opened(base, map.token.editor);
    const first = await ask(`${base}/receive?from=0&wait=20`, mine);
    // The server asks what the client has: a frame of message 0, step 0.
    expect([...first.body.subarray(1, 3)]).toEqual([0, 0]);
    expect(first.body[0]).toBe(first.body.byteLength - 1);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    const waiting = ask(`${base}/receive?from=${first.body.byteLength}&wait=20`, mine);
    expect((await ask(`${base}/send?at=0`, { ...mine, body: new Uint8Array([1, 3]) })).json).toEqual({
      received: 2,
    });
    expect([...(await waiting).body]).toEqual([3, 1, 1, 0]);
    expect((await ask(`${base}/close`, mine)).json).toEqual(closed(1000, ""));
    expect((await ask(`${base}/send?at=2`, { ...mine, body: new Uint8Array([1, 3]) })).json).toEqual(
      closed(1000, ""),
    );
  });

  it("are good only for the document and the link that the connection was opened with", async () => {
    const [map, other] = await Promise.all([makeMap(theServer()), makeMap(theServer())]);
    const mine = await opened(addressOf(map), map.token.editor);
    for (const [base, call] of [
      [addressOf(map), { connection: mine.connection ?? "" }],
      [addressOf(map), { token: map.token.editor }],
      [addressOf(map), { ...mine, token: map.token.owner }],
      [addressOf(map), { ...mine, connection: map.token.editor }],
      [addressOf(map, "/talk"), mine],
      [addressOf(other), { ...mine, token: other.token.editor }],
    ] as const) {
      for (const name of ["send?at=0", "receive?from=0&wait=0", "close"]) {
        expect((await ask(`${base}/${name}`, call)).status).toBe(404);
      }
    }
    expect((await ask(`${addressOf(map)}/receive?from=0&wait=0`, mine)).status).toBe(200);
  });

  it("take the cookies of a browser, and let the tab's own link decide", async () => {
    const map = await makeMap(theServer());
    const base = addressOf(map);
    const session = await fetch(`${theServer().url}/api/session`, {
      method: "POST",
      body: JSON.stringify({ map: map.id, token: map.token.viewer }),
    });
    const { link } = (await session.json()) as { link: string };
    const cookies = session.headers.getSetCookie().map((text) => text.split(";")[0] ?? "");
    const headers = { Cookie: cookies.join("; ") };
    const answer = await ask(`${base}?link=${link}`, { headers });
    expect(answer.status).toBe(201);
    const call = { headers, connection: String(answer.json.connection) };
    expect((await ask(`${base}/receive?from=0&wait=0`, call)).status).toBe(200);
    expect((await ask(`${base}?link=other`, { headers })).json).toEqual(closed(4401, "no valid token"));
  });

  it("say why nobody is let in with the close codes of a WebSocket, and keep nothing for them", async () => {
    const map = await makeMap(theServer());
    const none = { ...map, id: "no-such-map" };
    expect((await ask(addressOf(map))).json).toEqual(closed(4401, "no valid token"));
    expect((await ask(addressOf(none), { token: map.token.owner })).json).toEqual(
      closed(4404, "no such map"),
    );
  });

  it("are refused from a page of somebody else with 403", async () => {
    const map = await makeMap(theServer());
    const base = addressOf(map);
    const mine = await opened(base, map.token.editor);
    const headers = { Origin: "https://elsewhere.example" };
    for (const name of ["", "/send?at=0", "/receive?from=0&wait=0", "/close"])
      expect((await ask(`${base}${name}`, { ...mine, headers })).status).toBe(403);
  });

  it.each([
    ["", '{"protocols":"plumbline"}', 400],
    ["", '{"protocols":[1,2,3,4,5,6,7,8,9,10,11]}', 400],
    ["", '{"token":"x"}', 400],
    ["", "{", 400],
    ["/send", "", 400],
    ["/send?at=-1", "", 400],
    ["/send?at=1.5", "", 400],
    ["/send?at=99999999999999999999", "", 400],
    ["/receive?from=0", "", 400],
    ["/receive?from=0&wait=21", "", 400],
    ["/receive?from=x&wait=1", "", 400],
    ["/close?at=x", "", 400],
  ])("answer %s with %s by %i and a reason, and go on", async (path, body, status) => {
    const map = await makeMap(theServer());
    const mine = await opened(addressOf(map), map.token.editor);
    const answer = await ask(`${addressOf(map)}${path}`, { ...mine, body });
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ message: expect.any(String) });
    expect((await ask(`${addressOf(map)}/receive?from=0&wait=0`, mine)).status).toBe(200);
  });

  it("take no more than a piece at once", async () => {
    const map = await makeMap(theServer());
    const mine = await opened(addressOf(map), map.token.editor);
    const body = new Uint8Array(LIMITS.httpPieceBytes + 1);
    expect((await ask(`${addressOf(map)}/send?at=0`, { ...mine, body })).status).toBe(413);
  });

  it("do not take what does not follow what has come", async () => {
    const map = await makeMap(theServer());
    const mine = await opened(addressOf(map), map.token.editor);
    const call = { ...mine, body: new Uint8Array([1, 3]) };
    expect((await ask(`${addressOf(map)}/send?at=7`, call)).json).toEqual({ received: 0 });
  });
});

describe("a reader that does not come for what waits", () => {
  const theServer = serverOfFile();

  it("is kept a bounded amount, and ends where all the others are", async () => {
    const map = await makeMap(theServer());
    const base = `${theServer().url}/sync/${map.id}/http`;
    const slow = await opened(base, map.token.viewer);
    const writer = await RawClient.join(theServer(), map.id, map.token.editor);
    const reader = await RawClient.join(theServer(), map.id, map.token.viewer);
    const doc = new Y.Doc();
    doc.on("update", (update: Uint8Array) => writer.sendUpdate(update));
    const rounds = 40;
    const updateBytes = LIMITS.waitingBytes / 4;
    for (let round = 1; round <= rounds; round++) {
      doc.getMap("map").set("notes", `${round}:${"x".repeat(updateBytes)}`);
      await until(() => reader.updates.length === round);
    }
    const seen = new Y.Doc();
    const frames = new FrameReader(64 * 1024 * 1024);
    let place = 0;
    const notes = () => String(seen.getMap("map").get("notes") ?? "");
    while (!notes().startsWith(`${rounds}:`)) {
      const { body } = await ask(`${base}/receive?from=${place}&wait=20`, slow);
      place += body.byteLength;
      frames.push(body);
      for (let frame = frames.next(); frame !== null; frame = frames.next()) applyFrame(seen, frame);
    }
    expect(place).toBeLessThan(3 * LIMITS.waitingBytes);
  });
});

/** Applies what a message says about the document. */
function applyFrame(doc: Y.Doc, frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
  if (decoding.readVarUint(decoder) === SYNC.stateVector) return;
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
}

describe("a server that goes down", () => {
  it("answers calls that wait with 1012 at once", async () => {
    const server = await withServer();
    const map = await makeMap(server);
    const base = `${server.url}/sync/${map.id}/http`;
    const connections = await Promise.all(Array.from({ length: 20 }, () => opened(base, map.token.viewer)));
    const answers: Answer[] = [];
    for (const connection of connections) {
      const { body } = await ask(`${base}/receive?from=0&wait=20`, connection);
      void ask(`${base}/receive?from=${body.byteLength}&wait=20`, connection).then((answer) =>
        answers.push(answer),
      );
    }
    const metrics = await fetch(`${server.url}/metrics`);
    expect(await metrics.text()).toMatch(/plumbline_open_sockets\{[^}]*transport="http"[^}]*\} 20/);
    await server.close();
    await until(() => answers.length === connections.length);
    for (const { json } of answers) expect(json).toEqual({ closed: { code: 1012, reason: "restarting" } });
  });
});
