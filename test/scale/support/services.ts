import { randomUUID } from "node:crypto";
import pg from "pg";

/** The PostgreSQL and the Redis that the tests of this folder use. They make schemas of their own there, and remove them. */
export const DATABASE_URL = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";
export const REDIS_URL = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

/** A place in the database where nothing is yet, for one test; `remove` takes it away. */
export async function freshDatabase(): Promise<{ readonly url: string; remove(): Promise<void> }> {
  const schema = `plumbline_test_${randomUUID().replaceAll("-", "")}`;
  await inDatabase(`create schema ${schema}`);
  const url = new URL(DATABASE_URL);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return { url: url.href, remove: () => inDatabase(`drop schema ${schema} cascade`) };
}

/** Runs a statement by a connection of its own. */
export async function inDatabase(statement: string): Promise<void> {
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
