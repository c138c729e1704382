import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { SystemMap } from "../model/systemMap.ts";

interface Parts {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
}

const ELEMENT_REFERENCES = [
  ["place", "place"],
  ["consultation", "organisation"],
] as const;

/**
 * Leaves out what names something that is not there: a relation whose end is missing, a field that names a missing element. It
 * stays stored, so that connecting to an element while another deletes it converges, and comes back when the element does.
 */
export class Reachable {
  private readonly withoutField = new WeakMap<object, Map<string, object>>();

  /** The parts of a map file that hold together; lists that are as before keep their identity. */
  project(
    elements: readonly MapElement[],
    relations: readonly Relation[],
    before: SystemMap | undefined,
  ): Parts {
    const typeById = new Map(elements.map((element) => [element.id, element.type]));
    const keptElements = elements.map((element) => {
      let kept = element;
      for (const [field, type] of ELEMENT_REFERENCES) kept = this.keepReference(kept, field, type, typeById);
      return kept;
    });
    const keptRelations: Relation[] = [];
    for (const relation of relations) {
      if (!typeById.has(relation.from) || !typeById.has(relation.to) || typeById.has(relation.id)) continue;
      keptRelations.push(
        relation.type === "pays" ? this.keepReference(relation, "contract", "contract", typeById) : relation,
      );
    }
    return {
      elements: sameItems(keptElements, before?.elements) ?? Object.freeze(keptElements),
      relations: sameItems(keptRelations, before?.relations) ?? Object.freeze(keptRelations),
    };
  }

  private keepReference<T extends object>(
    record: T,
    field: string,
    type: MapElement["type"],
    typeById: ReadonlyMap<string, MapElement["type"]>,
  ): T {
    const id = (record as Readonly<Record<string, unknown>>)[field];
    if (id === undefined || typeById.get(id as string) === type) return record;
    const cached = this.withoutField.get(record) ?? new Map<string, object>();
    this.withoutField.set(record, cached);
    const without =
      cached.get(field) ??
      Object.freeze(Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)));
    cached.set(field, without);
    return without as T;
  }
}

function sameItems<T>(items: readonly T[], before: readonly T[] | undefined): readonly T[] | undefined {
  return before?.length === items.length && items.every((item, index) => item === before[index])
    ? before
    : undefined;
}
