import { SCHEMA, UNKNOWN, type Value } from "../../document/layout.ts";
import { settingKey } from "../../document/settingsKeys.ts";
import { VIEW } from "../../document/viewKeys.ts";
import { longDate } from "../../drawing/dateWords.ts";
import { wordFor, wordInSentence } from "../../model/words.ts";
import type { Clause } from "./Clause.ts";
import { shortName } from "./Names.ts";
import { ruleTitle } from "./ruleTitle.ts";
import type { RecordRuns, Run } from "./runsOf.ts";

const rulePrefix = "settings/rules/";

/** What was done to the map as a whole. */
export function mapClauses({ runs }: RecordRuns): readonly Clause[] {
  return runs.flatMap((run) => {
    const words = wordsOf(run);
    return words === null ? [] : [{ head: words, subject: "", tail: [] }];
  });
}

function wordsOf({ key, before, after }: Run): string | null {
  const [was, is] = [shortName(before), shortName(after)];
  switch (key) {
    case "title":
      return was === "" ? `named the map “${is}”` : `renamed the map from “${was}” to “${is}”`;
    case "regime":
      return `changed the regime from ${word(was)} to ${word(is)}`;
    case "asOf":
      return is === "" ? "took away the date of the map" : `set the date of the map to ${longDate(is)}`;
    case settingKey("marking"):
      return is === "" ? "took the marking off the map" : `marked the map ${wordFor(is)}`;
    case settingKey("findingsShownTo"):
      return `showed the findings to ${is === "facilitators" ? "facilitators only" : "everybody"}`;
    case SCHEMA:
      return "brought the map to a newer layout";
    default:
      if (key.startsWith(VIEW)) return viewWords(before, after);
      if (key.startsWith(rulePrefix)) return ruleWords(key.slice(rulePrefix.length), is);
      return key.startsWith(UNKNOWN)
        ? `changed the field “${shortName(key.slice(UNKNOWN.length))}” of the map`
        : null;
  }
}

function ruleWords(id: string, setting: string): string {
  const rule = `the rule “${ruleTitle(id)}”`;
  if (setting === "") return `put ${rule} back to what the rule book says`;
  return setting === "off" ? `switched off ${rule}` : `set ${rule} to “${wordInSentence(setting)}”`;
}

/** A view is stored as JSON text with its name in it; what is none has no name. */
function viewWords(before: Value, after: Value): string {
  const [was, is] = [viewName(before), viewName(after)];
  if (after === undefined) return `deleted the view ${was}`;
  if (before === undefined) return `saved the view ${is}`;
  return was === is ? `changed the view ${is}` : `renamed the view ${was} to ${is}`;
}

function viewName(stored: Value): string {
  try {
    const view: unknown = JSON.parse(String(stored));
    const name = typeof view === "object" && view !== null && "name" in view ? shortName(view.name) : "";
    return name === "" ? "without a name" : `“${name}”`;
  } catch {
    return "without a name";
  }
}

function word(regime: string): string {
  return regime === "" ? "none" : wordFor(regime);
}
