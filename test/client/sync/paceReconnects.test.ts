import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { paceReconnects } from "../../../client/sync/paceReconnects.ts";
import { CLOSE_CODE } from "../../../shared/protocol/closeCodes.ts";
import { FakeServer } from "./FakeServer.ts";

const waiting = { timeout: 5_000, interval: 5 };
let server: FakeServer;
let provider: WebsocketProvider;
/** What is drawn, from 0 to 1. */
let draw: number;
let stop: () => void;

beforeEach(async () => {
  server = new FakeServer();
  await server.start();
  draw = 0;
  provider = new WebsocketProvider(server.syncUrl, "map-1", new Y.Doc(), {
    connect: false,
    disableBc: true,
    protocols: ["plumbline"],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  stop = paceReconnects(
    provider,
    () => false,
    () => draw,
  );
  provider.connect();
  await vi.waitFor(() => expect(provider.synced).toBe(true), waiting);
});

afterEach(async () => {
  stop();
  provider.destroy();
  await server.stop();
});

/** Closes every socket, and gives what the provider then chose to wait, in milliseconds. */
async function waitAfter(code: number): Promise<number> {
  const timers = vi.spyOn(globalThis, "setTimeout");
  server.closeAll(code);
  await vi.waitFor(() => expect(provider.synced).toBe(false), waiting);
  const calls: readonly (readonly unknown[])[] = timers.mock.calls;
  const attempt = calls.find(([, , argument]) => argument === provider);
  timers.mockRestore();
  return Number(attempt?.[1]);
}

const letIn = () => vi.waitFor(() => expect(provider.synced).toBe(true), waiting);
const brokenOff = 1011;

describe("a provider that lost its connection", () => {
  test("waits as it is drawn, not as long as all others", async () => {
    draw = 0;
    expect(await waitAfter(brokenOff)).toBe(100);
    await letIn();
    draw = 0.5;
    expect(await waitAfter(brokenOff)).toBe(350);
  });

  test("is spread over two seconds where the server sends everybody away", async () => {
    draw = 0.5;
    expect(await waitAfter(CLOSE_CODE.restart)).toBe(1_050);
  });

  test("waits longer with every failure, and begins anew once it has been let in", async () => {
    draw = 0;
    server.refuseWith = brokenOff;
    await waitAfter(brokenOff);
    await vi.waitFor(() => expect(server.urls.length).toBeGreaterThan(3), waiting);
    draw = 1;
    await vi.waitFor(() => expect(provider.maxBackoffTime).toBeGreaterThan(2_000), waiting);
    server.refuseWith = undefined;
    draw = 0;
    provider.connect();
    await letIn();
    draw = 1;
    expect(await waitAfter(brokenOff)).toBe(600);
  });
});
