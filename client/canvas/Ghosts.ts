import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import type { Person } from "../sync/MapSession.ts";

/** Where somebody else is dragging a card that the document still has in its old place. */
export interface Ghost {
  readonly dx: number;
  readonly dy: number;
  readonly person: Person;
}

interface Seen {
  readonly position: Point;
  readonly dx: number;
  readonly dy: number;
  readonly isDropped: boolean;
}

/**
 * The cards that others are dragging. A drop reaches us in two messages, the document first and then the end of the drag;
 * in between the old distance must not be added to the new place, so a ghost ends when its card's place changes and only
 * comes back when the distance does.
 */
export class Ghosts {
  #seen = new Map<string, Seen>();
  #ghosts: ReadonlyMap<string, Ghost> = new Map();

  /** The ghosts by element id; the same map until one changes. */
  update(
    others: readonly Person[],
    elementById: ReadonlyMap<string, MapElement>,
  ): ReadonlyMap<string, Ghost> {
    const seen = new Map<string, Seen>();
    const ghosts = new Map<string, Ghost>();
    for (const person of others) {
      for (const id of person.drag?.ids ?? []) {
        const element = elementById.get(id);
        if (element === undefined || person.drag === undefined) continue;
        const key = `${person.clientId} ${id}`;
        const now = this.#look(key, element.position, person.drag);
        seen.set(key, now);
        if (!now.isDropped) ghosts.set(id, { dx: now.dx, dy: now.dy, person });
      }
    }
    this.#seen = seen;
    if (!sameGhosts(this.#ghosts, ghosts)) this.#ghosts = ghosts;
    return this.#ghosts;
  }

  #look(key: string, position: Point, drag: { dx: number; dy: number }): Seen {
    const { dx, dy } = drag;
    const before = this.#seen.get(key);
    if (before === undefined) return { position, dx, dy, isDropped: false };
    const hasMovedInDocument = before.position.x !== position.x || before.position.y !== position.y;
    if (hasMovedInDocument) return { position, dx, dy, isDropped: true };
    const isSameDistance = before.dx === dx && before.dy === dy;
    return { position, dx, dy, isDropped: before.isDropped && isSameDistance };
  }
}

function sameGhosts(one: ReadonlyMap<string, Ghost>, other: ReadonlyMap<string, Ghost>): boolean {
  if (one.size !== other.size) return false;
  for (const [id, ghost] of other) {
    const before = one.get(id);
    if (before === undefined || before.dx !== ghost.dx || before.dy !== ghost.dy) return false;
    if (before.person.clientId !== ghost.person.clientId || before.person.name !== ghost.person.name)
      return false;
  }
  return true;
}
