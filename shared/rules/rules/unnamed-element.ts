import type { MapElement } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { elementTypeWord, wordInSentence } from "../../model/words.ts";
import { withArticle } from "../naming.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule<"element"> = {
  id: "unnamed-element",
  title: "No name yet",
  summary: "An organisation, contract, fund, forum or place has no name.",
  basis: "completeness",
  severities: ["info"],
  sources: [],
  regimes: REGIMES,
  on: "element",
  why: "Nobody can tell from the map, from its findings or from the board pack what this is.",

  check(element, _view, report) {
    if (element.type === "note" || element.name.trim() !== "") return;
    const words = withArticle(whatItIs(element));
    report({
      severity: "info",
      subjects: [element],
      message: `${words.charAt(0).toUpperCase()}${words.slice(1)} has no name.`,
      facts: { kind: element.kind ?? null },
    });
  },
};

/** "NHS trust", "pooled budget"; "contract" where the kind alone does not say what it is. */
function whatItIs({ type, kind }: Exclude<MapElement, { readonly type: "note" }>): string {
  if (kind === undefined || kind === "other") return elementTypeWord(type).toLowerCase();
  return type === "contract" && kind === "alliance" ? "alliance contract" : wordInSentence(kind);
}
