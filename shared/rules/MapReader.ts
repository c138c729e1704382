import type { Snapshot } from "../document/snapshot.ts";
import type { Contract, Forum, Fund, MapElement, Organisation } from "../model/element.ts";
import type { Relation, RelationOf, RelationType } from "../model/relation.ts";
import type { Regime } from "../model/systemMap.ts";
import { Adjacency, type Direction } from "./Adjacency.ts";
import type { ReadLog } from "./ReadLog.ts";
import type { Identified } from "./rule.ts";

/** A reader, with the same log, of a map with the same elements in the same order. */
export interface EarlierReader {
  readonly view: MapReader;
  /** Whether the lines between the elements are the same: only what the records say may differ. */
  readonly hasSameLines: boolean;
}

/**
 * A snapshot with every neighbour at hand, that notes in a log what has been read of it. Lists are in document order, each
 * element once. Relations that the grammar does not allow show only in `relations`, `isConnected` and `isAllowed`.
 */
export class MapReader {
  readonly regime: Regime;
  /** The day that the map shows; undefined where it is not stated. */
  readonly asOf: string | undefined;
  protected readonly snapshot: Snapshot;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly adjacency: Adjacency;
  private readonly log: ReadLog | undefined;
  /** By number of an element, its slot in the log. */
  private readonly slots: Int32Array | undefined;
  private relationNumbers: ReadonlyMap<string, number> | undefined;
  private organisationList: readonly Organisation[] | undefined;
  private contractList: readonly Contract[] | undefined;
  private lastElement: MapElement | undefined;
  private lastNumber = -1;

  /** @param earlier what need not be worked out again is taken from there. */
  constructor(snapshot: Snapshot, log?: ReadLog, earlier?: EarlierReader) {
    const { elements, relations, regime, asOf } = snapshot.map;
    const before = earlier?.view;
    this.snapshot = snapshot;
    this.regime = regime;
    this.asOf = asOf;
    const numbers = before?.numbers ?? numbered(elements);
    this.numbers = numbers;
    this.adjacency =
      before && earlier?.hasSameLines
        ? before.adjacency.withRecords(elements, relations)
        : Adjacency.of(elements, relations, (id) => numbers.get(id), before?.adjacency);
    this.slots = before?.slots ?? (log && Int32Array.from(elements, ({ id }) => log.slotOf(id)));
    this.log = log;
  }

  get elements(): readonly MapElement[] {
    this.log?.readList("elements");
    return this.snapshot.map.elements;
  }

  get relations(): readonly Relation[] {
    this.log?.readList("relations");
    return this.snapshot.map.relations;
  }

  get organisations(): readonly Organisation[] {
    this.log?.readList("organisations");
    this.organisationList ??= this.snapshot.map.elements.filter((element) => element.type === "organisation");
    return this.organisationList;
  }

  get contracts(): readonly Contract[] {
    this.log?.readList("contracts");
    this.contractList ??= this.snapshot.map.elements.filter((element) => element.type === "contract");
    return this.contractList;
  }

  /** The allowed relations of a type. */
  relationsOfType<T extends RelationType>(type: T): readonly RelationOf<T>[] {
    return this.relations.filter(
      (relation) => relation.type === type && this.adjacency.isAllowed(relation),
    ) as Relation[] as RelationOf<T>[];
  }

  get unreadable(): Snapshot["unreadable"] {
    this.log?.readList("unreadable");
    return this.snapshot.unreadable;
  }

  element(id: string | undefined): MapElement | undefined {
    if (id === undefined) return undefined;
    this.log?.readRecord(this.log.slotOf(id));
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.snapshot.map.elements[number];
  }

  organisation(id: string | undefined): Organisation | undefined {
    const element = this.element(id);
    return element?.type === "organisation" ? element : undefined;
  }

  contract(id: string | undefined): Contract | undefined {
    const element = this.element(id);
    return element?.type === "contract" ? element : undefined;
  }

  fund(id: string | undefined): Fund | undefined {
    const element = this.element(id);
    return element?.type === "fund" ? element : undefined;
  }

  forum(id: string | undefined): Forum | undefined {
    const element = this.element(id);
    return element?.type === "forum" ? element : undefined;
  }

  /** Whether any relation, allowed or not, ends at the element. */
  isConnected(element: MapElement): boolean {
    this.readLinks(element);
    return this.adjacency.isConnected(this.numberOf(element));
  }

  /** Whether the ends of the relation are of the types that its type asks for. */
  isAllowed(relation: Relation): boolean {
    return this.adjacency.isAllowed(relation);
  }

  /** In the order of the file, elements before relations, each once. */
  inDocumentOrder<T extends Identified>(items: readonly T[]): readonly T[] {
    if (items.length < 2) return items;
    const place = ({ id }: T) =>
      this.numbers.get(id) ?? this.snapshot.map.elements.length + this.relationNumber(id);
    return [...new Set(items)].sort((a, b) => place(a) - place(b));
  }

  private relationNumber(id: string): number {
    this.relationNumbers ??= new Map(
      this.snapshot.map.relations.map((relation, number) => [relation.id, number]),
    );
    return this.relationNumbers.get(id) ?? this.snapshot.map.relations.length;
  }

  /** Several questions about one element follow one another, so the last answer is kept. */
  private numberOf(element: MapElement): number {
    if (element !== this.lastElement) {
      this.lastNumber = this.numbers.get(element.id) ?? -1;
      this.lastElement = element;
    }
    return this.lastNumber;
  }

  /** The grammar settles of what type the neighbours by allowed relations are. */
  protected neighbours<E extends MapElement>(
    direction: Direction,
    type: RelationType,
    element: MapElement,
  ): readonly E[] {
    const found = this.adjacency.neighbours(direction, type, this.numberOf(element)) as readonly E[];
    if (this.log) {
      this.readLinks(element);
      for (const neighbour of found)
        this.log.readRecord(this.slots?.[this.numbers.get(neighbour.id) ?? 0] ?? 0);
    }
    return found;
  }

  protected relationsAt<T extends RelationType>(
    direction: Direction,
    type: T,
    element: MapElement,
  ): readonly RelationOf<T>[] {
    this.readLinks(element);
    return this.adjacency.relationsAt(direction, type, this.numberOf(element)) as readonly RelationOf<T>[];
  }

  protected has(direction: Direction, type: RelationType, element: MapElement): boolean {
    this.readLinks(element);
    return this.adjacency.has(direction, type, this.numberOf(element));
  }

  protected readRecord(element: MapElement): void {
    if (this.log) this.log.readRecord(this.slots?.[this.numberOf(element)] ?? this.log.slotOf(element.id));
  }

  protected readLinks(element: MapElement): void {
    if (this.log) this.log.readLinks(this.slots?.[this.numberOf(element)] ?? this.log.slotOf(element.id));
  }
}

function numbered(elements: readonly MapElement[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < elements.length; number++) {
    numbers.set((elements[number] as MapElement).id, number);
  }
  return numbers;
}
