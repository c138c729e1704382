import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { TrustedProxies } from "./access/clientAddress.ts";

/** What an operator can set. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** `null`: keep everything in memory, for tests and demonstrations. */
  readonly dataFolder: string | null;
  readonly publicUrl: URL | null;
  readonly trustedProxies: TrustedProxies;
  readonly signupKey: string | null;
  readonly logLevel: string;
  readonly clientFolder: string;
}

/** A setting that cannot be used; the message names it. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * Reads the settings from environment variables.
 * @throws SettingsError
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = (name: string) => environment[name]?.trim() || undefined;
  return {
    port: readPort(value("PORT") ?? "8080"),
    host: value("HOST") ?? "127.0.0.1",
    dataFolder: resolve(value("DATA_DIR") ?? "data"),
    publicUrl: readPublicUrl(value("PUBLIC_URL")),
    trustedProxies: readProxies(value("TRUSTED_PROXIES") ?? ""),
    signupKey: value("PLUMBLINE_SIGNUP_KEY") ?? null,
    logLevel: readLogLevel(value("LOG_LEVEL") ?? "warn"),
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
  if (url && (url.protocol === "http:" || url.protocol === "https:") && url.pathname === "/") return url;
  throw new SettingsError(`PUBLIC_URL must be an address such as https://maps.example.org, not "${text}".`);
}

function readProxies(text: string): TrustedProxies {
  try {
    return new TrustedProxies(text);
  } catch (error) {
    throw new SettingsError(`TRUSTED_PROXIES: ${error instanceof Error ? error.message : "unreadable"}`);
  }
}

function readLogLevel(text: string): string {
  if (logLevels.includes(text)) return text;
  throw new SettingsError(`LOG_LEVEL must be one of ${logLevels.join(", ")}, not "${text}".`);
}
