import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type RunningServer, startServer } from "../../server/startServer.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { EditingPerson } from "../support/EditingPerson.ts";
import { fuzzSeeds, Random } from "../support/random.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];
const steps = 120;
const settleMs = 20_000;

/** A server that is ended and started again on the same port and the same store. */
class RestartingServer {
  readonly dataFolder = mkdtempSync(join(tmpdir(), "plumbline-fuzz-"));
  private running: RunningServer | undefined;
  private port = 0;

  async start(): Promise<void> {
    this.running = await startServer({
      dataFolder: this.dataFolder,
      port: this.port,
      host: "127.0.0.1",
      logLevel: "silent",
      emptyRoomMs: 0,
    });
    this.port = this.running.port;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    expect(await this.running?.close()).toEqual([]);
  }

  remove(): void {
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

interface Seat {
  readonly person: EditingPerson;
  readonly provider: WebsocketProvider;
}

function takeSeat(server: RestartingServer, mapId: string, token: string, person: EditingPerson): Seat {
  const provider = new WebsocketProvider(`ws://${server.address}/sync`, mapId, person.doc, {
    protocols: ["plumbline", `plumbline.token.${token}`],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  });
  return { person, provider };
}

async function newMap(server: RestartingServer): Promise<{ id: string; token: string }> {
  const response = await fetch(`http://${server.address}/api/maps`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const { id, links } = (await response.json()) as { id: string; links: { editor: string } };
  return { id, token: links.editor.slice(links.editor.indexOf("#") + 1) };
}

async function mapOnServer(server: RestartingServer, id: string, token: string): Promise<SystemMap> {
  const response = await fetch(`http://${server.address}/api/maps/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as SystemMap;
}

test.each(fuzzSeeds(pinned, 4))(
  "people, partitions, restarts and late joiners on a real server end with one map (seed %i)",
  { timeout: 90_000 },
  async (seed) => {
    const random = new Random(seed);
    const server = new RestartingServer();
    await server.start();
    const { id, token } = await newMap(server);
    const seats = ["anna", "ben", "cara"].map((name) =>
      takeSeat(server, id, token, new EditingPerson(name, random)),
    );
    try {
      await vi.waitFor(() => expect(seats.every(({ provider }) => provider.synced)).toBe(true), settleMs);
      for (let step = 0; step < steps; step++) {
        const { person, provider } = random.pick(seats);
        person.act();
        if (random.chance(0.1)) await new Promise(setImmediate);
        if (random.chance(0.05)) provider.disconnect();
        if (random.chance(0.05)) provider.connect();
        if (random.chance(0.02))
          seats.push(takeSeat(server, id, token, new EditingPerson(`late${seats.length}`, random)));
        if (random.chance(0.02)) {
          await server.stop();
          await server.start();
        }
      }
      for (const { provider } of seats) provider.connect();
      await vi.waitFor(() => {
        const vectors = seats.map(({ person }) =>
          Buffer.from(Y.encodeStateVector(person.doc)).toString("base64"),
        );
        expect(seats.every(({ provider }) => provider.synced)).toBe(true);
        expect(
          seats.every(({ person }) => sameState(person.doc, seats[0]?.person.doc ?? person.doc)),
          vectors.join(),
        ).toBe(true);
      }, settleMs);
      const settled = seats[0]?.person.snapshots.get();
      expect(settled?.unreadable).toEqual([]);
      for (const { person } of seats) expect(person.snapshots.get()).toEqual(settled);
      expect(await mapOnServer(server, id, token)).toEqual(JSON.parse(JSON.stringify(settled?.map)));
      await server.stop();
      await server.start();
      expect(await mapOnServer(server, id, token)).toEqual(JSON.parse(JSON.stringify(settled?.map)));
    } finally {
      for (const { provider } of seats) provider.destroy();
      await server.stop();
      server.remove();
    }
  },
);

function sameState(a: Y.Doc, b: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b));
}
