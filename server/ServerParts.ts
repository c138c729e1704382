import type { Logger } from "pino";
import packageFile from "../package.json" with { type: "json" };
import { CLOSE_CODE } from "../shared/protocol/closeCodes.ts";
import { LONGEST_SILENCE_MS } from "../shared/protocol/limits.ts";
import { Admission } from "./Admission.ts";
import { Access } from "./access/Access.ts";
import { Door } from "./access/Door.ts";
import { SecurityLog } from "./access/SecurityLog.ts";
import { Neighbours } from "./bus/Neighbours.ts";
import type { Notice } from "./bus/Notices.ts";
import { NoWire } from "./bus/NoWire.ts";
import type { Wire } from "./bus/Wire.ts";
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
import { makeSignIn, type SignIn } from "./signin/makeSignIn.ts";
import type { Storage } from "./storage/Storage.ts";
import { watched } from "./watched.ts";

/** Everything that a server is made of, short of the ports that it listens on. */
export interface ServerParts extends SignIn {
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
  /** The other servers that share the store; `null` where it is this one's alone. */
  readonly neighbours: Neighbours | null;
}

export interface PartsOptions {
  readonly settings: Settings;
  readonly storage: Storage;
  /** Through which servers that share the store hear each other. Default: they look into the store. */
  readonly wire?: Wire | undefined;
  /** How long an empty room is kept. Default: 10 s, for a page that is reloaded. */
  readonly emptyRoomMs?: number | undefined;
  /** Every client hears something at least this often. Default: `LONGEST_SILENCE_MS`. */
  readonly longestSilenceMs?: number | undefined;
}

const defaultEmptyRoomMs = 10_000;

/** Makes the parts of a server over a store that is open. */
export function makeParts({
  settings,
  storage,
  wire,
  emptyRoomMs,
  longestSilenceMs,
}: PartsOptions): ServerParts {
  const log = openLog(settings.logLevel);
  const neighbours = neighboursOf(storage, wire, log);
  const announce = async (notice: Notice) => neighbours?.post(notice);
  const admission = new Admission();
  const access = new Access(storage.access);
  access.announceTo(announce);
  const security = new SecurityLog({
    store: storage.security,
    log,
    days: settings.securityLogDays,
    keepsAddresses: settings.securityLogAddresses,
  });
  const signIn = makeSignIn(settings, storage.signIns, announce);
  const { sessions } = signIn;
  const door = new Door({ access, sessions, security, proxies: settings.trustedProxies });
  const metrics = new Metrics(packageFile.version);
  const health = new StoreHealth(log, () => rooms.isStoreFailing);
  const jobs = new MapJobs((job, isDone, ms) => metrics.countJob(job, isDone, ms / 1000));
  const history = new MapHistory(storage.history, jobs);
  const rooms: Rooms = new Rooms({
    documents: storage.documents,
    history,
    events: roomEvents(metrics, health, log),
    bus: neighbours?.bus,
    announce,
    emptyRoomMs: emptyRoomMs ?? defaultEmptyRoomMs,
    onTitle: (mapId, title) => {
      access
        .setTitle(mapId, title)
        .catch((error: unknown) => log.warn({ err: error }, "A title was not noted."));
    },
  });
  const live = new LiveEndpoint({
    access,
    sessions,
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
  sessions.onOver(() => live.sendAwayWhoMayNotStay());
  const people = new People(rooms, announce);
  metrics.watch(watched({ admission, dataFolder: settings.dataFolder, jobs, live, rooms }));
  return {
    ...signIn,
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
    neighbours,
  };
}

/** Listens to the other servers, before anybody is let in. */
export async function listenToNeighbours({
  access,
  history,
  live,
  log,
  neighbours,
  people,
  rooms,
  sessions,
}: ServerParts): Promise<void> {
  await neighbours?.open({
    onCame: () => rooms.introduceAll(),
    onGone: (server) => rooms.dropServer(server),
    onNotice: async (notice) => {
      switch (notice.kind) {
        case "sent-away":
          return people.sendAwayFromHere(notice.mapId, notice);
        case "name-erased":
          rooms.eraseNameHere(notice.mapId, notice.name, notice.organisation);
          // What was written under it here until now is in the store, or on its way there.
          void rooms
            .saveNow(notice.mapId)
            .then(() => history.erase(notice.mapId, notice.name, notice.organisation))
            .catch((error: unknown) =>
              log.error({ err: error }, "A name could not be erased from what was written here."),
            );
          return;
        case "map-deleted":
          return rooms.endMap(notice.mapId);
        case "link-revoked":
          await access.take(notice);
          return rooms.closeLink(notice.linkId, CLOSE_CODE.revoked, "revoked");
        case "sessions-ended":
          return sessions.take(notice);
        default:
          await access.take(notice);
          return live.sendAwayWhoMayNotStay();
      }
    },
  });
}

function neighboursOf(
  { notices, ...storage }: Storage,
  wire: Wire | undefined,
  log: Logger,
): Neighbours | null {
  if (!notices) return null;
  return new Neighbours({
    storage: { ...storage, notices },
    wire: wire ?? new NoWire(),
    onFailed: (error) =>
      log.warn({ err: error }, "The store could not be asked what other servers wrote. It is asked again."),
  });
}
