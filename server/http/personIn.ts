import type { HistoryPerson } from "../../shared/history/HistoryAnswer.ts";
import { type PersonId, SERVER_PERSON } from "../../shared/history/HistorySegment.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { Person } from "../storage/history/HistoryStore.ts";

/** Says who somebody is. */
export type PersonOf = (id: PersonId) => HistoryPerson;

const SERVER: HistoryPerson = { name: "", organisation: "", link: "" };

/** Who people are, as others are told: by the label of the link that they came by, or the role that it gave, never its id. */
export function personIn(people: readonly Person[], links: readonly LinkRecord[]): PersonOf {
  const personById = new Map(people.map((person) => [person.id, person]));
  const linkById = new Map(links.map((link) => [link.id, link]));
  return (id) => {
    const person = personById.get(id);
    if (id === SERVER_PERSON || !person) return SERVER;
    const { name, organisation } = person;
    const link = linkById.get(person.link);
    return { name, organisation, link: link ? link.label || link.role : "a link that is gone" };
  };
}
