import { REGIMES } from "../../model/systemMap.ts";
import { membersBuyInstead } from "../membersBuyInstead.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

export const rule: Rule<"forum"> = {
  id: "committees-in-common-decide-alone",
  title: "Committees in common buy as one",
  summary: "Committees in common are drawn as commissioning a contract.",
  basis: "law",
  severities: ["error"],
  sources: [SOURCES.routeMap2017],
  regimes: REGIMES,
  on: "forum",
  why: "Committees in common share a place, a time, a chair and an agenda, but not their members: each decides for its own body only. A contract let by all of them as if they were one body may bind nobody. The bodies themselves can let it, or a joint committee can.",

  check(forum, view, report) {
    if (forum.kind !== "committees-in-common") return;
    for (const contract of view.contractsCommissionedBy(forum)) {
      if (view.isEnded(contract)) continue;
      const members = view.fullMembersOf(forum);
      const bodies = members.length === 0 ? "" : ` (here ${namesOf(members)})`;
      report({
        severity: "error",
        subjects: [forum, contract],
        message: `${atStart(nameOf(contract))} is drawn as commissioned by ${nameOf(forum)}. Each committee can decide only for the body that it belongs to${bodies}, so a decision by all of them as one may breach the law.`,
      });
    }
  },

  fixes({ subjects }, view) {
    const forum = view.forum(subjects[0]);
    const contract = view.contract(subjects[1]);
    return forum && contract ? membersBuyInstead(forum, contract, view) : [];
  },
};
