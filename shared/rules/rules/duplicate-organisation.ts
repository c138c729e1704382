import type { Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { stronglyConnected } from "../stronglyConnected.ts";

const anySpace = /\s+/gu;
const marksByRecord = new WeakMap<Organisation, readonly string[]>();

export const rule: Rule<"map"> = {
  id: "duplicate-organisation",
  title: "Drawn more than once",
  summary: "Organisations share a name or an ODS code.",
  basis: "completeness",
  severities: ["warning"],
  sources: [],
  regimes: REGIMES,
  on: "map",
  why: "Contracts and money that hang on two cards of one body are not seen together: rules stay silent and totals are wrong.",

  check(map, _view, report) {
    for (const same of groupsOfSame(map.organisations)) {
      const code = sharedCode(same);
      const times = same.length === 2 ? "twice" : `${same.length} times`;
      const reason =
        code === undefined ? "the cards share a name or an ODS code" : `the cards share the ODS code ${code}`;
      report({
        severity: "warning",
        subjects: [same],
        message: `${atStart(namesOf(distinctNames(same)))} may be one organisation drawn ${times}: ${reason}.`,
        facts: code === undefined ? {} : { odsCode: code },
      });
    }
  },
};

/** Organisations linked, also through others, by the same name or code; groups of two and more. */
function groupsOfSame(organisations: readonly Organisation[]): readonly (readonly Organisation[])[] {
  const firstByMark = new Map<string, Organisation>();
  const linked = new Map<Organisation, Organisation[]>();
  const link = (from: Organisation, to: Organisation) => {
    const links = linked.get(from);
    if (links) links.push(to);
    else linked.set(from, [to]);
  };
  const mark = (organisation: Organisation, text: string) => {
    const first = firstByMark.get(text);
    if (first === undefined) firstByMark.set(text, organisation);
    else if (first !== organisation) {
      link(first, organisation);
      link(organisation, first);
    }
  };
  for (const organisation of organisations)
    for (const text of marksOf(organisation)) mark(organisation, text);
  return stronglyConnected(linked.keys(), (organisation) => linked.get(organisation) ?? []);
}

/** What tells that two cards are of one organisation. Kept with the record, because every edit of an organisation asks all of them. */
function marksOf(organisation: Organisation): readonly string[] {
  let marks = marksByRecord.get(organisation);
  if (!marks) {
    const { name, odsCode } = organisation;
    const plain = name.replace(anySpace, "").toLowerCase();
    marks = [
      ...(plain === "" ? [] : [`name ${plain}`]),
      ...(odsCode === undefined || odsCode.trim() === "" ? [] : [`code ${odsCode}`]),
    ];
    marksByRecord.set(organisation, marks);
  }
  return marks;
}

function distinctNames(same: readonly Organisation[]): readonly Organisation[] {
  return [...new Map(same.map((organisation) => [organisation.name.trim(), organisation])).values()];
}

function sharedCode(same: readonly Organisation[]): string | undefined {
  const code = same[0]?.odsCode;
  return code && same.every(({ odsCode }) => odsCode === code) ? code : undefined;
}
