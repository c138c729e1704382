import { type Kysely, type Selectable, sql } from "kysely";
import { isRole } from "../../../shared/protocol/roles.ts";
import {
  SECURITY_EVENTS,
  type SecurityEvent,
  type SecurityEventKind,
  type SecurityQuery,
  type SecurityStore,
} from "../SecurityStore.ts";
import { StoreError } from "../StoreError.ts";
import type { Schema } from "./schema.ts";

/** The security log in a database. */
export class SqlSecurityStore implements SecurityStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async add(events: readonly SecurityEvent[], mostPerMap: number): Promise<void> {
    if (events.length === 0) return;
    await this.#db.transaction().execute(async (transaction) => {
      for (const event of events)
        await transaction.insertInto("security_events").values(toRow(event)).execute();
      for (const mapId of new Set(events.map((event) => event.mapId))) {
        await sql`delete from security_events where map_id = ${mapId} and id <= (
          select id from security_events where map_id = ${mapId} order by id desc limit 1 offset ${mostPerMap}
        )`.execute(transaction);
      }
    });
  }

  async list({ mapId, count }: SecurityQuery): Promise<readonly SecurityEvent[]> {
    let events = this.#db.selectFrom("security_events").selectAll();
    if (mapId !== undefined) events = events.where("map_id", "=", mapId);
    return (await events.orderBy("id", "desc").limit(count).execute()).map(fromRow);
  }

  async forgetBefore(at: number): Promise<void> {
    await this.#db.deleteFrom("security_events").where("at", "<", at).execute();
  }
}

function toRow(event: SecurityEvent) {
  return {
    at: event.at,
    kind: event.kind,
    map_id: event.mapId,
    link_id: event.linkId,
    role: event.role,
    about_link_id: event.aboutLinkId,
    detail: event.detail,
    address: event.address,
  };
}

function fromRow(row: Selectable<Schema["security_events"]>): SecurityEvent {
  if (!isKind(row.kind)) throw new StoreError(`The security log holds an unknown event, "${row.kind}".`);
  return {
    at: row.at,
    kind: row.kind,
    mapId: row.map_id,
    linkId: row.link_id,
    role: isRole(row.role) ? row.role : null,
    aboutLinkId: row.about_link_id,
    detail: row.detail,
    address: row.address,
  };
}

function isKind(kind: string): kind is SecurityEventKind {
  return (SECURITY_EVENTS as readonly string[]).includes(kind);
}
