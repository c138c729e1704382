import { decisionBehind } from "../../rules/decisionBehind.ts";
import type { CheckedFinding } from "../../rules/finding.ts";
import type { CheckedMap } from "./CheckedMap.ts";

const COLUMNS = [
  "file",
  "map",
  "regime",
  "as of",
  "severity",
  "basis",
  "rule",
  "title",
  "message",
  "subjects",
  "subject ids",
  "why it matters",
  "happened before",
  "sources",
  "accepted by",
  "accepted on",
  "reason",
  "review by",
] as const;

/** What a spreadsheet would take for a formula, also in its full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * The findings of maps as comma-separated values by RFC 4180, one row each below a row of headings. A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front.
 */
export function findingsToCsv(maps: readonly CheckedMap[]): string {
  const rows = maps.flatMap((checked) => {
    const decisionOf = decisionBehind(checked.map.decisions);
    const nameOf = new Map(checked.map.elements.map(({ id, name }) => [id, name]));
    return checked.findings.map((finding) => [
      ...aboutMap(checked),
      ...aboutFinding(finding, (id) => nameOf.get(id) ?? ""),
      ...aboutDecision(decisionOf(finding)),
    ]);
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function aboutMap({ file, map }: CheckedMap): readonly string[] {
  return [file, map.title, map.regime, map.asOf ?? ""];
}

function aboutFinding(finding: CheckedFinding, nameOf: (id: string) => string): readonly string[] {
  const { severity, basis, rule, title, message, subjects, why, precedent, sources } = finding;
  const names = subjects.map(nameOf).filter((name) => name.trim() !== "");
  return [
    severity,
    basis,
    rule,
    title,
    message,
    names.join("; "),
    subjects.join("; "),
    why,
    precedent ?? "",
    sources.join("; "),
  ];
}

function aboutDecision(decision: ReturnType<ReturnType<typeof decisionBehind>>): readonly string[] {
  return [decision?.by ?? "", decision?.at ?? "", decision?.reason ?? "", decision?.reviewBy ?? ""];
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
