import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { TrustedProxies } from "./access/clientAddress.ts";
import { readSignInSettings, type SignInSettings } from "./signin/signInSettings.ts";

/** What an operator can set. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** `null`: everything is in PostgreSQL, or without that in memory, for tests and demonstrations. */
  readonly dataFolder: string | null;
  /** PostgreSQL, which several servers may share; `null`: SQLite in the data folder. It holds a password. */
  readonly databaseUrl: string | null;
  /** Redis, through which these servers hear each other at once; `null`: they ask the database. It may hold a password. */
  readonly redisUrl: string | null;
  readonly publicUrl: URL | null;
  readonly trustedProxies: TrustedProxies;
  readonly signupKey: string | null;
  /** How people sign in; `null`: nobody does. */
  readonly signIn: SignInSettings | null;
  /** Opens the administrator's page; `null`: there is none. */
  readonly adminKey: string | null;
  /** Whom people tell about barriers: an e-mail address, a telephone number or a web address; `null`: the page says to ask whoever sent the link. */
  readonly accessibilityContact: string | null;
  /** How long the security log is kept. */
  readonly securityLogDays: number;
  /** Whether it holds callers' addresses. */
  readonly securityLogAddresses: boolean;
  readonly logLevel: string;
  /** Maps that nobody has opened for so long are deleted; `null`: kept for ever. */
  readonly retentionDays: number | null;
  readonly clientFolder: string;
}

/** A setting that cannot be used; the message names it. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const longestRetentionDays = 36_500;
const longestSecurityLogDays = 3_650;
const shortestAdminKey = 24;
const longestContact = 200;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * Reads the settings from environment variables.
 * @throws SettingsError
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const databaseUrl = readServiceUrl("DATABASE_URL", value("DATABASE_URL"), ["postgres:", "postgresql:"]);
  const publicUrl = readPublicUrl(value("PUBLIC_URL"));
  return {
    port: readPort(value("PORT") ?? "8080"),
    host: value("HOST") ?? "127.0.0.1",
    dataFolder: databaseUrl === null ? resolve(value("DATA_DIR") ?? "data") : null,
    databaseUrl,
    redisUrl: readServiceUrl("REDIS_URL", value("REDIS_URL"), ["redis:", "rediss:"]),
    publicUrl,
    trustedProxies: readProxies(value("TRUSTED_PROXIES") ?? ""),
    signupKey: value("PLUMBLINE_SIGNUP_KEY") ?? null,
    signIn: readSignIn(value, publicUrl),
    adminKey: readAdminKey(value("PLUMBLINE_ADMIN_KEY")),
    accessibilityContact: readContact(value("ACCESSIBILITY_CONTACT")),
    securityLogDays: readSecurityLogDays(value("SECURITY_LOG_DAYS") ?? "180"),
    securityLogAddresses: readSwitch("SECURITY_LOG_ADDRESSES", value("SECURITY_LOG_ADDRESSES") ?? "0"),
    logLevel: readLogLevel(value("LOG_LEVEL") ?? "info"),
    retentionDays: readRetention(value("RETENTION_DAYS")),
    clientFolder: BUILT_CLIENT_FOLDER,
  };
}

/** Where the built page lies: beside the built server, or in `dist` where the sources run as they are. */
export const BUILT_CLIENT_FOLDER = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../dist/client" : "../client", import.meta.url),
);

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SettingsError(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function readPublicUrl(text: string | undefined): URL | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (isWeb && url.pathname === "/") return url;
  if (isWeb && url.pathname !== "/") {
    throw new SettingsError(
      `PUBLIC_URL must have no path: Plumbline needs a host name of its own, such as https://maps.example.org, not "${text}".`,
    );
  }
  throw new SettingsError(`PUBLIC_URL must be an address such as https://maps.example.org, not "${text}".`);
}

/** The address itself is in no message: it may hold a password. */
function readServiceUrl(name: string, text: string | undefined, protocols: readonly string[]): string | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new SettingsError(`${name} must be an address that begins with ${protocols[0]}//.`);
}

function readSignIn(
  value: (name: string) => string | undefined,
  publicUrl: URL | null,
): SignInSettings | null {
  const variables = {
    issuer: value("OIDC_ISSUER"),
    clientId: value("OIDC_CLIENT_ID"),
    clientSecret: value("OIDC_CLIENT_SECRET"),
    scopes: value("OIDC_SCOPES"),
    organisationClaim: value("OIDC_ORGANISATION_CLAIM"),
    name: value("OIDC_NAME"),
    sessionHours: value("OIDC_SESSION_HOURS"),
  };
  try {
    return readSignInSettings(variables, publicUrl);
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : "OIDC_ISSUER cannot be used.");
  }
}

function readProxies(text: string): TrustedProxies {
  try {
    return new TrustedProxies(text);
  } catch (error) {
    throw new SettingsError(`TRUSTED_PROXIES: ${error instanceof Error ? error.message : "unreadable"}`);
  }
}

/** Less than a day would delete what somebody has just made and closed. */
function readRetention(text: string | undefined): number | null {
  if (text === undefined) return null;
  const days = Number(text);
  if (/^\d+$/.test(text) && days >= 1 && days <= longestRetentionDays) return days;
  throw new SettingsError(
    `RETENTION_DAYS must be a number of whole days from 1 to ${longestRetentionDays.toLocaleString("en-GB")}, not "${text}". Unset, maps are kept for ever.`,
  );
}

/** It opens every map's links: one that people choose by heart would be found. */
function readAdminKey(text: string | undefined): string | null {
  if (text === undefined || text.length >= shortestAdminKey) return text ?? null;
  throw new SettingsError(
    `PLUMBLINE_ADMIN_KEY must have at least ${shortestAdminKey} characters, for it gives access to every map. Make one with: openssl rand -base64 24`,
  );
}

/** It stands on a page that everybody sees. */
function readContact(text: string | undefined): string | null {
  if (text === undefined || text.length <= longestContact) return text ?? null;
  throw new SettingsError(
    `ACCESSIBILITY_CONTACT must be an e-mail address, a telephone number or a web address of at most ${longestContact} characters.`,
  );
}

function readSecurityLogDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days >= 1 && days <= longestSecurityLogDays) return days;
  throw new SettingsError(
    `SECURITY_LOG_DAYS must be a number of whole days from 1 to ${longestSecurityLogDays.toLocaleString("en-GB")}, not "${text}".`,
  );
}

function readSwitch(name: string, text: string): boolean {
  if (text === "0" || text === "1") return text === "1";
  throw new SettingsError(`${name} must be 0 or 1, not "${text}".`);
}

function readLogLevel(text: string): string {
  if (logLevels.includes(text)) return text;
  throw new SettingsError(`LOG_LEVEL must be one of ${logLevels.join(", ")}, not "${text}".`);
}
