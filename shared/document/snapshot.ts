import type * as Y from "yjs";
import type { MapElement } from "../model/element.ts";
import { isoDate, oneOf } from "../model/field.ts";
import { deepFreeze } from "../model/frozen.ts";
import { MapFileError } from "../model/MapFileError.ts";
import { readSettings } from "../model/readSettings.ts";
import type { Relation } from "../model/relation.ts";
import { REGIMES, type Regime, type Settings, type SystemMap } from "../model/systemMap.ts";
import { rootOf, SCHEMA, type Value } from "./layout.ts";
import { Reachable } from "./Reachable.ts";
import { RecordCache } from "./RecordCache.ts";
import { plainFields, type UnreadableRecord } from "./readStored.ts";
import { unflattenSettings } from "./settingsKeys.ts";
import { readUnknown } from "./unknownFields.ts";
import { unflattenViews } from "./viewKeys.ts";

/** A frozen view of a map at one moment. What was not touched keeps its identity from one snapshot to the next. */
export interface Snapshot {
  readonly map: SystemMap;
  readonly elementById: ReadonlyMap<string, MapElement>;
  readonly relationById: ReadonlyMap<string, Relation>;
  readonly unreadable: readonly UnreadableRecord[];
  /** 0 for a document that holds no map yet. */
  readonly schemaVersion: number;
}

const regimeField = oneOf(REGIMES);
const regimeOfNewMaps: Regime = "england-2022";

/** Follows a document and gives the newest snapshot of it, sharing with the one before whatever was not touched. */
export class SnapshotStore {
  private readonly elements: RecordCache<"elements">;
  private readonly relations: RecordCache<"relations">;
  private readonly decisions: RecordCache<"decisions">;
  private readonly reachable = new Reachable();
  private readonly head: Y.Map<unknown>;
  private readonly listeners = new Set<() => void>();
  private stale = true;
  private current: Snapshot | undefined;
  private readonly afterTransaction: (transaction: Y.Transaction) => void;

  constructor(private readonly doc: Y.Doc) {
    this.elements = new RecordCache(doc, "elements");
    this.relations = new RecordCache(doc, "relations");
    this.decisions = new RecordCache(doc, "decisions");
    this.head = rootOf(doc, "map");
    this.afterTransaction = (transaction) => {
      if (transaction.changed.size === 0) return;
      this.stale = true;
      for (const listener of [...this.listeners]) listener();
    };
    doc.on("afterTransaction", this.afterTransaction);
  }

  /** The snapshot of this moment. The same object until the document changes. */
  get(): Snapshot {
    if (!this.current || this.stale) {
      this.current = this.read(this.current);
      this.stale = false;
    }
    return this.current;
  }

  /** Calls the listener after every transaction that changed the document. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  destroy(): void {
    this.doc.off("afterTransaction", this.afterTransaction);
    for (const cache of [this.elements, this.relations, this.decisions]) cache.destroy();
    this.listeners.clear();
  }

  private read(before: Snapshot | undefined): Snapshot {
    const elementsTouched = this.elements.refresh();
    const relationsTouched = this.relations.refresh();
    this.decisions.refresh();
    const parts =
      before && !elementsTouched && !relationsTouched
        ? { elements: before.map.elements, relations: before.map.relations }
        : this.reachable.project(this.elements.records(), this.relations.records());
    const decisions = this.decisions.records();
    const fields = plainFields(this.head);
    const map = readHead(fields, parts.elements, parts.relations, {
      decisions:
        decisions.length > 0 || fields.get("decisions") === true ? Object.freeze(decisions) : undefined,
      views: unflattenViews(fields, before?.map.views),
    });
    const schema = fields.get(SCHEMA);
    return Object.freeze({
      map,
      elementById: parts.elements === before?.map.elements ? before.elementById : byId(parts.elements),
      relationById: parts.relations === before?.map.relations ? before.relationById : byId(parts.relations),
      unreadable: [
        ...this.elements.unreadable(),
        ...this.relations.unreadable(),
        ...this.decisions.unreadable(),
      ],
      schemaVersion: typeof schema === "number" ? schema : 0,
    });
  }
}

/** The snapshot of a document at this moment, for those who do not follow it. */
export function readSnapshot(doc: Y.Doc): Snapshot {
  const store = new SnapshotStore(doc);
  const snapshot = store.get();
  store.destroy();
  return snapshot;
}

interface Parts {
  readonly decisions: SystemMap["decisions"] | undefined;
  readonly views: SystemMap["views"] | undefined;
}

function readHead(
  fields: ReadonlyMap<string, Value>,
  elements: readonly MapElement[],
  relations: readonly Relation[],
  { decisions, views }: Parts,
): SystemMap {
  const { title, regime, asOf } = Object.fromEntries(fields) as Record<string, Value>;
  const settings = settingsOf(fields);
  return Object.freeze({
    ...freezeWhereShallow(Object.fromEntries(readUnknown(fields))),
    format: "system-map",
    version: 1,
    title: typeof title === "string" ? title : "",
    regime: regimeField.check.safeParse(regime).success ? (regime as Regime) : regimeOfNewMaps,
    ...(isoDate.check.safeParse(asOf).success ? { asOf: asOf as string } : {}),
    ...(settings ? { settings } : {}),
    ...(views ? { views } : {}),
    elements,
    relations,
    ...(decisions ? { decisions } : {}),
  });
}

function settingsOf(fields: ReadonlyMap<string, Value>): Settings | undefined {
  const raw = unflattenSettings(fields);
  if (!raw) return undefined;
  try {
    return readSettings(raw);
  } catch (error) {
    if (error instanceof MapFileError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Freezes what the format does not know; what nests too deep to walk is handed on as it is. */
function freezeWhereShallow<T>(value: T): T {
  try {
    return deepFreeze(value);
  } catch (error) {
    if (error instanceof RangeError) return value;
    throw error;
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The snapshot of a map that stands in no document, such as one that was read from a file. */
export function snapshotOf(map: SystemMap): Snapshot {
  return Object.freeze({
    map,
    elementById: new Map(map.elements.map((element) => [element.id, element])),
    relationById: new Map(map.relations.map((relation) => [relation.id, relation])),
    unreadable: [],
    schemaVersion: 0,
  });
}
