import type { MapElement } from "../../model/element.ts";
import { formatCount } from "../../model/money.ts";
import type { Proposal } from "./Proposal.ts";

const CARDS = [
  ["organisation", "organisation", "organisations"],
  ["contract", "contract", "contracts"],
  ["fund", "fund", "funds"],
  ["forum", "board", "boards"],
] as const;

/** What is added and what is there already, such as "12 organisations: 9 new, 3 already on the map". */
export function proposalWords(
  proposal: Proposal,
  typeOf: (id: string) => MapElement["type"] | undefined,
): readonly string[] {
  const words = CARDS.flatMap(([type, one, several]) => {
    const added = proposal.elements.filter((element) => element.type === type).length;
    const known = proposal.known.filter((id) => typeOf(id) === type).length;
    const all = added + known;
    if (all === 0) return [];
    const which = known === 0 ? "new" : added === 0 ? "already on the map" : undefined;
    const split = which ?? `${formatCount(added)} new, ${formatCount(known)} already on the map`;
    return [`${countOf(all, one, several)}: ${all === 1 || which === undefined ? split : `all ${split}`}`];
  });
  const { relations, changes, outcomes } = proposal;
  const leftOut = outcomes.filter(({ what }) => what === "left-out").length;
  const changed = new Set(changes.map(({ id }) => id)).size;
  return [
    ...words,
    ...(relations.length > 0 ? [countOf(relations.length, "new connection", "new connections")] : []),
    ...(changed > 0 ? [`${countOf(changes.length, "value", "values")} filled in on the map`] : []),
    ...(leftOut > 0 ? [`${countOf(leftOut, "row", "rows")} left out`] : []),
  ];
}

/** What the step of the history is called that adds it: "Add 9 organisations and 4 contracts from a table". */
export function proposalLabel({ elements, relations, changes }: Proposal): string {
  const added = CARDS.flatMap(([type, one, several]) => {
    const count = elements.filter((element) => element.type === type).length;
    return count === 0 ? [] : [countOf(count, one, several)];
  });
  if (added.length > 0) return `Add ${inSentence(added)} from a table`;
  return relations.length > 0
    ? `Add ${countOf(relations.length, "connection", "connections")} from a table`
    : `Fill in ${countOf(changes.length, "value", "values")} from a table`;
}

function countOf(count: number, one: string, several: string): string {
  return `${formatCount(count)} ${count === 1 ? one : several}`;
}

function inSentence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
