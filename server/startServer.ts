import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import packageFile from "../package.json" with { type: "json" };
import type { Wire } from "./bus/Wire.ts";
import { ControlServer } from "./control/ControlServer.ts";
import { sweepUnfinished } from "./control/unfinished.ts";
import { createApp } from "./http/createApp.ts";
import { openLog } from "./log/openLog.ts";
import { Retention } from "./retention/Retention.ts";
import { listenToNeighbours, makeParts, type PartsOptions, type ServerParts } from "./ServerParts.ts";
import { readSettings, type Settings } from "./settings.ts";
import { shutDown } from "./shutDown.ts";
import { openMemoryStorage } from "./storage/openMemoryStorage.ts";
import type { Storage } from "./storage/Storage.ts";
import { openSqliteStorage } from "./storage/sqlite/openSqliteStorage.ts";

/** Settings, each with the default of the environment's absence, and what tests put in the place of the store. */
export interface ServerOptions
  extends Partial<Settings>,
    Pick<PartsOptions, "emptyRoomMs" | "longestSilenceMs" | "wire"> {
  /** Opened by the caller, closed by the server. Default: PostgreSQL at `databaseUrl`, else SQLite in `dataFolder`, or memory where that is `null`. */
  readonly storage?: Storage;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Lets everybody go, saves what was received, and ends. Answers with the documents that could not be saved: none, if all is well. */
  close(): Promise<readonly string[]>;
}

/** How long a caller may take over a request, the largest body included. */
const longestRequestMs = 120_000;
/** How long a connection without a call is kept: longer than proxies keep theirs, commonly 60 s, or a call would meet one that is just being closed. */
const idleConnectionMs = 75_000;

/**
 * Starts a server; it is ready when this resolves.
 * @throws StoreError where the data folder cannot be used, and what `listen` throws where the port is taken.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const settings: Settings = { ...readSettings({}), ...options };
  const storage = options.storage ?? (await openStorage(settings));
  const { emptyRoomMs, longestSilenceMs } = options;
  const wire = options.wire ?? (await openWire(settings));
  const parts = makeParts({ settings, storage, wire, emptyRoomMs, longestSilenceMs });
  const { live, log } = parts;
  let url = "";
  const app = createApp({ ...settings, ...parts, listeningUrl: () => url });
  const timeouts = { requestTimeout: longestRequestMs, keepAliveTimeout: idleConnectionMs };
  const server = createServer(timeouts, getRequestListener(app.fetch));
  server.on("upgrade", (request, socket, head) => void live.upgrade(request, socket, head));
  try {
    await listenToNeighbours(parts);
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await storage.close();
    throw error;
  }
  server.on("error", (error) => log.error({ err: error }, "The server could not take a connection."));
  const { port } = server.address() as AddressInfo;
  url = `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`;
  const store = settings.databaseUrl === null ? (settings.dataFolder ?? "memory") : "PostgreSQL";
  const control = await listenForOperator(parts);
  const retention = new Retention(parts);
  retention.start();
  log.info({ version: packageFile.version, port, host: settings.host, store }, "Plumbline has started.");
  let closing: Promise<readonly string[]> | null = null;
  const close = () => {
    closing ??= shutDown({ parts, server, control, retention });
    return closing;
  };
  return { url, port, close };
}

/** Where the operator's socket cannot be made, the server runs without it: backups wait until it is stopped. */
async function listenForOperator(parts: ServerParts): Promise<ControlServer | null> {
  const { log, settings, storage } = parts;
  const { dataFolder } = settings;
  if (dataFolder === null || !storage.copies) return null;
  try {
    await sweepUnfinished(dataFolder);
    const control = new ControlServer(parts, storage.copies, dataFolder);
    await control.listen();
    return control;
  } catch (error) {
    log.warn(
      { err: error },
      "No backup or restore while this server runs: its control socket cannot be made.",
    );
    return null;
  }
}

async function openStorage({ databaseUrl, dataFolder, logLevel }: Settings): Promise<Storage> {
  if (databaseUrl === null) return dataFolder === null ? openMemoryStorage() : openSqliteStorage(dataFolder);
  // Only where it is needed: it would cost every other server memory.
  const { openPostgresStorage } = await import("./storage/postgres/openPostgresStorage.ts");
  const log = openLog(logLevel);
  return openPostgresStorage(databaseUrl, (error) =>
    log.warn({ err: error }, "A connection to the database broke."),
  );
}

async function openWire({ databaseUrl, redisUrl, logLevel }: Settings): Promise<Wire | undefined> {
  if (databaseUrl === null || redisUrl === null) return undefined;
  const { RedisWire } = await import("./bus/RedisWire.ts");
  const log = openLog(logLevel);
  return new RedisWire(redisUrl, (error) =>
    log.warn({ err: error }, "Redis cannot be reached. It is tried again."),
  );
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
