import { existsSync } from "node:fs";
import { RULES } from "../../shared/rules/registry.ts";
import type { RuleExample } from "./RuleExample.ts";
import { indexPage, rulePage } from "./rulePage.ts";

/** Every file under docs/rules as it should be, by its path in that folder. */
export async function allPages(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([["README.md", indexPage()]]);
  for (const rule of RULES) {
    for (const [path, text] of rulePage(rule, await exampleOf(rule.id))) files.set(path, text);
  }
  return files;
}

/** The example of a rule; undefined where none is drawn. */
export async function exampleOf(rule: string): Promise<RuleExample | undefined> {
  const file = new URL(`./examples/${rule}.ts`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const { example } = (await import(file.href)) as { example: RuleExample };
  return example;
}
