import { snapshotOf } from "../../shared/document/snapshot.ts";
import { drawMapAlone } from "../../shared/drawing/drawMap.ts";
import { pictureToSvg } from "../../shared/formats/svg.ts";
import { REGIMES, type SystemMap } from "../../shared/model/systemMap.ts";
import { wordFor } from "../../shared/model/words.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { compareOptions } from "../../shared/rules/compareOptions.ts";
import type { ComparisonRule } from "../../shared/rules/comparison/ComparisonRule.ts";
import type { Basis, CheckedFinding } from "../../shared/rules/finding.ts";
import { SECTIONS } from "../../shared/rules/registry.ts";
import type { AnyRule, Rule } from "../../shared/rules/rule.ts";
import { COMPARISON_SECTION } from "./comparisonSection.ts";
import { markdownPage } from "./markdownPage.ts";
import type { ComparisonExample, RuleExample } from "./RuleExample.ts";
import { REGIME_WORDS } from "./regimeWords.ts";

type Described = Omit<Rule, "on" | "check" | "fixes">;

/** One drawing of the example, with what stands below it. */
interface Step {
  readonly heading: "Baseline" | "Wrong" | "Right";
  /** For those who cannot see the picture. */
  readonly alt: string;
  readonly map: SystemMap;
  readonly findings: readonly CheckedFinding[];
  readonly below: readonly string[];
}

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  law: "law",
  regulation: "regulation",
  guidance: "guidance",
  lesson: "a lesson: it went wrong somewhere",
  completeness: "completeness: the drawing is unfinished",
};

/** The files of one rule under docs/rules, by their path in that folder. */
export function rulePage(rule: AnyRule, example: RuleExample | undefined): ReadonlyMap<string, string> {
  const section = SECTIONS.find(({ rules }) => rules.includes(rule))?.title ?? "";
  const check = (map: SystemMap) => checkMap(snapshotOf(map), [rule]);
  const steps = example ? wrongAndRight(example, "A map", check) : [];
  return filesOf(rule, section, steps);
}

/** The files of one rule about two options under docs/rules, by their path in that folder. */
export function comparisonPage(
  rule: ComparisonRule,
  example: ComparisonExample | undefined,
): ReadonlyMap<string, string> {
  if (!example) return filesOf(rule, COMPARISON_SECTION.title, []);
  const baseline = snapshotOf(example.baseline);
  const check = (option: SystemMap) => compareOptions(baseline, snapshotOf(option), [rule]);
  return filesOf(rule, COMPARISON_SECTION.title, [
    {
      heading: "Baseline",
      alt: "The map that the options are compared with",
      map: example.baseline,
      findings: [],
      below: [],
    },
    ...wrongAndRight(example, "An option", check),
  ]);
}

/** "must fix or should fix": where there are several, the case decides. */
export function severityWords({ severities }: Pick<Rule, "severities">): string {
  return severities.map((severity) => wordFor(severity).toLowerCase()).join(" or ");
}

function wrongAndRight(
  { wrong, right, remedy }: RuleExample,
  what: "A map" | "An option",
  check: (map: SystemMap) => readonly CheckedFinding[],
): readonly Step[] {
  const found = check(wrong);
  return [
    {
      heading: "Wrong",
      alt: `${what} on which the rule speaks`,
      map: wrong,
      findings: found,
      below: foundText(found),
    },
    {
      heading: "Right",
      alt: `${what} on which it has nothing to say`,
      map: right,
      findings: check(right),
      below: [remedy],
    },
  ];
}

function foundText(found: readonly CheckedFinding[]): readonly string[] {
  const fixes = [...new Set(found.flatMap((finding) => finding.fixes.map(({ label }) => label)))];
  return [
    ...found.map(({ severity, message }) => `> **${wordFor(severity)}.** ${message}`),
    ...(fixes.length > 0
      ? [
          "Offered at a click, as a proposal that one undo takes back:",
          fixes.map((fix) => `- ${fix}`).join("\n"),
        ]
      : []),
  ];
}

function filesOf(rule: Described, section: string, steps: readonly Step[]): ReadonlyMap<string, string> {
  return new Map([
    ...steps.map((step) => [picturePath(rule, step), picture(rule, step)] as const),
    [`${rule.id}.md`, pageText(rule, section, steps)],
  ]);
}

function pageText(rule: Described, section: string, steps: readonly Step[]): string {
  return markdownPage([
    `# ${rule.title}`,
    `\`${rule.id}\` · [${section}](README.md#${anchor(section)}) · ${severityWords(rule)} · stands on ${BASIS_WORDS[rule.basis]} · ${regimesOf(rule)}`,
    rule.summary,
    ...steps.flatMap((step) => [
      `## ${step.heading}`,
      `![${step.alt}](${picturePath(rule, step)})`,
      ...step.below,
    ]),
    "## Why it matters",
    rule.why,
    ...(rule.precedent ? ["## Where it happened before", rule.precedent] : []),
    ...(rule.sources.length > 0 ? ["## Source", rule.sources.map((source) => `- ${source}`).join("\n")] : []),
  ]);
}

function picturePath({ id }: Described, { heading }: Step): string {
  return `pictures/${id}-${heading.toLowerCase()}.svg`;
}

function picture({ title }: Described, { map, findings }: Step): string {
  return pictureToSvg(drawMapAlone({ ...map, title }, findings));
}

function regimesOf({ regimes }: Described): string {
  if (regimes.length === REGIMES.length) return "both regimes";
  return regimes.map((regime) => `only under the ${REGIME_WORDS[regime]}`).join(", ");
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .replaceAll(" ", "-");
}
