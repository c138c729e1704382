import type { Logger } from "pino";
import packageFile from "../package.json" with { type: "json" };
import { CLOSE_CODE } from "../shared/protocol/closeCodes.ts";
import { LONGEST_SILENCE_MS } from "../shared/protocol/limits.ts";
import { Admission } from "./Admission.ts";
import { Access } from "./access/Access.ts";
import { Door } from "./access/Door.ts";
import { SecurityLog } from "./access/SecurityLog.ts";
import { MapHistory } from "./history/MapHistory.ts";
import { MapJobs } from "./jobs/MapJobs.ts";
import { openLog } from "./log/openLog.ts";
import { Metrics } from "./Metrics.ts";
import { LiveEndpoint } from "./room/LiveEndpoint.ts";
import { People } from "./room/People.ts";
import { Rooms } from "./room/Rooms.ts";
import { roomEvents } from "./roomEvents.ts";
import { StoreHealth } from "./StoreHealth.ts";
import type { Settings } from "./settings.ts";
import type { Storage } from "./storage/Storage.ts";
import { watched } from "./watched.ts";

/** Everything that a server is made of, short of the ports that it listens on. */
export interface ServerParts {
  readonly settings: Settings;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly admission: Admission;
  readonly storage: Storage;
  readonly access: Access;
  readonly door: Door;
  readonly security: SecurityLog;
  readonly people: People;
  readonly rooms: Rooms;
  readonly live: LiveEndpoint;
  readonly jobs: MapJobs;
  readonly history: MapHistory;
}

export interface PartsOptions {
  readonly settings: Settings;
  readonly storage: Storage;
  /** How long an empty room is kept. Default: 10 s, for a page that is reloaded. */
  readonly emptyRoomMs?: number | undefined;
  /** Every client hears something at least this often. Default: `LONGEST_SILENCE_MS`. */
  readonly longestSilenceMs?: number | undefined;
}

const defaultEmptyRoomMs = 10_000;

/** Makes the parts of a server over a store that is open. */
export function makeParts({ settings, storage, emptyRoomMs, longestSilenceMs }: PartsOptions): ServerParts {
  const log = openLog(settings.logLevel);
  const admission = new Admission();
  const access = new Access(storage.access);
  const security = new SecurityLog({
    store: storage.security,
    log,
    days: settings.securityLogDays,
    keepsAddresses: settings.securityLogAddresses,
  });
  const door = new Door({ access, security, proxies: settings.trustedProxies });
  const metrics = new Metrics(packageFile.version);
  const health = new StoreHealth(log, () => rooms.isStoreFailing);
  const jobs = new MapJobs((job, isDone, ms) => metrics.countJob(job, isDone, ms / 1000));
  const history = new MapHistory(storage.history, jobs);
  const rooms: Rooms = new Rooms({
    documents: storage.documents,
    history,
    events: roomEvents(metrics, health, log),
    emptyRoomMs: emptyRoomMs ?? defaultEmptyRoomMs,
    onTitle: (mapId, title) => {
      access
        .setTitle(mapId, title)
        .catch((error: unknown) => log.warn({ err: error }, "A title was not noted."));
    },
  });
  const live = new LiveEndpoint({
    access,
    door,
    rooms,
    publicUrl: settings.publicUrl,
    longestSilenceMs: longestSilenceMs ?? LONGEST_SILENCE_MS,
    onOpenFailed: (error) => log.error({ err: error }, "A document could not be opened."),
    onFailed: (error) => log.error({ err: error }, "A message could not be handled."),
    onRefused: (code) => metrics.countRefusal("socket", code),
    onJoined: ({ transport, link }, ms) => metrics.countJoin(transport, link.role, ms / 1000),
    onClosed: (code) => metrics.countClosedSocket(code),
    isLettingIn: () => admission.isOpen,
  });
  access.onLinkExpired((linkId) => rooms.closeLink(linkId, CLOSE_CODE.noValidToken, "expired"));
  const people = new People(rooms);
  metrics.watch(watched({ admission, dataFolder: settings.dataFolder, jobs, live, rooms }));
  return {
    settings,
    log,
    metrics,
    admission,
    storage,
    access,
    door,
    security,
    people,
    rooms,
    live,
    jobs,
    history,
  };
}
