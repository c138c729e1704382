import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../../shared/document/snapshot.ts";
import type { CheckedMap } from "../../../../shared/formats/findings/CheckedMap.ts";
import { findingsToMarkdown } from "../../../../shared/formats/findings/findingsToMarkdown.ts";
import { libraryMap } from "../../../../shared/library/library.ts";
import type { SystemMap } from "../../../../shared/model/systemMap.ts";
import { checkMap } from "../../../../shared/rules/checkMap.ts";
import { buildMap } from "../../../support/buildMap.ts";

function markdownOf(map: SystemMap | undefined, more: Partial<CheckedMap> = {}): string {
  if (!map) throw new Error("no map");
  return findingsToMarkdown({ file: "a.map.json", map, findings: checkMap(snapshotOf(map)), ...more });
}
const headings = (markdown: string) => markdown.split("\n").filter((line) => line.startsWith("#"));

describe("findings as Markdown", () => {
  it("reads as minutes: the map, what it was checked by, the counts, then findings by severity and rule", () => {
    const markdown = markdownOf(libraryMap("Cambridgeshire: UnitingCare, 2015"));
    expect(headings(markdown).slice(0, 3)).toEqual([
      "# Findings: Cambridgeshire: UnitingCare, 2015",
      "## Must fix (1)",
      "### No parent guarantee",
    ]);
    expect(markdown).toContain(
      "- Rules of England, Health and Social Care Act 2012.\n- As of 31 December 2015.",
    );
    expect(markdown).toMatch(/\n\*\*1 must fix, \d+ should fix, \d+ worth a look, 0 accepted\.\*\*\n/);
    expect(markdown).toContain("**Why it matters.** A vehicle with limited liability");
    expect(markdown).toContain("**Happened before.** Cambridgeshire 2015");
    expect(markdown).toContain("Rule `missing-parent-guarantee`, lesson. Source: The King’s Fund");
    expect(markdown.endsWith("\n\n*Possible problems to look into, not legal advice.*\n")).toBe(true);
    expect(markdown).not.toContain("|");
  });

  it("says once why it matters where a rule has found more than one thing", () => {
    const map = buildMap().organisation("One", "nhs-trust").organisation("Two", "nhs-trust").map();
    const markdown = markdownOf(map);
    expect(markdown.match(/Why it matters/g)).toHaveLength(1);
    expect(markdown).toMatch(/\n- One .+\n- Two .+\n/);
  });

  it("lists what the room has accepted, with who, when and why, and what the map changes", () => {
    const map = buildMap("england-2022")
      .organisation("One", "nhs-trust")
      .organisation("Two", "nhs-trust")
      .settings({
        rules: { "isolated-element": "error", "vat-leakage": "off" },
        marking: "official-sensitive",
      })
      .decisions({
        rule: "isolated-element",
        subjects: ["One"],
        choice: "accepted",
        reason: "It joins *next* year.",
        by: "Chair",
        at: "2026-11-22",
      });
    const markdown = markdownOf(map.map());
    expect(headings(markdown).filter((line) => line.startsWith("## "))).toEqual([
      "## Must fix (1)",
      "## Accepted (1)",
    ]);
    expect(markdown).toContain("*Accepted by Chair on 22 November 2026: “It joins \\*next\\* year.”*");
    expect(markdown).toContain("- Changed on this map: isolated-element (must fix), vat-leakage (off).");
    expect(markdown).toContain("The rule book says “worth a look”; this map says “must fix”.");
    expect(markdown).toContain("- Marked OFFICIAL-SENSITIVE.");
    expect(markdown).toContain("Checked to 21 November 2026; a Health Bill is before Parliament.");
  });

  it("says by what it was checked where that is not what the map says", () => {
    const markdown = markdownOf(buildMap("england-2022").map(), {
      ownRegime: "england-2012",
      onlyRules: ["vat-leakage", "assurance-missing"],
      baseline: "old.map.json",
    });
    expect(markdown).toContain("- The map itself is drawn under England, Health and Social Care Act 2012.");
    expect(markdown).toContain("- Only vat-leakage, assurance-missing (not a rule under this Act).");
    expect(markdown).toContain("- Compared with old.map.json.");
    expect(markdown).toContain("**No findings.**");
  });

  it.each([
    ["# heading", "\\# heading"],
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["![x](https://example.org/x.png)", "\\!\\[x\\](https://example.org/x.png)"],
    ["a\n\n# b", "a \\# b"],
    ["`code` | cell", "\\`code\\` \\| cell"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["&copy;", "\\&copy;"],
    ["turn\u202eed", "turned"],
  ])("shows the name %j as it is", (name, shown) => {
    const markdown = markdownOf(buildMap().organisation("o", "nhs-trust", { name }).map());
    expect(markdown).toContain(`\n${shown} is connected to nothing`);
  });
});
