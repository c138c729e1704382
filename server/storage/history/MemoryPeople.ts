import { SERVER_PERSON } from "../../../shared/history/HistorySegment.ts";
import type { Author } from "../Author.ts";
import type { Person } from "./HistoryStore.ts";

interface KeptPerson extends Person {
  readonly mapId: string;
  readonly isErased: boolean;
}

/** The people of maps, in memory: each name stands in one place. */
export class MemoryPeople {
  #people: KeptPerson[] = [];
  #lastId = 0;

  /** The person of a map, noted if new. The server itself is nobody. */
  idOf(mapId: string, { link, name, organisation }: Author): number {
    if (link === "" && name === "" && organisation === "") return SERVER_PERSON;
    const known = this.#people.find(
      (person) =>
        person.mapId === mapId &&
        !person.isErased &&
        person.link === link &&
        person.name === name &&
        person.organisation === organisation,
    );
    if (known) return known.id;
    this.#lastId += 1;
    this.#people.push({ id: this.#lastId, mapId, link, name, organisation, isErased: false });
    return this.#lastId;
  }

  find(ids: ReadonlySet<number>): readonly Person[] {
    return this.#people
      .filter(({ id }) => ids.has(id))
      .map(({ id, link, name, organisation }) => ({ id, link, name, organisation }));
  }

  erase(mapId: string, name: string, organisation: string | null): number {
    let erased = 0;
    this.#people = this.#people.map((person) => {
      const isMeant =
        person.mapId === mapId &&
        !person.isErased &&
        person.name === name &&
        (organisation === null || person.organisation === organisation);
      if (!isMeant) return person;
      erased += 1;
      return { ...person, name: "", organisation: "", isErased: true };
    });
    return erased;
  }

  /** Forgets everybody of a map but these. */
  keep(mapId: string, isKept: (id: number) => boolean): void {
    this.#people = this.#people.filter((person) => person.mapId !== mapId || isKept(person.id));
  }
}
