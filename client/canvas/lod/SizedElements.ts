import { cardSize } from "../../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Size } from "../../../shared/model/field.ts";

/** Of so many the size is worked out however long that takes. */
const AT_LEAST = 40;
/** About the size of most cards. */
const USUAL: Size = { width: 216, height: 112 };

const sized = new WeakSet<MapElement>();

/** The size of a card, or about what it will be where it has not been worked out yet. For what need not be exact and must not wait. */
export function roughSize(element: MapElement): Size {
  return sized.has(element) ? cardSize(element) : USUAL;
}

/** Works out the sizes of cards in slices: thousands at once would keep a browser from everything else while a map is opened. */
export class SizedElements {
  #next = 0;
  #elements: readonly MapElement[] = [];

  /** Goes on with a list of elements, in its order, for so long. Says whether the sizes of all of them are known now. */
  goOn(elements: readonly MapElement[], mayTakeMs: number): boolean {
    if (elements !== this.#elements) {
      this.#elements = elements;
      this.#next = 0;
    }
    const end = performance.now() + mayTakeMs;
    let worked = 0;
    for (; this.#next < elements.length; this.#next++) {
      const element = elements[this.#next];
      if (element === undefined || sized.has(element)) continue;
      if (worked >= AT_LEAST && performance.now() >= end) return false;
      cardSize(element);
      sized.add(element);
      worked += 1;
    }
    return true;
  }

  /** Those of the list whose sizes are known; the list itself where these are all. */
  known(): readonly MapElement[] {
    const { length } = this.#elements;
    return this.#next >= length ? this.#elements : this.#elements.filter((element) => sized.has(element));
  }
}
