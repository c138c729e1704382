import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allPages } from "../../scripts/ruleDocs/allPages.ts";
import { COMPARISON_RULES } from "../../shared/rules/comparison/comparisonRules.ts";
import { RULES } from "../../shared/rules/registry.ts";

/** What cannot be read cannot be drawn. */
const WITHOUT_EXAMPLE: readonly string[] = ["unreadable-record"];

const folder = new URL("../../docs/rules/", import.meta.url);
const pages = await allPages();
const headingsOf = (id: string) =>
  [...(pages.get(`${id}.md`) ?? "").matchAll(/^## (.+)\n\n!\[.+\]\((.+)\)$/gm)].map(
    ([, heading, picture]) => [heading, pages.has(picture ?? "")],
  );

describe("the pages of the rules", () => {
  it.each(RULES.map(({ id }) => id))("%s draws what is wrong and what is right", (id) => {
    const drawn = [
      ["Wrong", true],
      ["Right", true],
    ];
    expect(headingsOf(id)).toEqual(WITHOUT_EXAMPLE.includes(id) ? [] : drawn);
  });

  it.each(COMPARISON_RULES.map(({ id }) => id))("%s draws a baseline and two options against it", (id) => {
    expect(headingsOf(id)).toEqual([
      ["Baseline", true],
      ["Wrong", true],
      ["Right", true],
    ]);
  });

  it("are listed, those about two options with how they are reached", () => {
    const index = pages.get("README.md") ?? "";
    for (const { id } of [...RULES, ...COMPARISON_RULES]) expect(index).toContain(`](${id}.md)`);
    const [, section = ""] = index.split("## Comparing two options");
    expect(section).toContain("`plumbline check OPTION --baseline FILE`");
    for (const { id } of COMPARISON_RULES) expect(section).toContain(`\`${id}\``);
  });

  it("are all there, and no others", () => {
    const there = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => (parentPath.endsWith("pictures") ? `pictures/${name}` : name));
    expect(there.sort()).toEqual([...pages.keys()].sort());
  });

  it("say what the rules say now (else: npm run rule-docs)", () => {
    const stale = [...pages].filter(([path, text]) => readFileSync(new URL(path, folder), "utf8") !== text);
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it("claim no certainty of law", () => {
    const certain = [...pages].filter(
      ([path, text]) =>
        path.endsWith(".md") && /\b(?:breaches|is unlawful|is illegal|violates)\b/iu.test(text),
    );
    expect(certain.map(([path]) => path)).toEqual([]);
  });
});
