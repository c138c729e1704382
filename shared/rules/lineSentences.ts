import type { MapElement } from "../model/element.ts";
import { formatMoney } from "../model/money.ts";
import type { Relation, RelationType } from "../model/relation.ts";
import { wordInSentence } from "../model/words.ts";
import { namesOf } from "./naming.ts";

/** Where the names in a sentence come from: the map, and what a fix itself would add. */
export interface Named {
  element(id: string): MapElement | undefined;
  relation(id: string): Relation | undefined;
}

const VERBS: Readonly<Record<RelationType, readonly [one: string, several: string]>> = {
  commissions: ["commissions", "commission"],
  holds: ["holds", "hold"],
  under: ["is let under", "are let under"],
  pays: ["pays", "pay"],
  owns: ["owns", "own"],
  guarantees: ["guarantees", "guarantee"],
  delegates: ["delegates to", "delegate to"],
  member: ["is a member of", "are members of"],
  hosts: ["hosts", "host"],
  governs: ["governs", "govern"],
  partners: ["works with", "work with"],
};

/** Lines in as few sentences as say it: “Adds 2 lines: A and B guarantee C (proposed)”. */
export function lineSentences(
  verb: "Adds" | "Removes",
  lines: readonly Relation[],
  named: Named,
): readonly string[] {
  const toTheSame = groupedBy(lines, (line) => `${likeness(line)} ${line.to}`);
  const alone = toTheSame.filter(({ length }) => length === 1).flat();
  const fromTheSame = groupedBy(alone, (line) => `${likeness(line)} ${line.from}`);
  return [...toTheSame.filter(({ length }) => length > 1), ...fromTheSame].map((group) => {
    const count = group.length === 1 ? "a line" : `${group.length} lines`;
    const proposed = verb === "Adds" && group[0]?.proposed === true ? " (proposed)" : "";
    return `${verb} ${count}: ${linePhrase(group, named)}${proposed}`;
  });
}

/** What lines of one likeness say that share their start or their end: “A and B guarantee C”. */
export function linePhrase(group: readonly Relation[], named: Named): string {
  const [first] = group;
  if (first === undefined) return "";
  const starts = elementsOnce(group, "from", named);
  const ends = elementsOnce(group, "to", named);
  return `${namesOf(starts)} ${verbOf(first, starts.length)} ${namesOf(ends)}${lineTerms(first)}`;
}

/** What a line states besides its ends: “, £3m a year”; empty where it states nothing. */
export function lineTerms(line: Relation): string {
  const terms = [
    ...("lead" in line && line.lead === true ? ["as the lead"] : []),
    ...(line.type === "pays" && line.annualAmount !== undefined
      ? [`${formatMoney(line.annualAmount)} a year`]
      : []),
    ...(line.type === "owns" && line.percent !== undefined ? [`${line.percent}%`] : []),
    ...(line.type === "guarantees" && line.limit !== undefined ? [`up to ${formatMoney(line.limit)}`] : []),
    ...(line.type === "delegates" && line.legalBasis !== undefined && line.legalBasis !== "none"
      ? [`under ${wordInSentence(line.legalBasis, "legalBasis")}`]
      : []),
  ];
  return terms.map((term) => `, ${term}`).join("");
}

function verbOf(line: Relation, starts: number): string {
  const verb = VERBS[line.type][starts === 1 ? 0 : 1];
  if (line.type !== "delegates" || line.function === undefined || line.function === "other") return verb;
  return verb.replace(" to", ` ${wordInSentence(line.function)} to`);
}

/** What two lines must have in common to be said in one breath: all but their ends. */
function likeness(line: Relation): string {
  return JSON.stringify([line.type, line.proposed ?? false, verbOf(line, 1), lineTerms(line)]);
}

function elementsOnce(group: readonly Relation[], end: "from" | "to", named: Named) {
  return [...new Set(group.map((line) => line[end]))].flatMap((id) => named.element(id) ?? []);
}

/** Parts a list by a key; the parts, and what is in each, stay in order. */
export function groupedBy<T>(list: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}
