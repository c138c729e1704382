import type { Regime, Severity } from "../../shared/model/systemMap.ts";
import { wordFor } from "../../shared/model/words.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

const BASIS_WORDS: Readonly<Record<CheckedFinding["basis"], string>> = {
  law: "Law",
  regulation: "Regulation",
  guidance: "Guidance",
  lesson: "Lesson: it went wrong somewhere",
  completeness: "The drawing is unfinished",
};

/** What stands behind a finding, in words. */
export function basisWord(basis: CheckedFinding["basis"]): string {
  return BASIS_WORDS[basis];
}

const RULES_WORDS: Readonly<Record<Regime, string>> = {
  "england-2012": "2012 Act rules",
  "england-2022": "2022 Act rules",
};

/** Which set of rules a map is checked by. */
export function rulesWord(regime: Regime): string {
  return RULES_WORDS[regime];
}

const ACT_WORDS: Readonly<Record<Regime, string>> = {
  "england-2012": "2012, Health and Social Care Act",
  "england-2022": "2022, Health and Care Act",
};

/** The Act by which a map is checked, its year first: so short that a list of choices shows it whole. */
export function actWord(regime: Regime): string {
  return ACT_WORDS[regime];
}

/** How bad a finding is, in words. */
export function severityWord(severity: Severity): string {
  return wordFor(severity);
}

/** Says that a map has set a finding’s rule otherwise: “Set to should fix on this map; the rule says must fix.” */
export function setOtherwiseWords(severity: Severity, ownSeverity: Severity): string {
  const [now, own] = [severity, ownSeverity].map((each) => severityWord(each).toLowerCase());
  return `Set to “${now}” on this map; the rule says “${own}”.`;
}
