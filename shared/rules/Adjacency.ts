import { ELEMENT_TYPES, type ElementType, type MapElement } from "../model/element.ts";
import { isAllowed, RELATION_TYPES, type Relation, type RelationType } from "../model/relation.ts";

const typeCount = RELATION_TYPES.length;
const typeNumbers = Object.fromEntries(RELATION_TYPES.map((type, number) => [type, number])) as Readonly<
  Record<RelationType, number>
>;
const allowedEnds = Object.fromEntries(
  RELATION_TYPES.map((type) => [
    type,
    Object.fromEntries(ELEMENT_TYPES.map((from) => [from, endsOf(type, from)])),
  ]),
) as Readonly<Record<RelationType, Readonly<Record<ElementType, ReadonlySet<ElementType>>>>>;
const noElements: readonly MapElement[] = [];

/** `out`: relations that leave an element; `in`: those that reach it. */
export type Direction = "out" | "in";

/** The relations at one end, sorted by element and type: those of one element and type stand side by side. */
interface Side {
  /** Where the relations of (element, type) start; they end where the next start. */
  readonly starts: Int32Array;
  /** Numbers of relations, in document order within one element and type. */
  readonly relations: Int32Array;
  /** Numbers of the elements at the other end. */
  readonly others: Int32Array;
}

/**
 * The relations of a map by end and type. Elements and relations go by their number in document order. It is kept in a
 * few flat arrays and not in thousands of lists, because it is built anew after every change of the map.
 */
export class Adjacency {
  private constructor(
    private readonly elements: readonly MapElement[],
    private readonly relations: readonly Relation[],
    /** By number of a relation, the numbers of its ends: from, to, from, to, …; -1 where there is none. */
    private readonly ends: Int32Array,
    private readonly sides: Readonly<Record<Direction, Side>>,
    private readonly connected: Uint8Array,
    private readonly disallowed: ReadonlySet<string>,
  ) {}

  /** @param before of the same elements in the same order: what its relations join need not be looked up again. */
  static of(
    elements: readonly MapElement[],
    relations: readonly Relation[],
    numberOf: (id: string) => number | undefined,
    before?: Adjacency,
  ): Adjacency {
    const ends = endsOfAll(relations, numberOf, before);
    const connected = new Uint8Array(elements.length);
    const disallowed = new Set<string>();
    const froms = new Int32Array(relations.length).fill(-1);
    const tos = new Int32Array(relations.length).fill(-1);
    for (let number = 0; number < relations.length; number++) {
      const relation = relations[number] as Relation;
      const from = ends[2 * number] ?? -1;
      const to = ends[2 * number + 1] ?? -1;
      if (from < 0 || to < 0) continue;
      connected[from] = 1;
      connected[to] = 1;
      const fromType = (elements[from] as MapElement).type;
      if (!allowedEnds[relation.type][fromType].has((elements[to] as MapElement).type)) {
        disallowed.add(relation.id);
        continue;
      }
      const type = typeNumbers[relation.type];
      froms[number] = from * typeCount + type;
      tos[number] = to * typeCount + type;
    }
    const places = elements.length * typeCount;
    const sides = { out: sortedBy(froms, tos, places), in: sortedBy(tos, froms, places) };
    return new Adjacency(elements, relations, ends, sides, connected, disallowed);
  }

  /** The same lines between the same elements, with records that say something else. */
  withRecords(elements: readonly MapElement[], relations: readonly Relation[]): Adjacency {
    return new Adjacency(elements, relations, this.ends, this.sides, this.connected, this.disallowed);
  }

  /** The relations and the numbers of their ends. */
  known(): { readonly relations: readonly Relation[]; readonly ends: Int32Array } {
    return { relations: this.relations, ends: this.ends };
  }

  /** The elements at the other end of the allowed relations of a type, in document order, each once. */
  neighbours(direction: Direction, type: RelationType, element: number): readonly MapElement[] {
    const { starts, others } = this.sides[direction];
    const place = placeOf(element, type);
    const start = starts[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    if (start === end) return noElements;
    if (end - start === 1) return [this.elements[others[start] ?? 0] as MapElement];
    const numbers = others.slice(start, end).sort();
    const neighbours: MapElement[] = [];
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index];
      if (number !== numbers[index - 1]) neighbours.push(this.elements[number ?? 0] as MapElement);
    }
    return neighbours;
  }

  /** The allowed relations of a type, in document order. */
  relationsAt(direction: Direction, type: RelationType, element: number): readonly Relation[] {
    const { starts, relations } = this.sides[direction];
    const place = placeOf(element, type);
    const found: Relation[] = [];
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      found.push(this.relations[relations[at] ?? 0] as Relation);
    }
    return found;
  }

  /** Whether there is any allowed relation of a type. */
  has(direction: Direction, type: RelationType, element: number): boolean {
    const { starts } = this.sides[direction];
    const place = placeOf(element, type);
    return (starts[place] ?? 0) < (starts[place + 1] ?? 0);
  }

  /** Whether any relation, allowed or not, ends at the element. */
  isConnected(element: number): boolean {
    return this.connected[element] === 1;
  }

  /** Whether the ends of the relation are of the types that its type asks for. */
  isAllowed(relation: Relation): boolean {
    return !this.disallowed.has(relation.id);
  }
}

/** Most relations are those of before, one place further at most: looking up ids is what takes the time. */
function endsOfAll(
  relations: readonly Relation[],
  numberOf: (id: string) => number | undefined,
  before: Adjacency | undefined,
): Int32Array {
  const ends = new Int32Array(2 * relations.length);
  const known = before?.known() ?? { relations: [], ends };
  let old = 0;
  for (let number = 0; number < relations.length; number++) {
    const relation = relations[number] as Relation;
    if (known.relations[old] !== relation && known.relations[old + 1] === relation) old++;
    if (known.relations[old] === relation) {
      ends[2 * number] = known.ends[2 * old] ?? -1;
      ends[2 * number + 1] = known.ends[2 * old + 1] ?? -1;
      old++;
    } else {
      if (known.relations[old]?.id === relation.id) old++;
      ends[2 * number] = numberOf(relation.from) ?? -1;
      ends[2 * number + 1] = numberOf(relation.to) ?? -1;
    }
  }
  return ends;
}

function endsOf(type: RelationType, from: ElementType): ReadonlySet<ElementType> {
  return new Set(ELEMENT_TYPES.filter((to) => isAllowed(type, from, to)));
}

function placeOf(element: number, type: RelationType): number {
  return element * typeCount + typeNumbers[type];
}

/** Sorts relations by where they belong (-1: nowhere), keeping document order among equals: a counting sort. */
function sortedBy(ownPlaces: Int32Array, otherPlaces: Int32Array, places: number): Side {
  const starts = new Int32Array(places + 1);
  let count = 0;
  for (const place of ownPlaces) {
    if (place < 0) continue;
    starts[place] = (starts[place] ?? 0) + 1;
    count++;
  }
  for (let place = 0, end = 0; place <= places; place++) {
    end += starts[place] ?? 0;
    starts[place] = end;
  }
  const relations = new Int32Array(count);
  const others = new Int32Array(count);
  // Filled from the back, every end moves forward to the start of its range.
  for (let number = ownPlaces.length - 1; number >= 0; number--) {
    const place = ownPlaces[number] ?? -1;
    if (place < 0) continue;
    const at = (starts[place] ?? 0) - 1;
    starts[place] = at;
    relations[at] = number;
    others[at] = Math.floor((otherPlaces[number] ?? 0) / typeCount);
  }
  return { starts, relations, others };
}
