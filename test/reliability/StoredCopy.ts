import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import * as Y from "yjs";

/** What a data folder holds at one moment: a copy of its files, opened as a server that starts would open them. */
export class StoredCopy {
  readonly #folder = mkdtempSync(join(tmpdir(), "plumbline-copy-"));
  readonly #database: Database.Database;

  /** Copies the files; nobody may be writing to them. */
  constructor(dataFolder: string) {
    // The shared memory beside the log is made anew by whoever opens it first.
    const files = readdirSync(dataFolder).filter((name) => /^plumbline\.sqlite(-wal)?$/.test(name));
    for (const name of files) cpSync(join(dataFolder, name), join(this.#folder, name));
    this.#database = new Database(join(this.#folder, "plumbline.sqlite"));
  }

  /** What SQLite's own check says: `ok`, or what is wrong. */
  integrity(): string {
    const rows = this.#database.prepare("pragma integrity_check").all() as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).join("; ");
  }

  /** Ids of all elements that are stored of a map. */
  elementIds(mapId: string): ReadonlySet<string> {
    const statement = this.#database.prepare("select data from updates where doc_id = ? order by ref");
    const rows = statement.all(mapId) as { data: Buffer }[];
    const doc = new Y.Doc();
    const elements = doc.getMap("elements");
    doc.transact(() => {
      for (const { data } of rows) Y.applyUpdate(doc, new Uint8Array(data));
    });
    return new Set(elements.keys());
  }

  close(): void {
    this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
