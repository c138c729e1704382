import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { SystemMap } from "../model/systemMap.ts";
import {
  BELOW_OTHERS,
  NESTING,
  OUTLINE_SECTIONS,
  type OutlineSection,
  READING_ORDER,
  type ReadRelation,
  sectionOf,
} from "./outlineOrder.ts";

/** A relation, read from one of its ends. */
export interface Via {
  readonly relation: Relation;
  readonly readFrom: "from" | "to";
}

/** One row of an outline: a heading, or an element, with the relation by which it stands below another. */
export interface OutlineNode {
  /** The way from the top to here: unique in the outline, and the same as long as the way is. */
  readonly key: string;
  /** Undefined for a heading. */
  readonly element: MapElement | undefined;
  readonly section: OutlineSection;
  /** Undefined where the element is at home in its section, or lies in a place. */
  readonly via: Via | undefined;
  /** Whether the element is only named here: what belongs to it stands elsewhere. */
  readonly isNamedOnly: boolean;
  /** The ids of the elements above, for none to stand below itself. */
  readonly path: readonly string[];
}

/** A node as a row of the tree that is shown. Levels and places count from 1. */
export interface OutlineRow {
  readonly node: OutlineNode;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly parentKey: string | undefined;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
}

/** More rows than this no outline opens at once. */
const MOST_ROWS_AT_ONCE = 5_000;

/** A map as a tree of sentences, in the order in which people ask: who commissions what from whom. Branches are read when they are opened. */
export class Outline {
  private readonly elementById: ReadonlyMap<string, MapElement>;
  private readonly vias = new Map<string, Via[]>();
  private readonly inPlace = new Map<string, MapElement[]>();
  private readonly sections = new Map<OutlineSection, MapElement[]>();
  private readonly homes = new Map<string, string>();

  constructor(map: Pick<SystemMap, "elements" | "relations">) {
    this.elementById = new Map(map.elements.map((element) => [element.id, element]));
    for (const relation of map.relations) {
      if (!this.elementById.has(relation.from) || !this.elementById.has(relation.to)) continue;
      this.add(relation.from, { relation, readFrom: "from" });
      if (relation.to !== relation.from) this.add(relation.to, { relation, readFrom: "to" });
    }
    for (const vias of this.vias.values()) vias.sort((one, other) => orderOf(one) - orderOf(other));
    for (const element of map.elements) {
      if (element.place === undefined) continue;
      this.inPlace.set(element.place, [...(this.inPlace.get(element.place) ?? []), element]);
    }
    for (const element of map.elements) this.settle(element);
  }

  /** The rows that are shown while the branches with these keys are open. */
  rows(expanded: ReadonlySet<string>): readonly OutlineRow[] {
    const rows: OutlineRow[] = [];
    const walk = (nodes: readonly OutlineNode[], level: number, parentKey: string | undefined) => {
      for (const [index, node] of nodes.entries()) {
        const isExpanded = expanded.has(node.key);
        const children = isExpanded ? this.childrenOf(node) : [];
        rows.push({
          node,
          level,
          place: index + 1,
          siblings: nodes.length,
          parentKey,
          hasChildren: isExpanded ? children.length > 0 : this.hasChildren(node),
          isExpanded: children.length > 0,
        });
        walk(children, level + 1, node.key);
      }
    };
    walk(this.headings(), 1, undefined);
    return rows;
  }

  /** The keys of all branches that can be opened, down to a depth; of a very large map those of its first rows. */
  openable(deepestLevel = Number.POSITIVE_INFINITY): ReadonlySet<string> {
    const keys = new Set<string>();
    let level: readonly OutlineNode[] = this.headings();
    for (
      let depth = 1;
      depth <= deepestLevel && level.length > 0 && keys.size < MOST_ROWS_AT_ONCE;
      depth += 1
    ) {
      for (const node of level) if (this.hasChildren(node)) keys.add(node.key);
      level = level.flatMap((node) => this.childrenOf(node)).slice(0, MOST_ROWS_AT_ONCE);
    }
    return keys;
  }

  /** The headings under which something stands. */
  headings(): readonly OutlineNode[] {
    return OUTLINE_SECTIONS.filter((section) => this.sections.has(section)).map((section) => ({
      key: section,
      element: undefined,
      section,
      via: undefined,
      isNamedOnly: false,
      path: [],
    }));
  }

  /** What stands directly below a node. */
  childrenOf(node: OutlineNode): readonly OutlineNode[] {
    const { element, section } = node;
    if (element === undefined)
      return (this.sections.get(section) ?? []).map((child) => ({
        key: `${node.key}/${child.id}`,
        element: child,
        section,
        via: undefined,
        isNamedOnly: false,
        path: [],
      }));
    if (node.isNamedOnly) return [];
    const path = [...node.path, element.id];
    const joined = this.shownVias(node, element).map((via) => this.below(node, via, path));
    const lying = (this.inPlace.get(element.id) ?? []).map((child) => ({
      key: `${node.key}/in ${child.id}`,
      element: child,
      section,
      via: undefined,
      isNamedOnly: true,
      path,
    }));
    return [...joined, ...lying];
  }

  /** The keys on the way to where an element is at home, the home last; empty for one that is not on the map. */
  wayHome(id: string): readonly string[] {
    const home = this.homes.get(id);
    if (home === undefined) return [];
    const parts = home.split("/");
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  }

  /** At how many places of the outline an element stands with what belongs to it, or is named. */
  placesOf(id: string): number {
    const isInSection = this.homes.get(id)?.split("/").length === 2;
    const place = this.elementById.get(id)?.place;
    const isInPlace = place !== undefined && this.elementById.has(place);
    return (this.vias.get(id)?.length ?? 0) + (isInSection ? 1 : 0) + (isInPlace ? 1 : 0);
  }

  private hasChildren(node: OutlineNode): boolean {
    const { element } = node;
    if (element === undefined) return true;
    if (node.isNamedOnly) return false;
    return this.shownVias(node, element).length > 0 || this.inPlace.has(element.id);
  }

  private shownVias(node: OutlineNode, element: MapElement): readonly Via[] {
    const vias = (this.vias.get(element.id) ?? []).filter(({ relation }) => relation !== node.via?.relation);
    const isBelow = node.via !== undefined && (element.type === "organisation" || element.type === "forum");
    return isBelow ? vias.filter((via) => BELOW_OTHERS.has(readingOf(via))) : vias;
  }

  private below(node: OutlineNode, via: Via, path: readonly string[]): OutlineNode {
    const other = this.elementById.get(via.readFrom === "from" ? via.relation.to : via.relation.from);
    return {
      key: keyBelow(node.key, via),
      element: other,
      section: node.section,
      via,
      isNamedOnly: !NESTING.has(readingOf(via)) || other === undefined || path.includes(other.id),
      path,
    };
  }

  private add(id: string, via: Via): void {
    const vias = this.vias.get(id);
    if (vias === undefined) this.vias.set(id, [via]);
    else vias.push(via);
  }

  /** Says where an element is at home, and puts it into its section if that is there. */
  private settle(element: MapElement): void {
    if (this.homes.has(element.id)) return;
    const above = element.type === "contract" ? this.letBy(element.id, new Set()) : undefined;
    if (above !== undefined) {
      this.homes.set(element.id, above);
      return;
    }
    const isAlone = !this.vias.has(element.id) && !this.inPlace.has(element.id);
    const isBody = element.type !== "place" && element.type !== "note";
    const section = isAlone && isBody ? "unconnected" : sectionOf(element);
    this.sections.set(section, [...(this.sections.get(section) ?? []), element]);
    this.homes.set(element.id, `${section}/${element.id}`);
  }

  /** The key of a contract below whoever lets it, or below the contract that it is let under; undefined where nobody does. */
  private letBy(id: string, seen: Set<string>): string | undefined {
    if (seen.has(id)) return undefined;
    seen.add(id);
    const vias = this.vias.get(id) ?? [];
    for (const { relation, readFrom } of vias) {
      const buyer =
        relation.type === "commissions" && readFrom === "to" && this.elementById.get(relation.from);
      if (!buyer) continue;
      this.settle(buyer);
      const home = this.homes.get(buyer.id);
      if (home !== undefined) return keyBelow(home, { relation, readFrom: "from" });
    }
    for (const { relation, readFrom } of vias) {
      if (relation.type !== "under" || readFrom !== "from") continue;
      const head = this.homes.get(relation.to) ?? this.letBy(relation.to, seen);
      if (head !== undefined) return keyBelow(head, { relation, readFrom: "to" });
    }
    return undefined;
  }
}

function keyBelow(key: string, { relation, readFrom }: Via): string {
  return `${key}/${relation.id}:${readFrom}`;
}

function readingOf({ relation, readFrom }: Via): ReadRelation {
  return `${relation.type}:${readFrom}`;
}

function orderOf(via: Via): number {
  return READING_ORDER.indexOf(readingOf(via));
}
