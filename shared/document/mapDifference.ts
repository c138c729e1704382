import type { MapElement } from "../model/element.ts";
import type { Json } from "../model/field.ts";
import { isSameJson } from "../model/isSameJson.ts";
import type { Relation } from "../model/relation.ts";
import type { SystemMap } from "../model/systemMap.ts";

/** What one map has and another has not, record by record. */
export interface MapDifference {
  readonly addedElements: readonly MapElement[];
  readonly addedRelations: readonly Relation[];
  readonly goneElements: readonly MapElement[];
  readonly goneRelations: readonly Relation[];
  /** As they are afterwards. */
  readonly changedElements: readonly MapElement[];
  readonly changedRelations: readonly Relation[];
  /** Of the changed elements, the ids of those that only stand elsewhere or have another size. */
  readonly onlyMoved: ReadonlySet<string>;
  /** Names of what differs of the map itself, such as `title` and `settings`. */
  readonly fields: readonly string[];
  /** How many decisions were made, taken back or changed. */
  readonly decisions: number;
}

type Fields = Readonly<Record<string, Json>>;

const lists: readonly string[] = ["elements", "relations", "decisions"];
const placing: readonly string[] = ["position", "size"];

/** What is different in `after`, seen from `before`. */
export function mapDifference(before: SystemMap, after: SystemMap): MapDifference {
  const elements = compare(before.elements, after.elements);
  const relations = compare(before.relations, after.relations);
  return {
    addedElements: elements.added,
    addedRelations: relations.added,
    goneElements: elements.gone,
    goneRelations: relations.gone,
    changedElements: elements.changed.map(({ is }) => is),
    changedRelations: relations.changed.map(({ is }) => is),
    onlyMoved: new Set(elements.changed.filter(({ was, is }) => isOnlyMoved(was, is)).map(({ is }) => is.id)),
    fields: differingFields(before, after).filter((field) => !lists.includes(field)),
    decisions: countDecisions(before, after),
  };
}

/** Whether two maps say the same. The order in which records are drawn is left out. */
export function isNoDifference(difference: MapDifference): boolean {
  const { onlyMoved, decisions, ...others } = difference;
  return decisions === 0 && Object.values(others).every((list) => list.length === 0);
}

function compare<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const wasById = new Map(before.map((record) => [record.id, record]));
  const isThere = new Set(after.map(({ id }) => id));
  const changed: { readonly was: T; readonly is: T }[] = [];
  for (const is of after) {
    const was = wasById.get(is.id);
    if (was !== undefined && was !== is && !isSameJson(was as unknown as Json, is as unknown as Json))
      changed.push({ was, is });
  }
  return {
    added: after.filter(({ id }) => !wasById.has(id)),
    gone: before.filter(({ id }) => !isThere.has(id)),
    changed,
  };
}

function isOnlyMoved(was: MapElement, is: MapElement): boolean {
  return differingFields(was, is).every((field) => placing.includes(field));
}

function differingFields(before: object, after: object): readonly string[] {
  const [was, is] = [before, after] as unknown as readonly [Fields, Fields];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => {
    const [one, other] = [was[field], is[field]];
    return one === undefined || other === undefined ? one !== other : !isSameJson(one, other);
  });
}

function countDecisions(before: SystemMap, after: SystemMap): number {
  const keysOf = ({ decisions }: SystemMap) =>
    new Map(
      (decisions ?? []).map((decision) => [JSON.stringify([decision.rule, decision.subjects]), decision]),
    );
  const [was, is] = [keysOf(before), keysOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    return (
      one === undefined ||
      other === undefined ||
      !isSameJson(one as unknown as Json, other as unknown as Json)
    );
  }).length;
}
