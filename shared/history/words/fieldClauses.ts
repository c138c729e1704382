import { ITEM, UNKNOWN, type Value } from "../../document/layout.ts";
import type { Field } from "../../model/field.ts";
import { fieldWord, wordInSentence } from "../../model/words.ts";
import { listed } from "../../rules/naming.ts";
import type { LinePart } from "../HistoryAnswer.ts";
import type { Clause } from "./Clause.ts";
import type { Names } from "./Names.ts";
import type { Run } from "./runsOf.ts";
import { comparedInWords, isLongText } from "./valueInWords.ts";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What was done to the fields of a record that was there before and is there still. */
export function fieldClauses(
  runs: readonly Run[],
  fields: Fields,
  subject: LinePart,
  names: Names,
): readonly Clause[] {
  const lists = new Map<string, Run[]>();
  const clauses: Clause[] = [];
  for (const run of runs) {
    const name = run.key.split(ITEM, 1)[0] ?? run.key;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (run.key.startsWith(UNKNOWN)) clauses.push(unknownClause(run.key, subject));
    else if (field?.type === "list-of") lists.set(name, [...(lists.get(name) ?? []), run]);
    else if (field) clauses.push(valueClause(run, field, subject, names));
  }
  for (const [name, items] of lists) clauses.push(...listClauses(name, items, subject));
  return clauses;
}

/** Fields whose heading on the screen does not go into a sentence. */
const IN_SENTENCE: Readonly<Record<string, string>> = {
  start: "start",
  priceCeiling: "price ceiling",
  returnRight: "the right of practices to return",
  consultation: "the bearer of the duty to involve the public",
  recurrent: "yearly recurrence",
};

/** What a field is called in the middle of a sentence. */
function fieldInSentence(name: string): string {
  if (Object.hasOwn(IN_SENTENCE, name)) return IN_SENTENCE[name] ?? name;
  const word = fieldWord(name);
  const isAcronym = /^[A-Z]{2}/.test(word);
  return isAcronym ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

function valueClause(
  { key, before, after }: Run,
  field: Field<unknown>,
  subject: LinePart,
  names: Names,
): Clause {
  const special = specialClause(key, after, subject);
  if (special) return special;
  const word = fieldInSentence(key);
  if (after === undefined) return { head: `cleared ${word} of `, subject, tail: [] };
  if (isLongText(field, before) || isLongText(field, after))
    return { head: before === undefined ? `wrote ${word} of ` : `changed ${word} of `, subject, tail: [] };
  const [from, to] = comparedInWords(key, field, before, after, names);
  const tail = before === undefined ? [" to ", to] : [" from ", from, " to ", to];
  return { head: `set ${word} of `, subject, tail };
}

/** What is better said otherwise than as a field that is set. */
function specialClause(key: string, after: Value, subject: LinePart): Clause | null {
  switch (key) {
    case "position":
      return { head: "moved ", subject, tail: [], many: (count) => `moved ${count} cards` };
    case "size":
      return { head: "changed the size of ", subject, tail: [] };
    case "proposed":
      return { head: "marked ", subject, tail: [after === true ? " as proposed" : " as agreed"] };
    default:
      return null;
  }
}

function listClauses(name: string, runs: readonly Run[], subject: LinePart): readonly Clause[] {
  const word = fieldInSentence(name);
  const stated = runs.find(({ key }) => key === name);
  if (stated && stated.after === undefined) return [{ head: `cleared ${word} of `, subject, tail: [] }];
  const itemsWhere = (isMeant: (run: Run) => boolean) =>
    listed(
      runs
        .filter((run) => run.key !== name && isMeant(run))
        .map(({ key }) => wordInSentence(key.slice(name.length + ITEM.length).slice(0, 60), name)),
    );
  const added = itemsWhere(({ before }) => before === undefined);
  const removed = itemsWhere(({ after }) => after === undefined);
  return [
    ...(added === "" ? [] : [{ head: `added ${added} to ${word} of `, subject, tail: [] }]),
    ...(removed === "" ? [] : [{ head: `took ${removed} out of ${word} of `, subject, tail: [] }]),
    ...(stated && added === "" && removed === ""
      ? [{ head: `set ${word} of `, subject, tail: [" to none"] }]
      : []),
  ];
}

function unknownClause(key: string, subject: LinePart): Clause {
  return { head: `changed the field “${key.slice(UNKNOWN.length, 60)}” of `, subject, tail: [] };
}
