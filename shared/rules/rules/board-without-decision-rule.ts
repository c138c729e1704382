import type { Forum, MapElement } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { isAllianceBoard } from "../allianceParties.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameAndKind, namesOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const decidingKinds: ReadonlySet<Forum["kind"]> = new Set([
  "joint-committee",
  "alliance-board",
  "partnership-board",
]);

export const rule: Rule<"forum"> = {
  id: "board-without-decision-rule",
  title: "How the board decides is not stated",
  summary:
    "A joint committee, an alliance board or a partnership board governs or commissions something, and states no decision rule.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "forum",
  why: "As long as all agree, nobody needs a rule. When money is short they do not, and a board that has not settled who can outvote whom then cannot decide, or decides what some of its members will not carry out.",
  precedent:
    "Salford 2016: six councillors and six GPs sit on the joint committee, and the sources name no majority, chair or casting vote. Northumberland 2016: whether voices would be equal, or weighted by budget or by population, was not settled.",

  check(forum, view, report) {
    if (forum.decisionRule !== undefined || !decidingKinds.has(forum.kind)) return;
    const bought = view.contractsCommissionedBy(forum).filter((contract) => !view.isEnded(contract));
    const governed = view.governedBy(forum).filter((element) => isCurrent(element, view));
    if (bought.length === 0 && governed.length === 0) return;
    const does = [
      ...(bought.length > 0 ? [`commissions ${namesOf(bought)}`] : []),
      ...(governed.length > 0 ? [`governs ${namesOf(governed)}`] : []),
    ];
    report({
      severity: "warning",
      subjects: [forum],
      message: `${atStart(nameAndKind(forum, wordInSentence(forum.kind)))} ${does.join(" and ")}, but how it decides is not stated.`,
      facts: { kind: forum.kind },
    });
  },

  fixes({ subjects }, view) {
    const forum = view.forum(subjects[0]);
    // Only of alliance boards the guidance says how they typically decide.
    if (!forum || !isAllianceBoard(forum)) return [];
    return [
      {
        id: "decide-unanimously",
        label: "Propose that it decides unanimously",
        apply: (editor) => proposeChange(editor, forum.id, { decisionRule: "unanimous" }),
      },
    ];
  },
};

/** What has ended is governed no more. */
function isCurrent(element: MapElement, view: MapView): boolean {
  return element.type !== "contract" || !view.isEnded(element);
}
