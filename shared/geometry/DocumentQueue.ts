import type { RoutedRelation } from "./RoutedRelation.ts";

/** Relations by document order, each once, with later ones added on the way. */
export class DocumentQueue {
  readonly #heap: RoutedRelation[] = [];
  readonly #waiting = new Set<RoutedRelation>();

  constructor(relations: Iterable<RoutedRelation>) {
    for (const relation of relations) this.add(relation);
  }

  add(relation: RoutedRelation): void {
    if (this.#waiting.has(relation)) return;
    this.#waiting.add(relation);
    const heap = this.#heap;
    let index = heap.push(relation) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#rise(index, parent)) break;
      index = parent;
    }
  }

  next(): RoutedRelation | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    this.#waiting.delete(first);
    if (heap.length > 0) {
      heap[0] = last;
      for (let index = 0; ; ) {
        const left = 2 * index + 1;
        const smaller =
          (heap[left + 1]?.order ?? Number.POSITIVE_INFINITY) < (heap[left]?.order ?? 0) ? left + 1 : left;
        if (smaller >= heap.length || !this.#rise(smaller, index)) break;
        index = smaller;
      }
    }
    return first;
  }

  #rise(child: number, parent: number): boolean {
    const heap = this.#heap;
    const lower = heap[child];
    const upper = heap[parent];
    if (lower === undefined || upper === undefined || lower.order >= upper.order) return false;
    heap[child] = upper;
    heap[parent] = lower;
    return true;
  }
}
