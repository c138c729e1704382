import type { Contract, Forum, Fund, MapElement, Organisation } from "../../shared/model/element.ts";
import type { Relation, RelationOf, RelationType } from "../../shared/model/relation.ts";
import type { Regime, SystemMap } from "../../shared/model/systemMap.ts";

/** What the page of a rule shows: a small map on which the rule speaks, and one on which it does not. */
export interface RuleExample {
  readonly wrong: SystemMap;
  readonly right: SystemMap;
  /** What is different on the right map, in one sentence. */
  readonly remedy: string;
}

/** What the page of a rule about two options shows: the baseline, an option on which the rule speaks, and one on which it does not. */
export interface ComparisonExample extends RuleExample {
  readonly baseline: SystemMap;
}

type Given<T> = Partial<Omit<T, "id" | "type" | "kind" | "name" | "position">>;
type GivenRelation<T extends RelationType> = Partial<Omit<RelationOf<T>, "id" | "type" | "from" | "to">>;
/** Column and row on a grid with room for a card and a line's label; halves are fine. */
type Cell = readonly [column: number, row: number];

const COLUMN_PX = 400;
const ROW_PX = 232;
const NOTE_SIZE = { width: 232, height: 48 };

/** Draws the maps of the examples: imaginary bodies in Anyshire, on a grid. */
export class ExampleMap {
  private readonly elements: MapElement[] = [];
  private readonly relations: Relation[] = [];

  constructor(
    private readonly regime: Regime,
    private readonly asOf?: string,
  ) {}

  organisation(
    id: string,
    kind: Organisation["kind"],
    name: string,
    cell: Cell,
    given: Given<Organisation> = {},
  ) {
    return this.add({ id, type: "organisation", kind, name, position: placeOf(cell), ...given });
  }

  contract(id: string, kind: Contract["kind"], name: string, cell: Cell, given: Given<Contract> = {}) {
    return this.add({ id, type: "contract", kind, name, position: placeOf(cell), ...given });
  }

  fund(id: string, kind: Fund["kind"], name: string, cell: Cell, given: Given<Fund> = {}) {
    return this.add({ id, type: "fund", kind, name, position: placeOf(cell), ...given });
  }

  forum(id: string, kind: Forum["kind"], name: string, cell: Cell, given: Given<Forum> = {}) {
    return this.add({ id, type: "forum", kind, name, position: placeOf(cell), ...given });
  }

  /** What a contract states that its card does not show. */
  note(id: string, text: string, cell: Cell) {
    return this.add({ id, type: "note", name: "", text, position: placeOf(cell), size: NOTE_SIZE });
  }

  relate<T extends RelationType>(type: T, from: string, to: string, given: GivenRelation<T> = {}): this {
    const id = `${type}-${this.relations.length + 1}`;
    this.relations.push({ id, type, from, to, ...given } as Relation);
    return this;
  }

  map(): SystemMap {
    return {
      format: "system-map",
      version: 1,
      title: "",
      regime: this.regime,
      ...(this.asOf === undefined ? {} : { asOf: this.asOf }),
      elements: this.elements,
      relations: this.relations,
    };
  }

  private add(element: MapElement): this {
    this.elements.push(element);
    return this;
  }
}

function placeOf([column, row]: Cell) {
  return { x: column * COLUMN_PX, y: row * ROW_PX };
}
