import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { HttpSocket } from "../../../../client/sync/transport/HttpSocket.ts";
import { until } from "../../../server/support/stockClient.ts";

interface Call {
  readonly name: string;
  readonly body: string;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
}

type Answer = (response: ServerResponse, call: Call) => void;

const json =
  (fields: object, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(fields));
const bytes =
  (...values: readonly number[]): Answer =>
  (response) =>
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(new Uint8Array(values));
const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end("no");
const page: Answer = (response) =>
  response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in to the network</h1>");
const never: Answer = () => {};
const opened = json({ connection: "secret" }, 201);

/** A server that gives these answers to calls of a name in turn, the last one from then on. */
async function serverWith(answers: Readonly<Record<string, readonly Answer[]>>) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "", "http://here");
    const name = `${path.pathname.split("/")[4] ?? "open"}${path.search}`;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const call = { name, body: Buffer.concat(parts).toString("latin1"), headers: request.headers };
    const word = name.split("?")[0] ?? "";
    const before = calls.filter((one) => one.name.startsWith(word)).length;
    calls.push(call);
    const due = answers[word] ?? [];
    (due[Math.min(before, due.length - 1)] ?? never)(response, call);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const heard: string[] = [];
  const socket = new HttpSocket(`ws://127.0.0.1:${port}/sync/m?link=l`, ["plumbline", "plumbline.token.T"]);
  socket.onopen = () => heard.push("open");
  socket.onmessage = ({ data }) => heard.push(new Uint8Array(data).join());
  socket.onclose = ({ code }) => heard.push(`closed ${code}`);
  onTestFinished(() => socket.close());
  return { socket, calls, heard, named: (word: string) => calls.filter(({ name }) => name.startsWith(word)) };
}

describe("a socket over plain HTTP", () => {
  it("opens with the protocols and shows the token and its secret in headers alone", async () => {
    const { socket, calls, heard } = await serverWith({
      open: [opened],
      receive: [bytes(2, 0, 0), never],
      send: [json({ received: 3 })],
    });
    await until(() => heard.length === 2);
    expect(heard).toEqual(["open", "0,0"]);
    socket.send(new Uint8Array([7, 8]));
    await until(() => calls.length === 4);
    expect(calls.map(({ name }) => name).sort()).toEqual([
      "open?link=l",
      "receive?link=l&from=0&wait=20",
      "receive?link=l&from=3&wait=20",
      "send?link=l&at=0",
    ]);
    expect(calls[0]?.body).toBe('{"protocols":["plumbline"]}');
    expect(calls.find(({ name }) => name.startsWith("send"))?.body).toBe("\x02\x07\x08");
    for (const { headers } of calls) expect(headers.authorization).toBe("Bearer T");
    for (const { headers } of calls.slice(1)) expect(headers["plumbline-connection"]).toBe("secret");
  });

  it("has one call under way for what it sends; what comes meanwhile goes together with the next", async () => {
    let finish = () => {};
    const held: Answer = (response) => {
      finish = () => json({ received: 2 })(response, { name: "", body: "", headers: {} });
    };
    const { socket, heard, named } = await serverWith({
      open: [opened],
      send: [held, json({ received: 8 })],
    });
    await until(() => heard.length === 1);
    socket.send(new Uint8Array([1]));
    await until(() => named("send").length === 1);
    for (const value of [2, 3, 4]) socket.send(new Uint8Array([value]));
    expect(named("send")).toHaveLength(1);
    finish();
    await until(() => named("send").length === 2);
    expect(named("send").map(({ name, body }) => [name, body])).toEqual([
      ["send?link=l&at=0", "\x01\x01"],
      ["send?link=l&at=2", "\x01\x02\x01\x03\x01\x04"],
    ]);
  });

  it("makes a call again that breaks, and sends from where the server has it", async () => {
    const { socket, heard, named } = await serverWith({
      open: [opened],
      receive: [status(502), status(504), bytes(1, 9), never],
      send: [status(503), json({ received: 1 }), json({ received: 2 })],
    });
    await until(() => heard.length === 1);
    socket.send(new Uint8Array([5]));
    await until(() => named("send").length === 3 && heard.length === 2);
    expect(named("send").map(({ name, body }) => [name, body])).toEqual([
      ["send?link=l&at=0", "\x01\x05"],
      ["send?link=l&at=0", "\x01\x05"],
      ["send?link=l&at=1", "\x05"],
    ]);
    expect(heard).toEqual(["open", "9"]);
  });

  it.each<[string, Answer, number, string]>([
    ["is not there any more", status(502), 4, "closed 1006"],
    ["does not know it any more", status(404), 1, "closed 1006"],
    ["is hidden behind a page of somebody else", page, 1, "closed 1006"],
    ["sends what cannot be read", bytes(255, 255, 255, 255), 1, "closed 1006"],
    ["closes it", json({ closed: { code: 4403, reason: "revoked" } }), 1, "closed 4403"],
  ])("ends where the server %s", async (_what, answer, times, end) => {
    const { heard, named } = await serverWith({ open: [opened], receive: [answer] });
    await until(() => heard.length === 2);
    expect(heard).toEqual(["open", end]);
    expect(named("receive")).toHaveLength(times);
  });

  it.each<[string, Answer, string]>([
    ["refuses it", json({ closed: { code: 4401, reason: "no valid token" } }), "closed 4401"],
    ["is not there", status(502), "closed 1006"],
    ["is hidden behind a page of somebody else", page, "closed 1006"],
  ])("does not open where the server %s", async (_what, answer, end) => {
    const { heard, calls } = await serverWith({ open: [answer] });
    await until(() => heard.length === 1);
    expect(heard).toEqual([end]);
    expect(calls).toHaveLength(1);
  });

  it("says goodbye with what the server does not have yet", async () => {
    const { socket, heard, named } = await serverWith({ open: [opened], close: [json({})] });
    await until(() => heard.length === 1);
    socket.send(new Uint8Array([5]));
    await until(() => named("send").length === 1);
    socket.send(new Uint8Array([6]));
    socket.close();
    await until(() => heard.length === 2);
    expect(named("close").map(({ name, body }) => [name, body])).toEqual([
      ["close?link=l&at=0", "\x01\x05\x01\x06"],
    ]);
    expect(heard).toEqual(["open", "closed 1005"]);
  });

  it("closed before it was open says goodbye as soon as it is", async () => {
    const { socket, heard, calls } = await serverWith({ open: [opened], close: [json({})] });
    socket.close();
    await until(() => heard.length === 1);
    expect(heard).toEqual(["closed 1005"]);
    expect(calls.map(({ name }) => name)).toEqual(["open?link=l", "close?link=l&at=0"]);
  });
});
