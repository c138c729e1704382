import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";

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
  private typeById: ReadonlyMap<string, MapElement["type"]> = new Map();
  private stored: Parts = { elements: [], relations: [] };
  private kept: Parts = { elements: [], relations: [] };

  /** The parts of a map file that hold together; lists that are as before keep their identity. */
  project(elements: readonly MapElement[], relations: readonly Relation[]): Parts {
    // Most edits change what one record says: then what was kept of the others is kept again.
    const isSameMap = isSameSet(this.stored.elements, elements);
    if (!isSameMap) this.typeById = new Map(elements.map((element) => [element.id, element.type]));
    const before = isSameMap ? this.stored : undefined;
    const keptElements = elements.map((element, index) =>
      before && before.elements[index] === element
        ? (this.kept.elements[index] as MapElement)
        : this.keepElement(element),
    );
    const keptRelations =
      before && sameItems(relations, before.relations) ? this.kept.relations : this.keepRelations(relations);
    this.stored = { elements, relations };
    this.kept = {
      elements: sameItems(keptElements, this.kept.elements) ?? Object.freeze(keptElements),
      relations: sameItems(keptRelations, this.kept.relations) ?? Object.freeze(keptRelations),
    };
    return this.kept;
  }

  private keepElement(element: MapElement): MapElement {
    let kept = element;
    for (const [field, type] of ELEMENT_REFERENCES)
      kept = this.keepReference(kept, field, type, this.typeById);
    return kept;
  }

  private keepRelations(relations: readonly Relation[]): readonly Relation[] {
    const { typeById } = this;
    const kept: Relation[] = [];
    for (const relation of relations) {
      if (!typeById.has(relation.from) || !typeById.has(relation.to) || typeById.has(relation.id)) continue;
      kept.push(
        relation.type === "pays" ? this.keepReference(relation, "contract", "contract", typeById) : relation,
      );
    }
    return kept;
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

/** Whether two lists hold elements of the same ids and types in the same order: most edits change what one of them says. */
function isSameSet(before: readonly MapElement[], after: readonly MapElement[]): boolean {
  return (
    before.length === after.length &&
    after.every((element, index) => {
      const was = before[index];
      return was === element || (was?.id === element.id && was.type === element.type);
    })
  );
}
