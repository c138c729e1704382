import { existsSync } from "node:fs";
import { COMPARISON_RULES } from "../../shared/rules/comparison/comparisonRules.ts";
import { RULES } from "../../shared/rules/registry.ts";
import { indexPage } from "./indexPage.ts";
import type { ComparisonExample, RuleExample } from "./RuleExample.ts";
import { comparisonPage, rulePage } from "./rulePage.ts";

/** Every file under docs/rules as it should be, by its path in that folder. */
export async function allPages(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([["README.md", indexPage()]]);
  const add = (page: ReadonlyMap<string, string>) => {
    for (const [path, text] of page) files.set(path, text);
  };
  for (const rule of RULES) add(rulePage(rule, await exampleIn<RuleExample>(`${rule.id}.ts`)));
  for (const rule of COMPARISON_RULES)
    add(comparisonPage(rule, await exampleIn<ComparisonExample>(`comparison/${rule.id}.ts`)));
  return files;
}

/** The example that a file under `examples` draws; undefined where there is none. */
async function exampleIn<E extends RuleExample>(path: string): Promise<E | undefined> {
  const file = new URL(`./examples/${path}`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const { example } = (await import(file.href)) as { example: E };
  return example;
}
