import type { Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { stronglyConnected } from "../stronglyConnected.ts";

export const rule: Rule<"map"> = {
  id: "duplicate-organisation",
  title: "Drawn more than once",
  summary: "Organisations share a name or an ODS code.",
  basis: "completeness",
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
  const byMark = new Map<string, Organisation[]>();
  for (const organisation of organisations) {
    for (const mark of marksOf(organisation)) {
      const same = byMark.get(mark);
      if (same) same.push(organisation);
      else byMark.set(mark, [organisation]);
    }
  }
  const linked = new Map<Organisation, Organisation[]>();
  for (const same of byMark.values()) {
    // A ring through all that share a mark joins them with as many links as there are organisations.
    for (const [index, organisation] of same.entries()) {
      const next = same[(index + 1) % same.length];
      if (!next || next === organisation) continue;
      const links = linked.get(organisation);
      if (links) links.push(next);
      else linked.set(organisation, [next]);
    }
  }
  return stronglyConnected(linked.keys(), (organisation) => linked.get(organisation) ?? []);
}

function marksOf({ name, odsCode }: Organisation): readonly string[] {
  const marks: string[] = [];
  const plain = name.replace(/\s+/gu, "").toLowerCase();
  if (plain !== "") marks.push(`name ${plain}`);
  if (odsCode !== undefined && odsCode.trim() !== "") marks.push(`code ${odsCode}`);
  return marks;
}

function distinctNames(same: readonly Organisation[]): readonly Organisation[] {
  return [...new Map(same.map((organisation) => [organisation.name.trim(), organisation])).values()];
}

function sharedCode(same: readonly Organisation[]): string | undefined {
  const code = same[0]?.odsCode;
  return code && same.every(({ odsCode }) => odsCode === code) ? code : undefined;
}
