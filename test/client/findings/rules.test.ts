import { describe, expect, it } from "vitest";
import { compareChecks, comparisonWords } from "../../../client/findings/compareChecks.ts";
import { setOtherwiseWords } from "../../../client/findings/findingWords.ts";
import { ruleSettingsWords, settingOf } from "../../../client/findings/ruleSettings.ts";
import type { RuleSetting } from "../../../shared/model/systemMap.ts";
import { finding } from "./finding.ts";

describe("what another regime would change", () => {
  const before = [
    finding("stays", "error"),
    finding("goes", "error"),
    finding("lighter", "error"),
    finding("reworded", "info", { message: "old" }),
    finding("accepted", "warning", { accepted: true }),
    finding("accepted and goes", "warning", { accepted: true }),
  ];
  const after = [
    finding("stays", "error"),
    finding("lighter", "warning"),
    finding("reworded", "info", { message: "new" }),
    finding("accepted", "warning", { accepted: true }),
    finding("comes", "info"),
  ];

  it("is told by what stands", () => {
    const { gone, come, changed } = compareChecks(before, after);
    expect(gone.map(({ key }) => key)).toEqual(["goes"]);
    expect(come.map(({ key }) => key)).toEqual(["comes"]);
    expect(changed.map(({ finding: { key }, before: was }) => [key, was])).toEqual([
      ["lighter", "error"],
      ["reworded", "info"],
    ]);
    expect(comparisonWords(compareChecks(before, after))).toBe("1 finding goes, 1 comes, 2 change");
  });

  it.each([
    [3, 2, "3 findings go, 2 come"],
    [0, 1, "1 finding comes"],
    [0, 0, "no finding goes or comes"],
  ])("is counted: %i go, %i come", (gone, come, words) => {
    const some = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => finding(`${name} ${index}`, "error"));
    expect(comparisonWords(compareChecks(some(gone, "old"), some(come, "new")))).toBe(words);
  });
});

describe("rules set otherwise", () => {
  it.each<[Record<string, RuleSetting>, string | undefined]>([
    [{}, undefined],
    [{ a: "warning" }, "1 rule changed on this map"],
    [{ a: "warning", b: "info", c: "off" }, "2 rules changed on this map, 1 switched off"],
    [{ a: "off", b: "off" }, "2 rules switched off on this map"],
  ])("%j", (rules, words) => {
    expect(ruleSettingsWords({ rules })).toBe(words);
  });

  it("are looked up by id, and nothing that every object has is a setting", () => {
    expect(settingOf({ rules: { a: "off" } }, "a")).toBe("off");
    expect(settingOf({ rules: { a: "off" } }, "toString")).toBeUndefined();
    expect(settingOf(undefined, "a")).toBeUndefined();
  });

  it("are said on the card", () => {
    expect(setOtherwiseWords("warning", "error")).toBe(
      "Set to “should fix” on this map; the rule says “must fix”.",
    );
  });
});
