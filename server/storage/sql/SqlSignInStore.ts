import type { Kysely, Selectable } from "kysely";
import type { SessionRecord, SessionsOf, SignInAttempt, SignInStore } from "../SignInStore.ts";
import type { Schema } from "./schema.ts";

/** Who is signed in, in a database. */
export class SqlSignInStore implements SignInStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async addAttempt(attempt: SignInAttempt): Promise<void> {
    const { id, browserHash, nonce, verifier, returnPath, expiresAt } = attempt;
    await this.#db
      .insertInto("sign_in_attempts")
      .values({
        id,
        browser_hash: browserHash,
        nonce,
        verifier,
        return_path: returnPath,
        expires_at: expiresAt,
      })
      .execute();
  }

  async takeAttempt(id: string, browserHash: string): Promise<SignInAttempt | null> {
    const row = await this.#db
      .deleteFrom("sign_in_attempts")
      .where("id", "=", id)
      .where("browser_hash", "=", browserHash)
      .returningAll()
      .executeTakeFirst();
    if (!row) return null;
    const { nonce, verifier } = row;
    return { id, browserHash, nonce, verifier, returnPath: row.return_path, expiresAt: row.expires_at };
  }

  async addSession(session: SessionRecord): Promise<void> {
    const { id, issuer, subject, name, organisation } = session;
    await this.#db
      .insertInto("sessions")
      .values({
        id,
        issuer,
        subject,
        directory_session: session.directorySession,
        name,
        organisation,
        created_at: session.createdAt,
        expires_at: session.expiresAt,
      })
      .execute();
  }

  async findSession(id: string): Promise<SessionRecord | null> {
    const row = await this.#db.selectFrom("sessions").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async endSession(id: string): Promise<SessionRecord | null> {
    const row = await this.#db.deleteFrom("sessions").where("id", "=", id).returningAll().executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async endSessionsOf({ issuer, subject, directorySession }: SessionsOf): Promise<readonly string[]> {
    let meant = this.#db.deleteFrom("sessions").where("issuer", "=", issuer);
    if (subject !== undefined) meant = meant.where("subject", "=", subject);
    if (directorySession !== undefined) meant = meant.where("directory_session", "=", directorySession);
    return (await meant.returning("id").execute()).map(({ id }) => id);
  }

  async forgetBefore(at: number): Promise<void> {
    await this.#db.deleteFrom("sign_in_attempts").where("expires_at", "<", at).execute();
    await this.#db.deleteFrom("sessions").where("expires_at", "<", at).execute();
  }
}

function fromRow(row: Selectable<Schema["sessions"]>): SessionRecord {
  return {
    id: row.id,
    issuer: row.issuer,
    subject: row.subject,
    directorySession: row.directory_session,
    name: row.name,
    organisation: row.organisation,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
