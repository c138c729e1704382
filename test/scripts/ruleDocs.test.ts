import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allPages, exampleOf } from "../../scripts/ruleDocs/allPages.ts";
import { WITHOUT_EXAMPLE } from "../../scripts/ruleDocs/rulePage.ts";
import { RULES } from "../../shared/rules/registry.ts";

const folder = new URL("../../docs/rules/", import.meta.url);
const pages = await allPages();

describe("the pages of the rules", () => {
  it.each(RULES.map(({ id }) => id))("%s has an example of wrong and right", async (id) => {
    expect((await exampleOf(id)) !== undefined).toBe(!WITHOUT_EXAMPLE.has(id));
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
