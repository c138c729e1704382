import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { membersBuyInstead } from "../membersBuyInstead.ts";
import { atStart, nameAndKind, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

export const rule: Rule<"forum"> = {
  id: "informal-body-commissions",
  title: "An informal board buys",
  summary:
    "A forum that is neither a joint committee nor committees in common is drawn as commissioning a contract.",
  basis: "law",
  severities: ["error"],
  sources: [SOURCES.routeMap2017],
  regimes: REGIMES,
  on: "forum",
  why: "An informal board runs beside the statutory bodies and has no powers of its own. It can advise, steer and watch; the bodies that sit on it can let the contract, or a joint committee that they set up.",

  check(forum, view, report) {
    if (forum.kind === "joint-committee" || forum.kind === "committees-in-common") return;
    for (const contract of view.contractsCommissionedBy(forum)) {
      if (view.isEnded(contract)) continue;
      report({
        severity: "error",
        subjects: [forum, contract],
        message: `${atStart(nameAndKind(forum, wordInSentence(forum.kind)))} is drawn as commissioning ${nameOf(contract)}. It runs beside the statutory bodies and may have no power to let a contract, so this may breach the law.`,
        facts: { kind: forum.kind },
      });
    }
  },

  fixes({ subjects }, view) {
    const forum = view.forum(subjects[0]);
    const contract = view.contract(subjects[1]);
    return forum && contract ? membersBuyInstead(forum, contract, view) : [];
  },
};
