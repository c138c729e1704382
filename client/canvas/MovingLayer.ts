const REST_MS = 150;

/**
 * Marks an element while the view moves. A turning wheel is many short movements; the mark stays until they have rested, since
 * each change of it draws the map anew.
 */
export class MovingLayer {
  readonly #element: () => HTMLElement | null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(element: () => HTMLElement | null) {
    this.#element = element;
  }

  start(): void {
    clearTimeout(this.#rest);
    this.#element()?.setAttribute("data-view-moves", "");
  }

  /** A hand pulls it: until that ends, nothing has to find out what lies under the pointer. */
  pull(): void {
    this.#element()?.setAttribute("data-view-pulled", "");
  }

  end(): void {
    this.#element()?.removeAttribute("data-view-pulled");
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#element()?.removeAttribute("data-view-moves"), REST_MS);
  }
}
