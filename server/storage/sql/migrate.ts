import { type Kysely, sql } from "kysely";

/** The statements of each migration, by its name, in the order in which they run. */
export type Migrations = Readonly<Record<string, readonly string[]>>;

/**
 * Brings a database to the newest schema, in one transaction: where one statement fails, nothing was changed.
 * @param first what comes before all migrations each time: it makes the table that notes them, where there is none.
 * @throws Error where the database was written by a newer Plumbline.
 */
export async function migrate(
  db: Kysely<never>,
  migrations: Migrations,
  first: readonly string[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const statement of first) await sql.raw(statement).execute(transaction);
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(transaction);
    const done = new Set(rows.map((row) => row.name));
    const foreign = [...done].find((name) => !Object.hasOwn(migrations, name));
    if (foreign) throw new Error(`It was written by a newer version of Plumbline (migration ${foreign}).`);
    for (const [name, statements] of Object.entries(migrations)) {
      if (done.has(name)) continue;
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await sql`insert into migrations (name, at) values (${name}, ${Date.now()})`.execute(transaction);
    }
  });
}
