import type { RuleSetting, Settings } from "../../shared/model/systemMap.ts";

/** “2 rules changed on this map, 1 switched off”; undefined where every rule is as the rule book has it. */
export function ruleSettingsWords(settings: Settings | undefined): string | undefined {
  const set = Object.values(settings?.rules ?? {});
  const off = set.filter((setting) => setting === "off").length;
  const changed = set.length - off;
  if (set.length === 0) return undefined;
  if (changed === 0) return `${rules(off)} switched off on this map`;
  return `${rules(changed)} changed on this map${off === 0 ? "" : `, ${off} switched off`}`;
}

/** What a rule is set to on a map; undefined: as the rule book has it. */
export function settingOf(settings: Settings | undefined, rule: string): RuleSetting | undefined {
  const rules = settings?.rules;
  return rules !== undefined && Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

function rules(count: number): string {
  return `${count} ${count === 1 ? "rule" : "rules"}`;
}
