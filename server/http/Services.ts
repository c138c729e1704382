import type { HttpBindings } from "@hono/node-server";
import type { Logger } from "pino";
import type { Admission } from "../Admission.ts";
import type { Access } from "../access/Access.ts";
import type { TrustedProxies } from "../access/clientAddress.ts";
import type { Door } from "../access/Door.ts";
import type { SecurityLog } from "../access/SecurityLog.ts";
import type { MapHistory } from "../history/MapHistory.ts";
import type { MapJobs } from "../jobs/MapJobs.ts";
import type { Metrics } from "../Metrics.ts";
import type { LiveEndpoint } from "../room/LiveEndpoint.ts";
import type { People } from "../room/People.ts";
import type { Rooms } from "../room/Rooms.ts";
import type { SignInCookies } from "../signin/cookies.ts";
import type { Directory } from "../signin/Directory.ts";
import type { Sessions } from "../signin/Sessions.ts";
import type { SignInSettings } from "../signin/signInSettings.ts";
import type { Storage } from "../storage/Storage.ts";

/** What the calls of the interface are made of. */
export interface Services {
  readonly access: Access;
  readonly door: Door;
  readonly security: SecurityLog;
  readonly sessions: Sessions;
  readonly signInCookies: SignInCookies;
  /** With whom people sign in; `null`: nobody does. */
  readonly directory: Directory | null;
  readonly signIn: SignInSettings | null;
  readonly people: People;
  readonly rooms: Rooms;
  readonly live: LiveEndpoint;
  readonly storage: Storage;
  readonly jobs: MapJobs;
  readonly history: MapHistory;
  readonly metrics: Metrics;
  readonly admission: Admission;
  readonly log: Logger;
  readonly publicUrl: URL | null;
  readonly trustedProxies: TrustedProxies;
  /** Asked for when somebody makes a map; `null`: nobody is asked. */
  readonly signupKey: string | null;
  /** Asked for by the administrator's calls; `null`: there are no such calls. */
  readonly adminKey: string | null;
  /** Stands on the page about accessibility; `null`: nobody is named. */
  readonly accessibilityContact: string | null;
  /** Where the built page lies. */
  readonly clientFolder: string;
  /** The address that the server listens on. */
  listeningUrl(): string;
}

/** What Hono knows of a request. */
export interface Environment {
  readonly Bindings: HttpBindings;
}
