import type { MapElement } from "../../shared/model/element.ts";

/** How far an element is shown from where the document has it, in map units. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

interface Moved extends Offset {
  readonly from: MapElement;
  readonly element: MapElement;
}

/** The elements with those that are being moved in their present place. What does not move keeps its identity. */
export class LiveElements {
  #moved = new Map<string, Moved>();
  #source: readonly MapElement[] = [];
  #result: readonly MapElement[] = [];

  /** The same array as long as nothing has moved. */
  update(elements: readonly MapElement[], offsets: ReadonlyMap<string, Offset>): readonly MapElement[] {
    if (offsets.size === 0) {
      this.#moved = new Map();
      this.#source = elements;
      this.#result = elements;
      return elements;
    }
    const moved = new Map<string, Moved>();
    let hasChanged = this.#source !== elements || this.#moved.size !== offsets.size;
    const result = elements.map((element) => {
      const offset = offsets.get(element.id);
      if (offset === undefined) return element;
      const before = this.#moved.get(element.id);
      const isSame = before?.from === element && before.dx === offset.dx && before.dy === offset.dy;
      const now = isSame ? before : { ...offset, from: element, element: movedBy(element, offset) };
      if (!isSame) hasChanged = true;
      moved.set(element.id, now);
      return now.element;
    });
    this.#moved = moved;
    this.#source = elements;
    if (hasChanged) this.#result = result;
    return this.#result;
  }
}

function movedBy(element: MapElement, { dx, dy }: Offset): MapElement {
  const { position } = element;
  return { ...element, position: { ...position, x: position.x + dx, y: position.y + dy } };
}
