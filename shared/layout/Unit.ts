import type { Box } from "../geometry/box.ts";
import type { Size } from "../model/field.ts";

/**
 * `tiered`: lies in a tier. `forum`: stands at the side. `note`: stays beside what it was beside.
 */
export type UnitRole = "tiered" | "forum" | "note";

/** What is laid out as one piece: a card, or a place with all that lies in it. */
export interface Unit extends Size {
  readonly id: string;
  readonly role: UnitRole;
  /** Smaller is above. */
  readonly tier: number;
  /** Where it stands now, in map units. */
  readonly before: Box;
}

/** A connection between two units: all the relations between two cards, and the room that their words take. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** How many relations it stands for. */
  readonly count: number;
  /** Whether the first lies above the second where nothing else is known: who pays above who is paid. */
  readonly isDownward: boolean;
  readonly labelWidth: number;
  readonly labelHeight: number;
}
