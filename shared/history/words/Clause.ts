import type { HistoryLine, LinePart } from "../HistoryAnswer.ts";

/** One thing that was done to one record, before like things are said together. */
export interface Clause {
  /** What comes before the name: "moved ". */
  readonly head: string;
  /** The same before several names, where it differs: "added the contracts ". */
  readonly heads?: string;
  readonly subject: LinePart;
  /** What comes after the name. Clauses that differ in nothing but the subject are said together. */
  readonly tail: readonly LinePart[];
  /** What many of them come to, where their names would tell nobody anything: "moved 12 cards". */
  readonly many?: (count: number) => string;
}

/** So many names are said; where there are more, one less and how many others. */
const mostNames = 4;
/** Lines of one entry: what does not fit on a screen is not read. */
const mostLines = 40;

/** Says clauses as lines, like ones together, in the order in which they first came. */
export function toLines(clauses: readonly Clause[]): readonly HistoryLine[] {
  const groups = new Map<string, [Clause, ...Clause[]]>();
  for (const clause of clauses) {
    const key = JSON.stringify([clause.head, clause.tail]);
    const group = groups.get(key);
    if (group) group.push(clause);
    else groups.set(key, [clause]);
  }
  const lines = [...groups.values()].map((group) => ({ parts: joined(partsOf(group)) }));
  if (lines.length <= mostLines) return lines;
  const others = lines.length - mostLines + 1;
  return [...lines.slice(0, mostLines - 1), { parts: [`made ${others} other changes`] }];
}

function partsOf(group: readonly [Clause, ...Clause[]]): readonly LinePart[] {
  const [{ head, heads = head, many, subject, tail }] = group;
  if (group.length === 1) return [head, subject, ...tail];
  if (many && group.length >= mostNames) return [many(group.length), ...tail];
  return [heads, ...listOf(group.map((clause) => clause.subject)), ...tail];
}

function listOf(subjects: readonly LinePart[]): readonly LinePart[] {
  const named = subjects.slice(0, subjects.length > mostNames ? mostNames - 1 : mostNames);
  const others = subjects.length - named.length;
  const all = others > 0 ? [...named, `${others} others`] : named;
  return all.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === all.length - 1 ? " and " : ", ", part];
  });
}

/** Words that follow each other become one part. */
function joined(parts: readonly LinePart[]): readonly LinePart[] {
  const result: LinePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else if (part !== "") result.push(part);
  }
  return result;
}
