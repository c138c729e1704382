import type { PostgresPool } from "kysely";
import type pg from "pg";

const NUL = /\0/g;
const REPLACEMENT = "\uFFFD";

/**
 * A text as PostgreSQL can hold it: U+0000, which nobody sees, becomes the sign for a character that cannot be shown.
 * Refused instead, one such name would keep all that its bearer draws from being saved.
 */
export function heldText(text: string): string {
  return text.includes("\0") ? text.replace(NUL, REPLACEMENT) : text;
}

/** A pool whose statements are given texts as PostgreSQL can hold them. */
export function holdingTexts(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: ((statement: string, values: readonly unknown[]) =>
          client.query(
            statement,
            values.map((value) => (typeof value === "string" ? heldText(value) : value)),
          )) as never,
        release: () => client.release(),
      };
    },
    end: () => pool.end(),
  };
}
