import { SERVER_PERSON } from "../../../shared/history/HistorySegment.ts";
import type { Author } from "../Author.ts";
import type { Person } from "./HistoryStore.ts";

interface KeptPerson extends Person {
  readonly isErased: boolean;
}

/** The people of maps, in memory: each name stands in one place. */
export class MemoryPeople {
  readonly #peopleByMap = new Map<string, readonly KeptPerson[]>();
  #lastId = 0;

  /** The person of a map, noted if new. The server itself is nobody. */
  idOf(mapId: string, { link, name, organisation }: Author): number {
    if (link === "" && name === "" && organisation === "") return SERVER_PERSON;
    const people = this.#peopleByMap.get(mapId) ?? [];
    const known = people.find(
      (person) =>
        !person.isErased &&
        person.link === link &&
        person.name === name &&
        person.organisation === organisation,
    );
    if (known) return known.id;
    this.#lastId += 1;
    this.#peopleByMap.set(mapId, [
      ...people,
      { id: this.#lastId, link, name, organisation, isErased: false },
    ]);
    return this.#lastId;
  }

  find(mapId: string, ids: ReadonlySet<number>): readonly Person[] {
    return (this.#peopleByMap.get(mapId) ?? [])
      .filter(({ id }) => ids.has(id))
      .map(({ id, link, name, organisation }) => ({ id, link, name, organisation }));
  }

  erase(mapId: string, name: string, organisation: string | null): number {
    const people = this.#peopleByMap.get(mapId) ?? [];
    const isMeant = (person: KeptPerson) =>
      !person.isErased &&
      person.name === name &&
      (organisation === null || person.organisation === organisation);
    this.#peopleByMap.set(
      mapId,
      people.map((person) =>
        isMeant(person) ? { ...person, name: "", organisation: "", isErased: true } : person,
      ),
    );
    return people.filter(isMeant).length;
  }

  /** Forgets everybody of a map but these. */
  keep(mapId: string, isKept: (id: number) => boolean): void {
    const kept = (this.#peopleByMap.get(mapId) ?? []).filter(({ id }) => isKept(id));
    if (kept.length > 0) this.#peopleByMap.set(mapId, kept);
    else this.#peopleByMap.delete(mapId);
  }
}
