import type { Person } from "../sync/MapSession.ts";

/** Who else has an element or relation selected, without what changes with every movement of a pointer. */
export type Watcher = Pick<Person, "clientId" | "name" | "organisation" | "colour">;

/** Who else has selected what. The lists keep their identity as long as the same people have the same things selected. */
export class Watchers {
  #others: readonly Person[] | undefined;
  #byId: ReadonlyMap<string, readonly Watcher[]> = new Map();

  /** The watchers by id of what they have selected; the same map until one changes. */
  update(others: readonly Person[]): ReadonlyMap<string, readonly Watcher[]> {
    if (others === this.#others) return this.#byId;
    this.#others = others;
    const byId = new Map<string, Watcher[]>();
    for (const { clientId, name, organisation, colour, selection } of others) {
      for (const id of selection)
        byId.set(id, [...(byId.get(id) ?? []), { clientId, name, organisation, colour }]);
    }
    const kept = new Map<string, readonly Watcher[]>();
    let isSame = byId.size === this.#byId.size;
    for (const [id, watchers] of byId) {
      const before = this.#byId.get(id);
      const isKept = before !== undefined && sameWatchers(before, watchers);
      kept.set(id, isKept ? before : watchers);
      isSame &&= isKept;
    }
    if (!isSame) this.#byId = kept;
    return this.#byId;
  }
}

function sameWatchers(one: readonly Watcher[], other: readonly Watcher[]): boolean {
  return (
    one.length === other.length &&
    one.every((watcher, index) => {
      const another = other[index];
      return (
        watcher.clientId === another?.clientId &&
        watcher.name === another.name &&
        watcher.organisation === another.organisation &&
        watcher.colour === another.colour
      );
    })
  );
}
