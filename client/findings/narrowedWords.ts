import { type FindingsView, isNarrowed } from "./findingsView.ts";
import { basisWord, severityWord } from "./findingWords.ts";

/** What the words need to know besides the view. */
export interface Narrowing {
  readonly shown: number;
  readonly all: number;
  /** Title of the rule that alone is listed. */
  readonly ruleTitle: string | undefined;
  /** Whether anything is chosen on the map, and which organisation is this person’s own. */
  readonly hasChosen: boolean;
  readonly ownName: string | undefined;
}

/** Says what a narrowed list shows: “3 of 12 listed: must fix, about what is chosen on the map”. Undefined where nothing is left out. */
export function narrowedWords(
  view: FindingsView,
  { shown, all, ruleTitle, hasChosen, ownName }: Narrowing,
): string | undefined {
  if (!isNarrowed(view)) return undefined;
  if (view.about === "selection" && !hasChosen)
    return "Nothing is chosen. Choose a card or a line on the map to see what is found about it.";
  if (view.about === "mine" && ownName === undefined)
    return "No organisation on the map has the name that you joined with. Pick yours under “Filter and group”.";
  const what = [
    ...(view.severities.length === 0
      ? []
      : [view.severities.map((severity) => severityWord(severity).toLowerCase()).join(" or ")]),
    ...(view.about === "selection" ? ["about what is chosen on the map"] : []),
    ...(view.about === "mine" && ownName !== undefined ? [`about ${ownName}`] : []),
    ...(view.rule === undefined ? [] : [`“${ruleTitle ?? view.rule}”`]),
    ...(view.basis === undefined ? [] : [`basis: ${basisWord(view.basis).toLowerCase()}`]),
    ...(view.standing === "open" ? ["not accepted"] : []),
    ...(view.standing === "accepted" ? ["accepted"] : []),
  ];
  return `${shown} of ${all} listed: ${what.join(", ")}`;
}
