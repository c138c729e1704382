import type { MapElement } from "../../model/element.ts";
import type { RelationType } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import { nameOf, withArticle } from "../naming.ts";
import type { Rule } from "../rule.ts";

const sayings: Readonly<Record<RelationType, string>> = {
  commissions: "An organisation or a forum commissions a contract",
  holds: "An organisation holds a contract",
  under: "A contract is let under a contract",
  pays: "An organisation or a fund pays an organisation or a fund",
  owns: "An organisation owns an organisation",
  guarantees: "An organisation guarantees a contract or an organisation",
  delegates: "An organisation delegates to an organisation or a forum",
  member: "An organisation is a member of a forum or an organisation",
  hosts: "An organisation hosts a fund or a forum",
  governs: "A forum governs a contract, a fund or an organisation",
  partners: "An organisation works with an organisation",
};

export const rule: Rule<"relation"> = {
  id: "relation-not-allowed",
  title: "A line that cannot mean anything",
  summary: "A relation joins elements of types that it cannot join.",
  basis: "completeness",
  severities: ["error"],
  sources: [],
  regimes: REGIMES,
  on: "relation",
  why: "Every kind of line has a meaning, and that settles what it can join. Until it is drawn between the right things, no other rule takes it into account.",

  check(relation, view, report) {
    if (view.isAllowed(relation)) return;
    const from = view.element(relation.from);
    const to = view.element(relation.to);
    if (!from || !to) return;
    report({
      severity: "error",
      subjects: [relation, from, to],
      message: `A line of the type “${relation.type}” runs from ${described(from)} to ${described(to)}. ${sayings[relation.type]}; anything else is not taken into account.`,
      facts: { type: relation.type },
    });
  },

  fixes({ subjects }) {
    const [relation] = subjects;
    if (relation === undefined) return [];
    return [
      { id: "remove-relation", label: "Remove this line", apply: (editor) => editor.remove([relation]) },
    ];
  },
};

function described(element: MapElement): string {
  const name = nameOf(element);
  return element.name.trim() === "" ? name : `${name} (${withArticle(wordInSentence(element.type))})`;
}
