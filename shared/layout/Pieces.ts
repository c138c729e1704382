import { cardSize } from "../drawing/cardSize.ts";
import type { Box } from "../geometry/box.ts";
import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import { isLocked } from "../model/locked.ts";
import type { Relation } from "../model/relation.ts";
import { placeOf, placesAround } from "./nesting.ts";
import { tiersOf } from "./tiers.ts";

/** What every part of a tidy asks about the map: who lies where, what may move, in which tier it belongs. */
export class Pieces {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly byId: ReadonlyMap<string, MapElement>;
  readonly tiers: ReadonlyMap<string, number>;
  readonly #members = new Map<string | undefined, MapElement[]>();
  readonly #fixed = new Set<string>();
  /** Where everything is now; kept up to date while blocks are put in their places. */
  readonly boxes = new Map<string, Box>();

  constructor(elements: readonly MapElement[], relations: readonly Relation[]) {
    this.elements = elements;
    this.relations = relations;
    this.byId = new Map(elements.map((element) => [element.id, element]));
    this.tiers = tiersOf(elements, relations);
    for (const element of elements) {
      const place = placeOf(element.id, this.byId);
      this.#members.set(place, [...(this.#members.get(place) ?? []), element]);
      this.boxes.set(element.id, boxOf(element));
    }
    for (const element of elements) {
      if (!isLocked(element)) continue;
      // What is locked holds the places around it, and a locked place what lies in it.
      for (const id of [element.id, ...placesAround(element.id, this.byId)]) this.#fixed.add(id);
      for (const inside of this.inside(element.id)) this.#fixed.add(inside.id);
    }
  }

  /** What lies directly in a place; without one, what lies in none. */
  membersOf(place: string | undefined): readonly MapElement[] {
    return this.#members.get(place) ?? [];
  }

  /** All that lies in a place, however deep. */
  inside(place: string): readonly MapElement[] {
    const members = this.byId.get(place)?.type === "place" ? this.membersOf(place) : [];
    return members.flatMap((member) => [member, ...this.inside(member.id)]);
  }

  isFixed(id: string): boolean {
    return this.#fixed.has(id);
  }

  /** The tier of an element; of a place, the middle one of what lies in it. */
  tierOf(id: string): number | undefined {
    const own = this.tiers.get(id);
    if (own !== undefined) return own;
    const tiers = this.inside(id)
      .flatMap((element) => this.tiers.get(element.id) ?? [])
      .sort((one, other) => one - other);
    return tiers[Math.floor((tiers.length - 1) / 2)];
  }

  /** Moves an element and all that lies in it. */
  move(id: string, way: Point): void {
    for (const moved of [id, ...this.inside(id).map((element) => element.id)]) {
      const box = this.boxes.get(moved);
      if (box !== undefined) this.boxes.set(moved, { ...box, x: box.x + way.x, y: box.y + way.y });
    }
  }
}

function boxOf(element: MapElement): Box {
  const { width, height } = cardSize(element);
  return { x: element.position.x, y: element.position.y, width, height };
}
