import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { WebSocketSocket } from "../../../server/room/WebSocketSocket.ts";
import { webSocketBytes } from "../../../server/room/webSocketBytes.ts";

/** Around each length at which the head of a message changes. */
const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000];

it("any client reads the frames, alone and together, in their order", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  onTestFinished(() => server.close());
  await once(server, "listening");
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => client.terminate());
  const frames = lengths.map((length, index) => new Uint8Array(length).fill(index + 1));
  server.on("connection", (accepted, request) => {
    const socket = new WebSocketSocket(accepted, request.socket);
    for (const frame of frames) socket.send([frame]);
    socket.send(frames);
    socket.send(frames.slice(0, 5));
    socket.close(1013, "done");
  });
  const heard: Uint8Array[] = [];
  client.on("message", (data: Buffer, isBinary) =>
    heard.push(isBinary ? new Uint8Array(data) : new Uint8Array()),
  );
  const [code] = (await once(client, "close")) as [number];
  expect(code).toBe(1013);
  expect(heard).toEqual([...frames, ...frames, ...frames.slice(0, 5)]);
});

it("are made once for everybody", () => {
  const frames = [new Uint8Array(10), new Uint8Array(300)];
  expect(webSocketBytes(frames)).toBe(webSocketBytes(frames));
  expect(webSocketBytes(frames)).toHaveLength(1);
  const [frame] = frames;
  if (!frame) throw new Error("A frame");
  expect(webSocketBytes([frame])[0]).toBe(webSocketBytes([frame])[0]);
});
