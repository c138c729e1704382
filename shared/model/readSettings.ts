import * as z from "zod/mini";
import { isoDate, oneOf, text } from "./field.ts";
import { deepFreeze } from "./frozen.ts";
import { MapFileError, quoteValue } from "./MapFileError.ts";
import { checkField, isRecord, misfit, requireField } from "./readRecord.ts";
import { type Decision, FINDINGS_SHOWN_TO, MARKINGS, RULE_SETTINGS, type Settings } from "./systemMap.ts";

export const markingField = oneOf(MARKINGS);
export const findingsShownToField = oneOf(FINDINGS_SHOWN_TO);
export const ruleSettingField = oneOf(RULE_SETTINGS);
const utcDateTime = z.iso.datetime();

/**
 * Checks the settings of a map and freezes them; what the format does not know is kept.
 * @throws MapFileError naming the field and the value.
 */
export function readSettings(raw: unknown): Settings {
  if (!isRecord(raw)) throw misfit("The map", "settings", raw, "an object", "");
  if (raw.rules !== undefined) {
    if (!isRecord(raw.rules)) throw misfit("Settings", "rules", raw.rules, "an object", "settings");
    for (const [rule, setting] of Object.entries(raw.rules)) {
      checkField(ruleSettingField, rule, setting, "Settings, rules", "settings.rules");
    }
  }
  if (raw.marking !== undefined) checkField(markingField, "marking", raw.marking, "Settings", "settings");
  if (raw.findingsShownTo !== undefined) {
    checkField(findingsShownToField, "findingsShownTo", raw.findingsShownTo, "Settings", "settings");
  }
  return deepFreeze(raw) as Settings;
}

/**
 * Checks one decision and freezes it; what the format does not know is kept.
 * @throws MapFileError naming the decision, the field and the value.
 */
export function readDecision(raw: unknown, index: number): Decision {
  const path = `decisions[${index}]`;
  const named = `Decision number ${index + 1}`;
  if (!isRecord(raw)) throw new MapFileError(`${named}: ${quoteValue(raw)} is not an object.`, { path });
  for (const field of ["rule", "subjects", "choice", "reason", "by", "at"])
    requireField(raw, field, named, path);
  for (const field of ["rule", "reason", "by"]) checkField(text, field, raw[field], named, path);
  if (!Array.isArray(raw.subjects) || raw.subjects.some((id) => typeof id !== "string")) {
    throw misfit(named, "subjects", raw.subjects, "a list of ids", path);
  }
  if (raw.choice !== "accepted") throw misfit(named, "choice", raw.choice, `"accepted"`, path);
  if (!isoDate.check.safeParse(raw.at).success && !utcDateTime.safeParse(raw.at).success) {
    throw misfit(
      named,
      "at",
      raw.at,
      "an ISO 8601 date or UTC date-time such as 2015-04-01 or 2015-04-01T09:30:00Z",
      path,
    );
  }
  if (raw.reviewBy !== undefined) checkField(isoDate, "reviewBy", raw.reviewBy, named, path);
  if (raw.facts !== undefined && !isRecord(raw.facts))
    throw misfit(named, "facts", raw.facts, "an object", path);
  return deepFreeze(raw) as unknown as Decision;
}
