import { type Snapshot, snapshotOf } from "../../shared/document/snapshot.ts";
import type { Contract, Forum, Fund, MapElement, Organisation, Place } from "../../shared/model/element.ts";
import type { Relation, RelationOf, RelationType } from "../../shared/model/relation.ts";
import type { Decision, Regime, Settings, SystemMap } from "../../shared/model/systemMap.ts";

type Given<T> = Partial<Omit<T, "id" | "type" | "kind">>;
type GivenRelation<T extends RelationType> = Partial<Omit<RelationOf<T>, "type" | "from" | "to">>;

/** Builds maps for tests: elements are named after their ids, relations get the ids "holds-1", "holds-2", … */
export class MapBuilder {
  private readonly elements: MapElement[] = [];
  private readonly relations: Relation[] = [];
  private readonly counts = new Map<string, number>();
  private head: Partial<SystemMap> = {};

  constructor(private readonly regime: Regime) {}

  organisation(id: string, kind: Organisation["kind"], given: Given<Organisation> = {}): this {
    return this.element({ id, type: "organisation", kind, ...this.common(id), ...given } as Organisation);
  }

  contract(id: string, kind: Contract["kind"], given: Given<Contract> = {}): this {
    return this.element({ id, type: "contract", kind, ...this.common(id), ...given } as Contract);
  }

  fund(id: string, kind: Fund["kind"], given: Given<Fund> = {}): this {
    return this.element({ id, type: "fund", kind, ...this.common(id), ...given } as Fund);
  }

  forum(id: string, kind: Forum["kind"], given: Given<Forum> = {}): this {
    return this.element({ id, type: "forum", kind, ...this.common(id), ...given } as Forum);
  }

  place(id: string, given: Given<Place> & Pick<Place, "kind"> = {}): this {
    return this.element({ id, type: "place", ...this.common(id), ...given } as Place);
  }

  note(id: string): this {
    return this.element({ id, type: "note", ...this.common(id) });
  }

  relate<T extends RelationType>(type: T, from: string, to: string, given: GivenRelation<T> = {}): this {
    const count = (this.counts.get(type) ?? 0) + 1;
    this.counts.set(type, count);
    this.relations.push({ id: `${type}-${count}`, type, from, to, ...given } as Relation);
    return this;
  }

  asOf(day: string): this {
    this.head = { ...this.head, asOf: day };
    return this;
  }

  settings(settings: Settings): this {
    this.head = { ...this.head, settings };
    return this;
  }

  decisions(...decisions: readonly Decision[]): this {
    this.head = { ...this.head, decisions };
    return this;
  }

  map(): SystemMap {
    return {
      format: "system-map",
      version: 1,
      title: "Test map",
      regime: this.regime,
      ...this.head,
      elements: this.elements,
      relations: this.relations,
    };
  }

  snapshot(): Snapshot {
    return snapshotOf(this.map());
  }

  private element(element: MapElement): this {
    this.elements.push(element);
    return this;
  }

  private common(id: string) {
    return {
      name: id,
      position: { x: (this.elements.length % 8) * 320, y: (this.elements.length >> 3) * 200 },
    };
  }
}

/** Starts a map for a test. */
export function buildMap(regime: Regime = "england-2012"): MapBuilder {
  return new MapBuilder(regime);
}
