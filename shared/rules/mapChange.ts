import type { Snapshot } from "../document/snapshot.ts";
import type { ElementType, MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { ListName, ReadLog, TouchedCells } from "./ReadLog.ts";

/** What of a map the rules could have read differently before an edit. */
export interface MapChange {
  readonly touched: TouchedCells;
  /** The same elements in the same order: only what their records say may differ. */
  readonly hasSameElements: boolean;
  /** The same lines between the same elements. */
  readonly hasSameLines: boolean;
  /** No contract came, went, ended or was taken up again. */
  readonly hasSameStatuses: boolean;
}

type Item = MapElement | Relation;
/** Takes down one record that is different, new or gone. Returns whether the lines of the map are as before. */
type Note<T> = (before: T | undefined, after: T | undefined) => boolean;

const listOfType: Partial<Readonly<Record<ElementType, ListName>>> = {
  organisation: "organisations",
  contract: "contracts",
};
const notRead: ReadonlySet<string> = new Set(["position", "size"]);

/**
 * Finds what differs between two snapshots, by identity: what is the same object has not changed.
 * @returns undefined where everything must be looked at again: other rules hold, or the order of the map has changed.
 */
export function mapChange(before: Snapshot, after: Snapshot, log: ReadLog): MapChange | undefined {
  if (!hasSameTerms(before, after)) return undefined;
  const touched = log.touched();
  let hasSameStatuses = true;
  const elements = walk(
    before.map.elements,
    after.map.elements,
    before.elementById,
    after.elementById,
    (was, is) => {
      if (statusOf(was) !== statusOf(is)) hasSameStatuses = false;
      return noteElement(touched, was, is);
    },
  );
  if (elements === "reordered") return undefined;
  const relations = walk(
    before.map.relations,
    after.map.relations,
    before.relationById,
    after.relationById,
    (was, is) => noteRelation(touched, was, is),
  );
  if (relations === "reordered") return undefined;
  if (!hasSameUnreadable(before, after)) touched.list("unreadable");
  return { touched, hasSameElements: elements, hasSameLines: elements && relations, hasSameStatuses };
}

function hasSameTerms({ map: before }: Snapshot, { map: after }: Snapshot): boolean {
  return (
    before.regime === after.regime &&
    before.asOf === after.asOf &&
    JSON.stringify(before.settings) === JSON.stringify(after.settings) &&
    hasSameItems(before.decisions ?? [], after.decisions ?? [])
  );
}

function hasSameItems<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}

function hasSameUnreadable({ unreadable: before }: Snapshot, { unreadable: after }: Snapshot): boolean {
  return (
    before.length === after.length &&
    before.every(({ root, id, problem }, index) => {
      const other = after[index];
      return other?.root === root && other.id === id && other.problem === problem;
    })
  );
}

/** Walks two lists side by side. Returns whether the lines are as before, or that what is in both stands in another order. */
function walk<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  wasThere: ReadonlyMap<string, T>,
  isThere: ReadonlyMap<string, T>,
  note: Note<T>,
): boolean | "reordered" {
  if (before === after) return true;
  let hasSameLines = true;
  let old = 0;
  let now = 0;
  while (old < before.length || now < after.length) {
    const was = before[old];
    const is = after[now];
    if (was === is || (was && is && was.id === is.id)) {
      if (was !== is) hasSameLines = note(was, is) && hasSameLines;
      old++;
      now++;
    } else if (was && !isThere.has(was.id)) {
      hasSameLines = note(was, undefined) && hasSameLines;
      old++;
    } else if (is && !wasThere.has(is.id)) {
      hasSameLines = note(undefined, is) && hasSameLines;
      now++;
    } else return "reordered";
  }
  return hasSameLines;
}

function noteElement(
  touched: TouchedCells,
  was: MapElement | undefined,
  is: MapElement | undefined,
): boolean {
  if (was && is && was.type === is.type && isOnlyMoved(was, is)) return true;
  for (const element of [was, is]) {
    if (!element) continue;
    touched.record(element.id);
    touched.list("elements");
    const list = listOfType[element.type];
    if (list) touched.list(list);
  }
  if (was && is && was.type === is.type) return true;
  touched.links((was ?? is)?.id ?? "");
  return false;
}

function statusOf(element: MapElement | undefined) {
  return element?.type === "contract" ? element.status : undefined;
}

/** No rule asks where a card stands; a fix does, when it is asked for. */
function isOnlyMoved(was: MapElement, is: MapElement): boolean {
  const [before, after] = [was, is] as unknown as Readonly<Record<string, unknown>>[];
  if (!before || !after) return false;
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const field of fields) if (!notRead.has(field) && before[field] !== after[field]) return false;
  return true;
}

function noteRelation(touched: TouchedCells, was: Relation | undefined, is: Relation | undefined): boolean {
  touched.list("relations");
  for (const relation of [was, is]) {
    if (!relation) continue;
    touched.record(relation.id);
    touched.links(relation.from);
    touched.links(relation.to);
    if (relation.type === "pays" && relation.contract !== undefined) touched.links(relation.contract);
  }
  return was?.type === is?.type && was?.from === is?.from && was?.to === is?.to;
}
