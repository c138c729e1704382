// Makes test/fixtures/stores/NNNN.sql: a store as the running code writes it, as text. Run it once when a migration is released, NNNN being its number:
// npx tsx scripts/makeStoreFixture.ts test/fixtures/stores
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { startServer } from "../server/startServer.ts";

type Roles = Readonly<Record<"owner" | "editor" | "commenter" | "viewer", string>>;

/** Waits for what happens elsewhere. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function draw(url: string, mapId: string, token: string): Promise<void> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/sync`, mapId, doc, {
    protocols: ["plumbline", `plumbline.token.${token}`],
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  provider.awareness.setLocalState({ user: { name: "Ada Marsh", organisation: "Trust", colour: "#425563" } });
  await until(() => provider.synced);
  doc.getMap("map").set("title", "Drawn by an earlier version");
  const [first] = doc.getMap<Y.Map<unknown>>("elements").values();
  first?.set("name", "Renamed by an earlier version");
  const call = () => fetch(`${url}/api/maps/${mapId}`, { headers: { Authorization: `Bearer ${token}` } });
  await until(async () => (await (await call()).text()).includes("Renamed by an earlier version"));
  provider.destroy();
}

async function fill(folder: string): Promise<object> {
  const server = await startServer({ port: 0, dataFolder: folder, logLevel: "silent" });
  const ask = async (path: string, init: RequestInit = {}, token = "") => {
    const response = await fetch(`${server.url}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}` },
    });
    return response.status === 204 ? null : ((await response.json()) as Record<string, unknown>);
  };
  const made = await ask("/api/maps", {
    method: "POST",
    body: JSON.stringify({ template: "sub-contracting" }),
  });
  const id = String(made?.id);
  const tokens = Object.fromEntries(
    Object.entries(made?.links as Roles).map(([role, link]) => [role, link.split("#")[1] ?? ""]),
  ) as Roles;
  const extra = await ask(
    `/api/maps/${id}/links`,
    { method: "POST", body: JSON.stringify({ role: "viewer", label: "Board" }) },
    tokens.owner,
  );
  const link = String(extra?.link ?? extra?.url ?? extra?.address);
  const listed = (await ask(`/api/maps/${id}/links`, {}, tokens.owner)) as {
    links: { id: string; label: string }[];
  };
  const board = listed.links.find(({ label }) => label === "Board");
  await ask(`/api/maps/${id}/links/${board?.id}`, { method: "DELETE" }, tokens.owner);
  await draw(server.url, id, tokens.editor);
  const map = await ask(`/api/maps/${id}`, {}, tokens.viewer);
  await server.close();
  return { id, tokens, revoked: link.split("#")[1], map };
}

function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return `x'${Buffer.from(value as Uint8Array).toString("hex")}'`;
}

function dump(path: string): { statements: string[]; newest: string } {
  const database = new Database(path);
  const all = <Row>(query: string) => database.prepare(query).all() as Row[];
  const schema = all<{ name: string; type: string; sql: string }>(
    "select name, type, sql from sqlite_master where sql is not null and name not like 'sqlite\\_%' escape '\\' order by rowid",
  );
  const rows = schema
    .filter(({ type }) => type === "table")
    .flatMap(({ name }) =>
      all<Record<string, unknown>>(`select * from ${name}`).map((row) => {
        const { _metadata, ...columns } = row;
        return `insert into ${name} (${Object.keys(columns).join(", ")}) values (${Object.values(columns).map(literal).join(", ")});`;
      }),
    );
  const [newest] = all<{ name: string }>("select max(name) as name from migrations");
  const tables = schema.map(({ sql }) => `${sql.replaceAll(/\s+/g, " ")};`);
  return { statements: [...tables, ...rows], newest: newest?.name ?? "" };
}

const folder = mkdtempSync(join(tmpdir(), "plumbline-fixture-"));
const expected = await fill(folder);
const { statements, newest } = dump(join(folder, "plumbline.sqlite"));
rmSync(folder, { recursive: true });
const file = join(process.argv[2] ?? ".", `${newest.slice(0, 4)}.sql`);
writeFileSync(file, `-- ${JSON.stringify(expected)}\n${statements.join("\n")}\n`);
process.stderr.write(`${file}\n`);
process.exit(0);
