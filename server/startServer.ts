import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Logger, pino } from "pino";
import { LONGEST_SILENCE_MS } from "../shared/protocol/limits.ts";
import { Access } from "./access/Access.ts";
import { createApp } from "./http/createApp.ts";
import { MapJobs } from "./jobs/MapJobs.ts";
import { Metrics } from "./Metrics.ts";
import { LiveEndpoint } from "./room/LiveEndpoint.ts";
import type { RoomEvents } from "./room/RoomEvents.ts";
import { Rooms } from "./room/Rooms.ts";
import { readSettings, type Settings } from "./settings.ts";
import { openMemoryStorage } from "./storage/openMemoryStorage.ts";
import type { Storage } from "./storage/Storage.ts";
import { openSqliteStorage } from "./storage/sqlite/openSqliteStorage.ts";

/** Settings, each with the default of the environment's absence, and what tests put in the place of the store. */
export interface ServerOptions extends Partial<Settings> {
  /** Opened by the caller, closed by the server. Default: SQLite in `dataFolder`, or memory where that is `null`. */
  readonly storage?: Storage;
  /** How long an empty room is kept. Default: 10 s, for a page that is reloaded. */
  readonly emptyRoomMs?: number;
  /** Every client hears something at least this often. Default: `LONGEST_SILENCE_MS`. */
  readonly longestSilenceMs?: number;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Lets everybody go, saves what was received, and ends. Answers with the documents that could not be saved: none, if all is well. */
  close(): Promise<readonly string[]>;
}

const defaultEmptyRoomMs = 10_000;
/** How long a server that is going down waits for its store. */
const longestSaveMs = 10_000;
/** How long a caller may take over a request, the largest body included. */
const longestRequestMs = 120_000;

/**
 * Starts a server; it is ready when this resolves.
 * @throws StoreError where the data folder cannot be used, and what `listen` throws where the port is taken.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const settings: Settings = { ...readSettings({}), ...options };
  const log = pino({ level: settings.logLevel }, process.stderr);
  const storage = options.storage ?? (await openStorage(settings.dataFolder));
  const access = new Access(storage.access);
  const metrics = new Metrics();
  const rooms = new Rooms({
    documents: storage.documents,
    events: roomEvents(metrics, log),
    emptyRoomMs: options.emptyRoomMs ?? defaultEmptyRoomMs,
    onTitle: (mapId, title) => {
      access
        .setTitle(mapId, title)
        .catch((error: unknown) => log.warn({ err: error }, "A title was not noted."));
    },
  });
  const live = new LiveEndpoint({
    access,
    rooms,
    publicUrl: settings.publicUrl,
    longestSilenceMs: options.longestSilenceMs ?? LONGEST_SILENCE_MS,
    onOpenFailed: (error) => log.error({ err: error }, "A document could not be opened."),
    onFailed: (error) => log.error({ err: error }, "A message could not be handled."),
    onClosed: (code) => metrics.countClosedSocket(code),
  });
  metrics.watch(
    () => rooms.openRooms.length,
    () => live.openSockets,
  );
  const jobs = new MapJobs();
  let url = "";
  const app = createApp({ ...settings, access, rooms, storage, jobs, metrics, log, listeningUrl: () => url });
  const server = createServer({ requestTimeout: longestRequestMs }, getRequestListener(app.fetch));
  server.on("upgrade", (request, socket, head) => void live.upgrade(request, socket, head));
  try {
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await storage.close();
    throw error;
  }
  server.on("error", (error) => log.error({ err: error }, "The server could not take a connection."));
  const { port } = server.address() as AddressInfo;
  url = `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`;
  let closing: Promise<readonly string[]> | null = null;
  const close = () => {
    closing ??= shutDown(server, rooms, live, jobs, storage);
    return closing;
  };
  return { url, port, close };
}

async function shutDown(
  server: Server,
  rooms: Rooms,
  live: LiveEndpoint,
  jobs: MapJobs,
  storage: Storage,
): Promise<readonly string[]> {
  const closed = new Promise((resolve) => server.close(resolve));
  const unsaved = await rooms.close(longestSaveMs);
  live.close();
  server.closeAllConnections();
  await Promise.all([closed, jobs.close()]);
  await storage.close();
  return unsaved;
}

async function openStorage(folder: string | null): Promise<Storage> {
  return folder === null ? openMemoryStorage() : openSqliteStorage(folder);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function roomEvents(metrics: Metrics, log: Logger): RoomEvents {
  return {
    updatesReceived: (count) => metrics.updates.inc(count),
    updateDropped: () => metrics.droppedUpdates.inc(),
    committed: () => metrics.commits.inc(),
    commitFailed: (docId, error) => {
      metrics.failedCommits.inc();
      log.error({ err: error, docId }, "Updates could not be stored; they are kept and tried again.");
    },
    compactionFailed: (docId, error) => log.warn({ err: error, docId }, "A document could not be compacted."),
    broke: (docId, error) => log.error({ err: error, docId }, "A document is opened again."),
  };
}
