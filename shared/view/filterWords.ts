import type { MapElement } from "../model/element.ts";
import { formatMoney } from "../model/money.ts";
import { elementTypeWord, relationVerb, wordFor, wordInSentence } from "../model/words.ts";
import type { MapFilter } from "./MapFilter.ts";
import type { Focus, Followed } from "./neighbourhood.ts";

const FOLLOWED_WORDS: Readonly<Record<Followed, string>> = {
  all: "",
  money: " along money",
  contracts: " along contracts",
  ownership: " along ownership",
  governance: " along governance",
};
const MOST_NAMED = 2;

/** A focus in words: "within 2 steps of UnitingCare along money". */
export function focusWords({ ids, steps, follow }: Focus, nameOf: (id: string) => string): string {
  const named = ids.slice(0, MOST_NAMED).map(nameOf);
  const others = ids.length - named.length;
  const who = others > 0 ? `${named.join(", ")} and ${others} more` : named.join(" and ");
  return `within ${steps === 1 ? "1 step" : `${steps} steps`} of ${who}${FOLLOWED_WORDS[follow]}`;
}

/** What a filter asks for, a phrase for each thing: "contracts", "live", "£10m a year or more". */
export function filterWords(filter: MapFilter, nameOf: (id: string) => string): readonly string[] {
  const { types, kinds, statuses, services, places, findings, relations } = filter;
  return [
    anyOf(types, (type) => `${elementTypeWord(type).toLowerCase()}s`),
    anyOf(kinds, (kind) => wordInSentence(kind)),
    anyOf(statuses, (status) => wordInSentence(status, "status")),
    anyOf(services, (service) => wordInSentence(service, "services")),
    anyOf(places, nameOf, "in "),
    anyOf(findings, (severity) => `“${wordFor(severity)}”`, "with "),
    filter.agreement === undefined ? "" : filter.agreement === "proposed" ? "proposed" : "not proposed",
    filter.valueStated === undefined
      ? ""
      : filter.valueStated === "stated"
        ? "value stated"
        : "value not stated",
    valueWords(filter),
    anyOf(relations, relationVerb, "connections: "),
    filter.withNeighbours === true ? "and what they are joined to" : "",
  ].filter((words) => words !== "");
}

function anyOf<T>(list: readonly T[] | undefined, wordOf: (item: T) => string, before = ""): string {
  if (list === undefined || list.length === 0) return "";
  const words = list.map(wordOf);
  const named = words.slice(0, MOST_NAMED + 1);
  const others = words.length - named.length;
  return `${before}${named.join(" or ")}${others === 0 ? "" : ` or ${others} more`}`;
}

function valueWords({ leastAnnualPounds: least, mostAnnualPounds: most }: MapFilter): string {
  if (least !== undefined && most !== undefined)
    return `${formatMoney(least)} to ${formatMoney(most)} a year`;
  if (least !== undefined) return `${formatMoney(least)} a year or more`;
  return most === undefined ? "" : `${formatMoney(most)} a year or less`;
}

/** The name of an element as a filter says it; of one that is gone, that it is. */
export function elementNamer(elementById: ReadonlyMap<string, MapElement>): (id: string) => string {
  return (id) => {
    const element = elementById.get(id);
    if (element === undefined) return "something that is gone";
    return element.name.trim() || `an unnamed ${elementTypeWord(element.type).toLowerCase()}`;
  };
}
