import { DELETED } from "../../document/layout.ts";
import { fieldsOf } from "../../document/recordFields.ts";
import type { LinePart } from "../HistoryAnswer.ts";
import { subjectsIn } from "../SegmentBuilder.ts";
import type { Clause } from "./Clause.ts";
import { fieldClauses } from "./fieldClauses.ts";
import { type Names, shortName } from "./Names.ts";
import { ruleTitle } from "./ruleTitle.ts";
import type { RecordRuns, Run } from "./runsOf.ts";

type Fate = "added" | "added and deleted" | "deleted" | "brought back" | "changed";

/** What was done to an element. */
export function elementClauses({ record, runs }: RecordRuns, names: Names): readonly Clause[] {
  const subject = names.link(record);
  const noun = names.nounOf(record);
  switch (fateOf(runs, "type")) {
    case "added":
      if (!names.isNamed(record)) return [{ head: "added ", subject, tail: [] }];
      return [{ head: `added the ${noun.one} `, heads: `added the ${noun.many} `, subject, tail: [] }];
    case "added and deleted":
      return [{ head: "added ", subject, tail: [" and deleted it again"], many: addedAndDeleted }];
    case "deleted":
      return [{ head: "deleted ", subject, tail: [] }];
    case "brought back":
      return [{ head: "brought back ", subject, tail: [] }];
    case "changed": {
      const fields = fieldsOf("elements", names.recordOf(record).type);
      const others = runs.filter(({ key }) => key !== "name");
      return [...nameClauses(runs, subject, noun.one), ...fieldClauses(others, fields, subject, names)];
    }
  }
}

/** What was done to a relation. */
export function relationClauses({ record, runs }: RecordRuns, names: Names): readonly Clause[] {
  const { from, to } = names.endsOf(record);
  const verb = names.verbOf(record);
  switch (fateOf(runs, "type")) {
    case "added":
      return [{ head: "connected ", subject: from, tail: [" to ", to, ` (${verb})`] }];
    case "added and deleted":
      return [{ head: "connected ", subject: from, tail: [" to ", to, ` (${verb}) and took it back`] }];
    case "deleted":
      return [{ head: "disconnected ", subject: from, tail: [" from ", to, ` (${verb})`] }];
    case "brought back":
      return [{ head: "connected ", subject: from, tail: [" to ", to, ` (${verb}) again`] }];
    case "changed":
      return fieldClauses(
        runs,
        fieldsOf("relations", names.recordOf(record).type),
        names.link(record),
        names,
      );
  }
}

/** What was decided about a finding. */
export function decisionClauses({ record, runs }: RecordRuns, names: Names): readonly Clause[] {
  const finding = `the finding “${titleOf(record)}”`;
  const about = subjectsIn(record)
    .filter((id) => names.has(id))
    .slice(0, 3)
    .flatMap((id, index): LinePart[] => [index === 0 ? " on " : ", ", names.link(id)]);
  const clause = (head: string, more = ""): readonly Clause[] => [
    { head, subject: finding, tail: [...about, more] },
  ];
  switch (fateOf(runs, "rule")) {
    case "added":
      return clause("accepted ");
    case "added and deleted":
      return clause("accepted ", " and took it back");
    case "deleted":
      return clause("no longer accepted ");
    case "brought back":
      return clause("accepted ", " again");
    case "changed":
      return runs.length === 0 ? [] : clause("changed what was said on accepting ");
  }
}

/** What became of a record, by the key that every whole one has. */
function fateOf(runs: readonly Run[], head: string): Fate {
  const made = runs.find(({ key, before }) => key === head && before === undefined);
  const deleted = runs.filter(({ key }) => key === DELETED).at(-1);
  if (made) return deleted?.after === true ? "added and deleted" : "added";
  const isGone = runs.some(({ key, after }) => key === head && after === undefined);
  if (isGone || deleted?.after === true) return "deleted";
  return deleted ? "brought back" : "changed";
}

function nameClauses(runs: readonly Run[], subject: LinePart, noun: string): readonly Clause[] {
  return runs
    .filter(({ key }) => key === "name")
    .map(({ before, after }) => {
      const [was, is] = [shortName(before), shortName(after)];
      if (is === "") return { head: `took the name of the ${noun} “${was}” away`, subject: "", tail: [] };
      if (was === "") return { head: `named the ${noun} `, subject, tail: [] };
      return { head: `renamed “${was}” to `, subject: withName(subject, is), tail: [] };
    });
}

function withName(subject: LinePart, name: string): LinePart {
  return typeof subject === "string" ? subject : { ...subject, name };
}

function addedAndDeleted(count: number): string {
  return `added ${count} cards`;
}

function titleOf(decisionKey: string): string {
  const rule = /^\["((?:[^"\\]|\\.)*)"/.exec(decisionKey)?.[1] ?? "";
  return ruleTitle(rule);
}
