import { REGIMES } from "../../shared/model/systemMap.ts";
import { SECTIONS } from "../../shared/rules/registry.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { rulePackNote } from "../../shared/rules/rulePack.ts";
import { COMPARISON_SECTION } from "./comparisonSection.ts";
import { markdownPage } from "./markdownPage.ts";
import { REGIME_WORDS } from "./regimeWords.ts";
import { severityWords } from "./rulePage.ts";

type Listed = Pick<Rule, "id" | "title" | "summary" | "severities" | "basis">;
interface ListedSection {
  readonly title: string;
  readonly summary: string;
  readonly rules: readonly Listed[];
}

/** The list of all rules by section: docs/rules/README.md. */
export function indexPage(): string {
  const sections: readonly ListedSection[] = [...SECTIONS, COMPARISON_SECTION];
  const count = sections.flatMap(({ rules }) => rules).length;
  const notes = REGIMES.flatMap((regime) => {
    const note = rulePackNote(regime, `Rules of the ${REGIME_WORDS[regime]}`);
    return note ? [note] : [];
  });
  return markdownPage([
    "# The rule book",
    `What Plumbline says about a map, and on what grounds: ${count} rules. Each has a page with a drawn example of wrong and right. A map can change the severity of a rule or switch it off; exports print that.`,
    ...notes,
    ...sections.flatMap(sectionText),
  ]);
}

function sectionText({ title, summary, rules }: ListedSection): readonly string[] {
  const rows = rules.map(
    (rule) =>
      `| [${rule.title}](${rule.id}.md)<br>\`${rule.id}\` | ${cell(rule.summary)} | ${severityWords(rule)} | ${rule.basis} |`,
  );
  return [
    `## ${title}`,
    summary,
    ["| rule | when it speaks | severity | basis |", "|---|---|---|---|", ...rows].join("\n"),
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
