import { existsSync } from "node:fs";
import { join } from "node:path";
import { allMaps } from "../control/allMaps.ts";
import { ControlClient } from "../control/ControlClient.ts";
import type { MapsAnswer } from "../control/messages.ts";
import { deletedAt } from "../retention/deletedAt.ts";
import { readSettings, SettingsError } from "../settings.ts";
import type { MapListing } from "../storage/AccessStore.ts";
import { StoreError } from "../storage/StoreError.ts";
import { openSqliteStorage } from "../storage/sqlite/openSqliteStorage.ts";
import { STORE_FILE } from "../storage/storeFiles.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { DATA_HELP, dataFolderOf } from "./dataFolder.ts";
import { megabytes } from "./megabytes.ts";
import { printable } from "./printable.ts";

/** `plumbline maps`: what the server holds, and when retention would delete it. */
export const mapsCommand: Command = {
  name: "maps",
  summary: "List the maps that the server holds, and when RETENTION_DAYS would delete each",
  usage: "plumbline maps [--format text|json] [--data FOLDER]",
  help: `${DATA_HELP}
  --format text   a line for each map, the one that was opened longest ago first (the default)
  --format json   { "retentionDays", "maps": [{ "id", "title", "created", "lastOpened", "bytes", "deleted" }] }

It changes nothing. A map that is open is never deleted.`,
  options: { data: { type: "string" }, format: { type: "string", default: "text" } },
  async run(files, values, terminal) {
    if (files.length > 0) throw new UsageError(`"${files[0]}" is one word too many.`);
    const { format } = values;
    if (format !== "text" && format !== "json") {
      throw new UsageError(`There is no format "${String(format)}" for maps: choose text or json.`);
    }
    const answer = await listMaps(dataFolderOf(values));
    terminal.out(format === "json" ? asJson(answer) : asText(answer));
    return EXIT.fine;
  },
};

async function listMaps(folder: string): Promise<MapsAnswer> {
  try {
    const server = await ControlClient.find(folder);
    if (server) return await server.maps();
    if (!existsSync(join(folder, STORE_FILE))) {
      throw new StoreError(`There is no store in ${folder}. Name the data folder with --data.`);
    }
    const { retentionDays } = readSettings(process.env);
    const storage = await openSqliteStorage(folder);
    try {
      return { retentionDays, maps: await allMaps(storage.access) };
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (error instanceof StoreError || error instanceof SettingsError) throw new CommandError(error.message);
    throw error;
  }
}

function asJson({ retentionDays, maps }: MapsAnswer): string {
  const listed = maps.map((map) => ({
    id: map.id,
    title: map.title,
    created: moment(map.createdAt),
    lastOpened: moment(map.lastUsedAt),
    bytes: map.bytes,
    deleted: moment(deletedAt(map, retentionDays)),
  }));
  return `${JSON.stringify({ retentionDays, maps: listed }, null, 2)}\n`;
}

function asText({ retentionDays, maps }: MapsAnswer): string {
  const all = megabytes(maps.reduce((sum, { bytes }) => sum + bytes, 0));
  const kept =
    retentionDays === null
      ? "Maps are kept for ever."
      : `Maps that nobody has opened for ${retentionDays} days are deleted.`;
  const rows = maps.map((map) => row(map, retentionDays));
  return `${["id                created     opened      deleted     size      title", ...rows].join("\n")}\n\n${maps.length === 1 ? "1 map" : `${maps.length} maps`}, ${all}. ${kept}\n`;
}

function row(map: MapListing, retentionDays: number | null): string {
  return [
    map.id.padEnd(16),
    day(map.createdAt),
    day(map.lastUsedAt),
    day(deletedAt(map, retentionDays)),
    megabytes(map.bytes).padEnd(8),
    printable(map.title),
  ].join("  ");
}

function day(at: number | null): string {
  return at === null ? "never     " : new Date(at).toISOString().slice(0, 10);
}

function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
