import { snapshotOf } from "../../shared/document/snapshot.ts";
import { drawMapAlone } from "../../shared/drawing/drawMap.ts";
import { pictureToSvg } from "../../shared/formats/svg.ts";
import { REGIMES, type Regime, type Severity, type SystemMap } from "../../shared/model/systemMap.ts";
import { type CheckedFinding, checkMap } from "../../shared/rules/checkMap.ts";
import type { Basis } from "../../shared/rules/finding.ts";
import { RULES, SECTIONS } from "../../shared/rules/registry.ts";
import type { AnyRule } from "../../shared/rules/rule.ts";
import { rulePackNote } from "../../shared/rules/rulePack.ts";
import type { RuleExample } from "./RuleExample.ts";

/** Rules about what cannot be drawn, and so without pictures. */
export const WITHOUT_EXAMPLE: ReadonlySet<string> = new Set(["unreadable-record"]);

const REGIME_WORDS: Readonly<Record<Regime, string>> = {
  "england-2012": "Health and Social Care Act 2012",
  "england-2022": "Health and Care Act 2022",
};
const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  law: "law",
  regulation: "regulation",
  guidance: "guidance",
  lesson: "a lesson: it went wrong somewhere",
  completeness: "completeness: the drawing is unfinished",
};
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "Must fix",
  warning: "Should fix",
  info: "Worth a look",
};
const CAUTION =
  "A finding says what may be wrong on a drawing. It is not legal advice. This page is made from the rule itself by `npm run rule-docs`.";

/** The files of one rule under docs/rules, by their path in that folder. */
export function rulePage(rule: AnyRule, example: RuleExample | undefined): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (example) {
    files.set(`pictures/${rule.id}-wrong.svg`, picture(example.wrong, rule));
    files.set(`pictures/${rule.id}-right.svg`, picture(example.right, rule));
  }
  files.set(`${rule.id}.md`, pageText(rule, example));
  return files;
}

/** The list of all rules by section: docs/rules/README.md. */
export function indexPage(): string {
  const sections = SECTIONS.flatMap(({ title, summary, rules }) => [
    `## ${title}`,
    summary,
    [
      "| rule | when it speaks | basis |",
      "|---|---|---|",
      ...rules.map(
        (rule) =>
          `| [${rule.title}](${rule.id}.md)<br>\`${rule.id}\` | ${cell(rule.summary)} | ${rule.basis} |`,
      ),
    ].join("\n"),
  ]);
  const notes = REGIMES.flatMap((regime) => {
    const note = rulePackNote(regime);
    return note ? [`Rules of the ${REGIME_WORDS[regime]}: ${note}`] : [];
  });
  return page([
    "# The rule book",
    `What Plumbline says about a map, and on what grounds: ${RULES.length} rules. Each has a page with a drawn example of wrong and right. A map can change the severity of a rule or switch it off; exports print that.`,
    ...notes,
    ...sections,
    CAUTION,
  ]);
}

function pageText(rule: AnyRule, example: RuleExample | undefined): string {
  const section = SECTIONS.find(({ rules }) => rules.includes(rule))?.title ?? "";
  return page([
    `# ${rule.title}`,
    `\`${rule.id}\` · [${section}](README.md#${anchor(section)}) · stands on ${BASIS_WORDS[rule.basis]} · ${regimesOf(rule)}`,
    rule.summary,
    ...(example ? exampleText(rule, example) : []),
    "## Why it matters",
    rule.why,
    ...(rule.precedent ? ["## Where it happened before", rule.precedent] : []),
    ...(rule.sources.length > 0 ? ["## Source", rule.sources.map((source) => `- ${source}`).join("\n")] : []),
    "---",
    CAUTION,
  ]);
}

function exampleText(rule: AnyRule, { wrong, remedy }: RuleExample): readonly string[] {
  const found = findingsOf(rule, wrong);
  const fixes = [...new Set(found.flatMap((finding) => finding.fixes.map(({ label }) => label)))];
  return [
    "## Wrong",
    `![A map on which the rule speaks](pictures/${rule.id}-wrong.svg)`,
    ...found.map(({ severity, message }) => `> **${SEVERITY_WORDS[severity]}.** ${message}`),
    ...(fixes.length > 0
      ? [
          "Offered at a click, as a proposal that one undo takes back:",
          fixes.map((fix) => `- ${fix}`).join("\n"),
        ]
      : []),
    "## Right",
    `![A map on which it has nothing to say](pictures/${rule.id}-right.svg)`,
    remedy,
  ];
}

function findingsOf(rule: AnyRule, map: SystemMap): readonly CheckedFinding[] {
  return checkMap(snapshotOf(map), [rule]);
}

function picture(map: SystemMap, rule: AnyRule): string {
  return pictureToSvg(drawMapAlone({ ...map, title: rule.title }, findingsOf(rule, map)));
}

function regimesOf({ regimes }: AnyRule): string {
  if (regimes.length === REGIMES.length) return "both regimes";
  return regimes.map((regime) => `only under the ${REGIME_WORDS[regime]}`).join(", ");
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .replaceAll(" ", "-");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function page(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}
