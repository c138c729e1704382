import { type Kysely, sql } from "kysely";
import type { NoticeStore, StoredNotice } from "../NoticeStore.ts";
import type { Schema } from "./schema.ts";

/** A server that has heard nothing for so long reads everything anew when it starts. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Notices in a database that several servers share. The one row of the counter is held until a notice is committed: whoever sees one sees all before it. */
export class SqlNoticeStore implements NoticeStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  add(server: string, text: string): Promise<number> {
    return this.#db.transaction().execute(async (transaction) => {
      const { last_id: id } = await transaction
        .updateTable("notice_counter")
        .set({ last_id: sql<number>`last_id + 1` })
        .returning("last_id")
        .executeTakeFirstOrThrow();
      const at = Date.now();
      await transaction.insertInto("notices").values({ id, at, server, text }).execute();
      await transaction
        .deleteFrom("notices")
        .where("at", "<", at - KEPT_MS)
        .execute();
      return id;
    });
  }

  after(id: number): Promise<readonly StoredNotice[]> {
    return this.#db
      .selectFrom("notices")
      .select(["id", "server", "text"])
      .where("id", ">", id)
      .orderBy("id")
      .execute();
  }

  async newest(): Promise<number> {
    const row = await this.#db.selectFrom("notice_counter").select("last_id").executeTakeFirst();
    return row?.last_id ?? 0;
  }
}
