import { beginDrag, cancelDrag, dropDrag, moveDrag, useDragStore } from "../canvas/dragStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { targetElements } from "./targets.ts";

const STEP = 4;
const LONG_STEP = 20;

const DIRECTIONS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Whether a key is one of the arrows. */
export function isArrowKey(key: string): boolean {
  return Object.hasOwn(DIRECTIONS, key);
}

/**
 * Moves cards with the arrow keys: 4 units, with Shift 20. However long the arrows are held, it is one move, which others see
 * as it goes and which is written when the last arrow is let go.
 */
export class Nudge {
  readonly #session: MapSession;
  readonly #held = new Set<string>();

  constructor(session: MapSession) {
    this.#session = session;
  }

  /** An arrow is pressed, or repeats. Says whether anything moves. */
  press(key: string, isLong: boolean): boolean {
    const direction = DIRECTIONS[key];
    if (direction === undefined || !this.#session.canEdit) return false;
    const { own } = useDragStore.getState();
    if (this.#held.size === 0 || own === undefined) {
      if (own !== undefined) return false;
      const targets = targetElements(this.#session);
      if (targets.length === 0) return false;
      const ids = targets.map(({ id }) => id);
      // The keys are taken either way: a locked card has said so, and the view is not to move instead.
      if (!beginDrag(this.#session, ids)) return true;
    }
    this.#held.add(key);
    const { dx, dy } = useDragStore.getState().own ?? { dx: 0, dy: 0 };
    const step = isLong ? LONG_STEP : STEP;
    moveDrag(this.#session, dx + direction.x * step, dy + direction.y * step, { snapping: "show" });
    return true;
  }

  /** An arrow is let go. */
  release(key: string): void {
    if (this.#held.delete(key) && this.#held.size === 0) dropDrag(this.#session);
  }

  /** The page has lost the keyboard, so that no key will be heard of as let go: what has been moved is kept. */
  finish(): void {
    if (this.#held.size === 0) return;
    this.#held.clear();
    dropDrag(this.#session);
  }

  /** Puts the cards back. Says whether there was anything to put back. */
  cancel(): boolean {
    if (this.#held.size === 0) return false;
    this.#held.clear();
    cancelDrag(this.#session);
    return true;
  }
}
