import { relationLook } from "../drawing/relationLook.ts";
import { BoxGrid } from "./BoxGrid.ts";
import { type Box, grown, intersects, sameBox } from "./box.ts";
import { DocumentQueue } from "./DocumentQueue.ts";
import { PointGrid } from "./PointGrid.ts";
import { labelPlaces, placeLabel, reachOf } from "./placeLabel.ts";
import { hasPointIn } from "./polyline.ts";
import type { RoutedRelation } from "./RoutedRelation.ts";
import type { Line } from "./routedLine.ts";

/** What a label keeps clear of reaches a little beyond its box: as far as a badge beside it. */
const MARGIN = 34;

/**
 * Places labels one after another in document order, each off the cards, the lines and the labels before it. A label is placed again only if
 * something in its reach has changed, and the outcome is that of placing all anew.
 */
export class LabelBoard {
  readonly #cards: BoxGrid<string>;
  readonly #relations: ReadonlyMap<string, RoutedRelation>;
  readonly #labels = new BoxGrid<string>();
  readonly #reaches = new BoxGrid<string>();
  readonly #points = new PointGrid();
  readonly #stale = new Set<RoutedRelation>();

  constructor(cards: BoxGrid<string>, relations: ReadonlyMap<string, RoutedRelation>) {
    this.#cards = cards;
    this.#relations = relations;
  }

  clear(): void {
    this.#labels.clear();
    this.#reaches.clear();
    this.#points.clear();
    this.#stale.clear();
  }

  /** A relation has another line than before, or none any more. */
  lineChanged(routed: RoutedRelation, before: Line | undefined): void {
    const { id } = routed.relation;
    if (before !== undefined) {
      this.#points.remove(id, before.trace);
      this.#lineTouches(before);
    }
    const { line } = routed;
    this.#reaches.delete(id);
    if (line === undefined) {
      this.#forget(routed);
      return;
    }
    routed.places = labelPlaces(line.trace, relationLook(routed.relation).label);
    const reach = reachOf(routed.places);
    if (reach !== undefined) {
      routed.reach = grown(reach, MARGIN);
      this.#reaches.set(id, routed.reach);
    }
    this.#points.add(id, line.trace);
    this.#lineTouches(line);
    this.#stale.add(routed);
  }

  /** A card has come, gone or moved: its box before or after. */
  cardChanged(box: Box): void {
    this.#staleIn(grown(box, MARGIN), () => true);
  }

  /** Places what is stale. Gives back the relations whose label has moved. */
  settle(): RoutedRelation[] {
    const moved: RoutedRelation[] = [];
    const queue = new DocumentQueue(this.#stale);
    for (let routed = queue.next(); routed !== undefined; routed = queue.next()) {
      const before = routed.label;
      const after = this.#place(routed);
      if (before !== undefined && sameBox(before, after)) continue;
      routed.label = after;
      this.#labels.set(routed.relation.id, after);
      moved.push(routed);
      const { order } = routed;
      for (const box of before === undefined ? [after] : [before, after]) {
        this.#reaches.forEachIn(grown(box, MARGIN), (id) => {
          const other = this.#relations.get(id);
          if (other !== undefined && other.order > order) queue.add(other);
        });
      }
    }
    this.#stale.clear();
    return moved;
  }

  #place(routed: RoutedRelation): Box {
    const { id } = routed.relation;
    return placeLabel(routed.places, routed.line?.trace ?? [], {
      forEachCard: (area, visit) => this.#cards.forEachIn(area, (_, box) => visit(box)),
      forEachLabel: (area, visit) =>
        this.#labels.forEachIn(area, (other, box) => {
          if ((this.#relations.get(other)?.order ?? Number.POSITIVE_INFINITY) < routed.order) visit(box);
        }),
      countLinePoints: (area) => this.#points.countOthers(area, id),
    });
  }

  #forget(routed: RoutedRelation): void {
    this.#stale.delete(routed);
    const { label } = routed;
    if (label === undefined) return;
    this.#labels.delete(routed.relation.id);
    this.#staleIn(grown(label, MARGIN), (other) => other.order >= routed.order);
    delete routed.label;
  }

  #lineTouches(line: Line): void {
    this.#staleIn(line.bounds, (other) => {
      const { reach } = other;
      return reach !== undefined && hasPointIn(line.trace, reach);
    });
  }

  #staleIn(area: Box, isTouched: (other: RoutedRelation) => boolean): void {
    const wide = grown(area, 1);
    this.#reaches.forEachIn(wide, (id, reach) => {
      const other = this.#relations.get(id);
      if (other !== undefined && !this.#stale.has(other) && intersects(reach, wide) && isTouched(other))
        this.#stale.add(other);
    });
  }
}
