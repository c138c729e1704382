import type { MapElement } from "../model/element.ts";
import {
  isAllowed,
  RELATION_TYPES,
  type Relation,
  type RelationOf,
  type RelationType,
} from "../model/relation.ts";

type ById = Map<string, Relation[]>;

const none: readonly never[] = [];

/** The relations of a map by type and end, built once. Those that the grammar does not allow are kept apart. */
export class Adjacency {
  private readonly outgoing: Readonly<Record<RelationType, ById>> = emptyIndex();
  private readonly incoming: Readonly<Record<RelationType, ById>> = emptyIndex();
  private readonly connected = new Set<string>();
  private readonly disallowed = new Set<string>();

  constructor(relations: readonly Relation[], elementById: ReadonlyMap<string, MapElement>) {
    for (const relation of relations) {
      const from = elementById.get(relation.from);
      const to = elementById.get(relation.to);
      if (!from || !to) continue;
      this.connected.add(relation.from).add(relation.to);
      if (!isAllowed(relation.type, from.type, to.type)) {
        this.disallowed.add(relation.id);
        continue;
      }
      push(this.outgoing[relation.type], relation.from, relation);
      push(this.incoming[relation.type], relation.to, relation);
    }
  }

  /** The allowed relations of a type that leave an element. */
  from<T extends RelationType>(type: T, id: string): readonly RelationOf<T>[] {
    return (this.outgoing[type].get(id) ?? none) as readonly RelationOf<T>[];
  }

  /** The allowed relations of a type that reach an element. */
  to<T extends RelationType>(type: T, id: string): readonly RelationOf<T>[] {
    return (this.incoming[type].get(id) ?? none) as readonly RelationOf<T>[];
  }

  /** Whether any relation, allowed or not, ends at the element. */
  isConnected(id: string): boolean {
    return this.connected.has(id);
  }

  /** Whether the ends of the relation are of the types that its type asks for. */
  isAllowed(relation: Relation): boolean {
    return !this.disallowed.has(relation.id);
  }
}

function emptyIndex(): Record<RelationType, ById> {
  return Object.fromEntries(RELATION_TYPES.map((type) => [type, new Map()])) as Record<RelationType, ById>;
}

function push(index: ById, id: string, relation: Relation): void {
  const list = index.get(id);
  if (list) list.push(relation);
  else index.set(id, [relation]);
}
