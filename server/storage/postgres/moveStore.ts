import type Database from "libsql";
import pg from "pg";
import { StoreError } from "../StoreError.ts";
import { openFile } from "../sqlite/openFile.ts";
import { heldText } from "./heldTexts.ts";
import { openPostgresStorage } from "./openPostgresStorage.ts";
import { type Cell, RowSum } from "./RowSum.ts";

export interface MovedTable {
  readonly name: string;
  readonly rows: number;
}

/** Told of what was moved, and then of what was compared; `doneBytes` begins anew with each. */
export type OnMoved = (step: "move" | "compare", doneBytes: number) => void;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** One statement takes so many rows or bytes: PostgreSQL allows 65,535 parameters. */
const MOST_ROWS = 1_000;
const MOST_BYTES = 4 * 1024 * 1024;
/** Of the database itself, and of the servers that have begun on it: no more than notes. */
const OWN_TABLES = ["migrations", "notices", "notice_counter"];

/**
 * Copies everything of a SQLite store of today's schema into an empty database, in one transaction, and compares both.
 * @param path the store; nobody else may write it meanwhile.
 * @param url such as `postgres://plumbline@db.example/plumbline`.
 * @throws StoreError that says why nothing was moved; it never names the password.
 */
export async function moveStore(path: string, url: string, onMoved: OnMoved): Promise<readonly MovedTable[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "plumbline move",
    keepAlive: true,
  });
  // A connection that breaks is told by the statement that waits for it.
  client.on("error", () => undefined);
  const source = openFile(path, "The copy of the store cannot be opened");
  try {
    await client.connect();
    await refuseForeign(client);
    // Brings the database to the schema of today.
    await (await openPostgresStorage(url, () => undefined)).close();
    return await inTransaction(client, () => moveTables(source, client, onMoved));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`Nothing was moved: ${reason}.`, { cause: error });
  } finally {
    source.close();
    await client.end().catch(() => undefined);
  }
}

async function inTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query("begin");
  try {
    await client.query("set local synchronous_commit = on");
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Another program's tables are none of ours, and ours none of its. */
async function refuseForeign(client: pg.Client): Promise<void> {
  const tables = await tablesOf(client);
  if (tables.length > 0 && !tables.includes("migrations"))
    throw new StoreError(
      `The database is not empty: it has ${tables[0]} and is none of Plumbline. Nothing was moved.`,
    );
}

async function moveTables(
  source: Database.Database,
  client: pg.Client,
  onMoved: OnMoved,
): Promise<readonly MovedTable[]> {
  const tables = sourceTables(source);
  const names = (await tablesOf(client)).filter((name) => !OWN_TABLES.includes(name));
  // Servers that have begun on the database meanwhile wait, and find everything there.
  await client.query(`lock table ${names.map(quotedName).join(", ")} in access exclusive mode`);
  await refuseFilled(client, names);
  const sums = new Map<string, RowSum>();
  let movedBytes = 0;
  for (const table of tables) {
    const sum = new RowSum();
    sums.set(table.name, sum);
    for (const rows of partsOf(rowsOf(source, table), sum)) {
      await insert(client, table, rows);
      movedBytes += bytesOf(rows);
      onMoved("move", movedBytes);
    }
  }
  let comparedBytes = 0;
  for (const table of tables) {
    await compare(client, table, sums.get(table.name) ?? new RowSum(), (bytes) => {
      comparedBytes += bytes;
      onMoved("compare", comparedBytes);
    });
    await continueNumbers(client, table.name);
    await client.query(`analyze ${quotedName(table.name)}`);
  }
  return tables.map(({ name }) => ({ name, rows: sums.get(name)?.rows ?? 0 }));
}

async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename::text as name from pg_tables where schemaname = current_schema() order by 1",
  );
  return rows.map(({ name }) => name);
}

async function refuseFilled(client: pg.Client, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { rows } = await client.query(`select 1 from ${quotedName(name)} limit 1`);
    if (rows.length > 0)
      throw new StoreError(`The database is not empty: ${name} has rows. Nothing was moved.`);
  }
}

/** Those that hold something, each after the tables that its rows refer to. */
function sourceTables(source: Database.Database): readonly Table[] {
  const names = valuesOf(
    source,
    "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
  ).filter((name) => !OWN_TABLES.includes(name));
  const waiting = new Map(
    names.map((name) => [
      name,
      valuesOf(source, `select "table" from pragma_foreign_key_list('${name}')`).filter((to) => to !== name),
    ]),
  );
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find(([, referred]) => !referred.some((name) => waiting.has(name)));
    if (!next) throw new Error("Tables refer to each other in a circle.");
    const [name] = next;
    waiting.delete(name);
    ordered.push({
      name,
      columns: valuesOf(source, `select name from pragma_table_info('${name}') order by cid`),
    });
  }
  return ordered;
}

function valuesOf(source: Database.Database, query: string): readonly string[] {
  return (source.prepare(query).raw().all() as unknown as [string][]).map(([value]) => value);
}

function* rowsOf(source: Database.Database, { name, columns }: Table): Generator<Cell[]> {
  const select = source.prepare(`select ${columns.map(quotedName).join(", ")} from ${quotedName(name)}`);
  for (const row of select.raw().iterate() as Iterable<Cell[]>)
    yield row.map((cell) => (typeof cell === "string" ? heldText(cell) : cell));
}

/** Rows by as many as one statement takes; each is added to the sum. */
function* partsOf(rows: Iterable<Cell[]>, sum: RowSum): Generator<readonly Cell[][]> {
  let part: Cell[][] = [];
  let bytes = 0;
  for (const row of rows) {
    sum.add(row);
    part.push(row);
    bytes += bytesOf([row]);
    if (part.length < MOST_ROWS && bytes < MOST_BYTES) continue;
    yield part;
    part = [];
    bytes = 0;
  }
  if (part.length > 0) yield part;
}

async function insert(client: pg.Client, { name, columns }: Table, rows: readonly Cell[][]): Promise<void> {
  const values = rows.map(
    (_, at) => `(${columns.map((_column, index) => `$${at * columns.length + index + 1}`).join(", ")})`,
  );
  await client.query(
    `insert into ${quotedName(name)} (${columns.map(quotedName).join(", ")}) values ${values.join(", ")}`,
    rows.flat(),
  );
}

/** Reads a table back as PostgreSQL has it. @throws StoreError where it is not what was read from SQLite. */
async function compare(
  client: pg.Client,
  { name, columns }: Table,
  wanted: RowSum,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const found = new RowSum();
  await client.query(
    `declare moved cursor for select ${columns.map(quotedName).join(", ")} from ${quotedName(name)}`,
  );
  // Blobs may be long: so few rows at a time fit into the memory all the same.
  const fetch = {
    text: "fetch 100 from moved",
    rowMode: "array",
    types: { getTypeParser: parserOf },
  } as const;
  for (let rows = await fetched(client, fetch); rows.length > 0; rows = await fetched(client, fetch)) {
    for (const row of rows) found.add(row);
    onBytes(bytesOf(rows));
  }
  await client.query("close moved");
  if (found.rows !== wanted.rows || found.digest !== wanted.digest)
    throw new StoreError(
      `${name} has not arrived as it was: ${found.rows} of ${wanted.rows} rows, or other ones. Nothing was moved.`,
    );
}

async function fetched(client: pg.Client, query: pg.QueryArrayConfig): Promise<readonly Cell[][]> {
  return (await client.query<Cell[]>(query)).rows;
}

function parserOf(oid: number, format?: "text" | "binary") {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

/** What PostgreSQL numbers itself goes on after the last number that was moved. */
async function continueNumbers(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    `select column_name::text as column from information_schema.columns
      where table_schema = current_schema() and table_name = $1 and is_identity = 'YES'`,
    [name],
  );
  for (const { column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest((select max(${quotedName(column)}) from ${quotedName(name)}), 1),
        exists (select 1 from ${quotedName(name)}))`,
      [quotedName(name), column],
    );
}

function bytesOf(rows: readonly (readonly Cell[])[]): number {
  let bytes = 0;
  for (const row of rows)
    for (const cell of row) bytes += cell === null || typeof cell === "number" ? 8 : cell.length;
  return bytes;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
