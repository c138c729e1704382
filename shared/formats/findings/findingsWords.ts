import { longDate } from "../../drawing/dateWords.ts";
import { cleanText } from "../../geometry/cleanText.ts";
import { type Decision, SEVERITIES } from "../../model/systemMap.ts";
import { wordFor, wordInSentence } from "../../model/words.ts";
import type { CheckedFinding } from "../../rules/finding.ts";
import { RULES } from "../../rules/registry.ts";
import { rulePackNote } from "../../rules/rulePack.ts";
import type { CheckedMap } from "./CheckedMap.ts";

const LENGTH_OF_DATE = "2026-11-22".length;

/** What every list of findings ends with. */
export const CAUTION = "Possible problems to look into, not legal advice.";

/** "1 must fix, 3 should fix, 1 worth a look, 0 accepted." */
export function countsInWords(findings: readonly CheckedFinding[]): string {
  if (findings.length === 0) return "No findings.";
  const counts = SEVERITIES.map((severity) => {
    const open = findings.filter((finding) => !finding.accepted && finding.severity === severity);
    return `${open.length} ${wordFor(severity).toLowerCase()}`;
  });
  return `${counts.join(", ")}, ${findings.filter(({ accepted }) => accepted).length} accepted.`;
}

/** What the findings hang on, a sentence each: the Act, the day, what was asked for and what is set on the map. */
export function circumstances(checked: CheckedMap): readonly string[] {
  const { map, ownRegime, baseline } = checked;
  const note = rulePackNote(map.regime);
  const marking = map.settings?.marking;
  return [
    ...(marking === undefined ? [] : [`Marked ${wordFor(marking)}.`]),
    `Rules of ${wordFor(map.regime)}.${note === undefined ? "" : ` ${note}`}`,
    ...(ownRegime === undefined ? [] : [`The map itself is drawn under ${wordFor(ownRegime)}.`]),
    map.asOf === undefined ? "The map states no day." : `As of ${longDate(map.asOf)}.`,
    ...(baseline === undefined ? [] : [`Compared with ${cleanText(baseline)}.`]),
    ...onlyRulesInWords(checked),
    ...changedRulesInWords(checked),
    ...(map.settings?.findingsShownTo === "facilitators"
      ? ["On this map, findings are for facilitators only."]
      : []),
  ];
}

function onlyRulesInWords({ onlyRules, map }: CheckedMap): readonly string[] {
  if (onlyRules === undefined) return [];
  const words = onlyRules.map((id) => {
    const isOfRegime = RULES.find((rule) => rule.id === id)?.regimes.includes(map.regime) ?? true;
    return isOfRegime ? id : `${id} (not a rule under this Act)`;
  });
  return [`Only ${words.join(", ")}.`];
}

/** Every rule that the map switches off or weighs otherwise, by id. */
function changedRulesInWords({ map }: CheckedMap): readonly string[] {
  const changed = Object.entries(map.settings?.rules ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  if (changed.length === 0) return [];
  const words = changed.map(([id, setting]) => `${cleanText(id)} (${wordInSentence(setting)})`);
  return [`Changed on this map: ${words.join(", ")}.`];
}

/** "The rule book says should fix; on this map it is must fix"; undefined where nothing was changed. */
export function changedSeverity({ severity, ownSeverity }: CheckedFinding): string | undefined {
  if (ownSeverity === undefined) return undefined;
  return `The rule book says “${wordInSentence(ownSeverity)}”; this map says “${wordInSentence(severity)}”.`;
}

/** "Accepted by the board on 1 April 2015: “Parents are public bodies”; to be looked at again by 1 April 2016." */
export function acceptanceInWords(decision: Decision | undefined): string {
  if (!decision) return "Accepted.";
  const { by, at, reviewBy } = decision;
  const reason = cleanText(decision.reason);
  const accepted = `Accepted by ${cleanText(by)} on ${longDate(at.slice(0, LENGTH_OF_DATE))}: “${reason}”`;
  if (reviewBy !== undefined) return `${accepted}; to be looked at again by ${longDate(reviewBy)}.`;
  return /[.!?…]$/.test(reason) ? accepted : `${accepted}.`;
}
