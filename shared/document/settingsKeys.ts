import type { Json } from "../model/field.ts";
import type { RuleSetting, Settings } from "../model/systemMap.ts";
import { UNKNOWN, type Value } from "./layout.ts";
import { readUnknown, storeUnknown } from "./unknownFields.ts";

/** Says that settings are stated, even when empty. */
export const SETTINGS = "settings";
/** Says that severities per rule are stated, even when empty. */
export const SETTINGS_RULES = "settings/rules";
const rulePrefix = "settings/rules/";
const unknownPrefix = `settings/${UNKNOWN}`;
const known = ["marking", "findingsShownTo"] as const;

/** The key of `map` that holds one rule's severity. */
export function ruleKey(rule: string): string {
  return rulePrefix + rule;
}

/** The key of `map` that holds one setting. */
export function settingKey(name: (typeof known)[number]): string {
  return `settings/${name}`;
}

/** The keys under which settings are stored. */
export function flattenSettings(settings: Settings): [string, Json][] {
  const entries: [string, Json][] = [[SETTINGS, true]];
  for (const [name, value] of Object.entries(settings) as [string, Json][]) {
    if (name === "rules") {
      entries.push([SETTINGS_RULES, true]);
      for (const [rule, setting] of Object.entries(value as Record<string, RuleSetting>))
        entries.push([ruleKey(rule), setting]);
    } else if ((known as readonly string[]).includes(name)) entries.push([`settings/${name}`, value]);
    else entries.push(storeUnknown(name, value, unknownPrefix));
  }
  return entries;
}

/** The settings that stored keys stand for; undefined where none are stated. */
export function unflattenSettings(stored: ReadonlyMap<string, Value>): Record<string, unknown> | undefined {
  const keys = [...stored.keys()].filter((key) => key === SETTINGS || key.startsWith(`${SETTINGS}/`)).sort();
  if (keys.length === 0) return undefined;
  const rules = keys.filter((key) => key.startsWith(rulePrefix));
  return Object.fromEntries([
    ...(rules.length > 0 || stored.has(SETTINGS_RULES)
      ? [
          [
            "rules",
            Object.fromEntries(rules.map((key) => [key.slice(rulePrefix.length), stored.get(key)])),
          ] as const,
        ]
      : []),
    ...known
      .filter((name) => stored.has(`settings/${name}`))
      .map((name) => [name, stored.get(`settings/${name}`)] as const),
    ...readUnknown(stored, unknownPrefix),
  ]);
}
