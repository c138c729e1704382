import { StoreError } from "../StoreError.ts";

type Asynchronous<Args extends readonly unknown[], Result> = (...args: Args) => Promise<Result>;

/** The calls of a store that are under way: what was asked before it is closed is done, and what is asked later is refused. */
export class CountedCalls {
  readonly #open = new Set<Promise<unknown>>();
  #isEnded = false;

  /** The same function, counted. Whatever it rejects with becomes a `StoreError`. */
  counted<Args extends readonly unknown[], Result>(
    call: Asynchronous<Args, Result>,
  ): Asynchronous<Args, Result> {
    return async (...args) => {
      if (this.#isEnded) throw new StoreError("The store is closed.");
      const answer = call(...args);
      this.#open.add(answer);
      try {
        return await answer;
      } catch (error) {
        throw error instanceof StoreError ? error : new StoreError(messageOf(error), { cause: error });
      } finally {
        this.#open.delete(answer);
      }
    };
  }

  /** These methods of a store, counted. */
  of<Store extends object, Name extends keyof Store>(
    store: Store,
    names: readonly Name[],
  ): Pick<Store, Name> {
    const entries = names.map((name) => {
      const method = store[name];
      if (typeof method !== "function") throw new TypeError(`${String(name)} is no method.`);
      return [name, this.counted((...args: unknown[]) => method.apply(store, args) as Promise<unknown>)];
    });
    return Object.fromEntries(entries) as Pick<Store, Name>;
  }

  /** Refuses calls from now on, and waits for those that were made. */
  async end(): Promise<void> {
    this.#isEnded = true;
    while (this.#open.size > 0) await Promise.allSettled(this.#open);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
