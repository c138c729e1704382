import type * as Y from "yjs";
import { rootOf, SCHEMA, SCHEMA_VERSION } from "./layout.ts";

/** Brings a document from one version of the layout to the next, in place. */
export interface Migration {
  /** The version it starts from; it ends at the next. */
  readonly from: number;
  migrate(doc: Y.Doc): void;
}

/** Every migration since the first layout, in order. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version of the layout that a document has; 0 where it holds no map. */
export function schemaOf(doc: Y.Doc): number {
  const schema = rootOf(doc, "map").get(SCHEMA);
  return typeof schema === "number" ? schema : 0;
}

/** Whether a document is of an earlier layout. One of a later layout is opened as it is: clients then only read it. */
export function needsMigration(doc: Y.Doc, newest: number = SCHEMA_VERSION): boolean {
  const schema = schemaOf(doc);
  return Number.isInteger(schema) && schema >= 1 && schema < newest;
}

/**
 * Brings a document to the layout of today, in one transaction. Only the server does this, in place and never by rebuilding:
 * a rebuilt document would double everything when somebody who was offline comes back.
 * @throws Error where a step is missing; nothing is changed then.
 */
export function migrateDocument(doc: Y.Doc, migrations = MIGRATIONS, newest: number = SCHEMA_VERSION): void {
  if (!needsMigration(doc, newest)) return;
  const steps: Migration[] = [];
  for (let version = schemaOf(doc); version < newest; version++) {
    const step = migrations.find(({ from }) => from === version);
    if (!step) throw new Error(`There is no way from layout ${version} to layout ${version + 1}.`);
    steps.push(step);
  }
  doc.transact(() => {
    for (const step of steps) step.migrate(doc);
    rootOf(doc, "map").set(SCHEMA, newest);
  });
}
