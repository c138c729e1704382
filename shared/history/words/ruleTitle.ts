import { RULES } from "../../rules/registry.ts";
import { shortName } from "./Names.ts";

const titleById: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title]));

/** The heading of a rule; of one that is not in the rule book its id in words. */
export function ruleTitle(id: string): string {
  return titleById.get(id) ?? shortName(id.replaceAll("-", " "));
}
