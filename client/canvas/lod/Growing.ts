/**
 * Lets a list grow a few items at a time, so that no frame has to draw all of it: what was there stays, what must be there at once
 * is, and of the rest so many come with every call.
 */
export class Growing<T extends { readonly id: string }> {
  readonly #stepSize: number;
  #shown = new Set<string>();
  #result: readonly T[] = [];

  constructor(stepSize: number) {
    this.#stepSize = stepSize;
  }

  /** Whether something was shown the last time. */
  has(id: string): boolean {
    return this.#shown.has(id);
  }

  /** Those of the wanted that are to be shown now, in their order, the same array where it is as before; and whether these are all. */
  update(
    wanted: readonly T[],
    isNeeded: (id: string) => boolean,
  ): { readonly shown: readonly T[]; readonly isWhole: boolean } {
    const shown = new Set<string>();
    let left = this.#stepSize;
    const result = wanted.filter(({ id }) => {
      if (!this.#shown.has(id) && !isNeeded(id)) {
        if (left === 0) return false;
        left -= 1;
      }
      shown.add(id);
      return true;
    });
    this.#shown = shown;
    const isSame =
      result.length === this.#result.length && result.every((item, index) => item === this.#result[index]);
    if (!isSame) this.#result = result;
    return { shown: this.#result, isWhole: result.length === wanted.length };
  }
}
