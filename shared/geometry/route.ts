import type { ElementType } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import type { Box } from "./box.ts";
import type { Side } from "./outline.ts";

/** Where a line meets a card. */
export interface RouteEnd {
  /** On the card's border. */
  readonly point: Point;
  readonly side: Side;
  /** Straight away from the card; of length 1. */
  readonly outward: Point;
}

/**
 * Where a relation is drawn, in map units. It runs the way the relation reads: from `from` to `to`, but for `holds` from the
 * contract to its holder.
 */
export interface Route {
  /** The line as path data (M and C), from behind the mark at its start to behind the mark at its end. */
  readonly d: string;
  /** Points along the line from card to card, close enough together for hit testing. */
  readonly points: readonly Point[];
  readonly start: RouteEnd;
  readonly end: RouteEnd;
  /** Where its label stands; absent for a relation that says nothing. */
  readonly label?: Box;
  readonly strokeWidth: number;
}

/** A card as the router sees it. */
export interface RoutedCard {
  readonly id: string;
  readonly type: ElementType;
  readonly box: Box;
}
