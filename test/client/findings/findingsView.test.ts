import { describe, expect, it } from "vitest";
import { aboutOrganisation, myOrganisation } from "../../../client/findings/aboutMine.ts";
import { groupsBy } from "../../../client/findings/findingGroups.ts";
import { type FindingsView, viewedFindings, WHOLE_VIEW } from "../../../client/findings/findingsView.ts";
import { narrowedWords } from "../../../client/findings/narrowedWords.ts";
import { stepFrom } from "../../../client/findings/stepFrom.ts";
import { buildMap } from "../../support/buildMap.ts";
import { finding } from "./finding.ts";

const all = [
  finding("guarantee", "error", { subjects: ["llp", "contract"] }),
  finding("price", "warning", { subjects: ["contract"] }),
  finding("vat", "warning", { subjects: ["contract", "llp"], basis: "law", accepted: true }),
  finding("guarantee", "info", { key: "guarantee 2", subjects: ["spv"], title: "guarantee" }),
];
const nothing = { selection: new Set<string>(), mine: new Set<string>() };
const listed = (view: Partial<FindingsView>, ids = nothing) =>
  viewedFindings(all, { ...WHOLE_VIEW, ...view }, ids).map(({ key }) => key);

describe("what of the findings is listed", () => {
  it("is all of them at first", () => {
    expect(listed({})).toEqual(["guarantee", "price", "vat", "guarantee 2"]);
  });

  it.each([
    [{ severities: ["error", "info"] }, ["guarantee", "guarantee 2"]],
    [{ rule: "guarantee" }, ["guarantee", "guarantee 2"]],
    [{ basis: "law" }, ["vat"]],
    [{ standing: "open" }, ["guarantee", "price", "guarantee 2"]],
    [{ standing: "accepted" }, ["vat"]],
    [{ severities: ["warning"], standing: "open" }, ["price"]],
    [{ about: "selection" }, []],
  ] satisfies [Partial<FindingsView>, string[]][])("is narrowed by %j", (view, keys) => {
    expect(listed(view)).toEqual(keys);
  });

  it("is about what is chosen, or about what is this person’s own, whichever subject it is", () => {
    const ids = { selection: new Set(["llp"]), mine: new Set(["spv"]) };
    expect(listed({ about: "selection" }, ids)).toEqual(["guarantee", "vat"]);
    expect(listed({ about: "mine" }, ids)).toEqual(["guarantee 2"]);
  });

  it("stands under headings, by the element that bears the badge", () => {
    const groups = (grouping: FindingsView["grouping"]) =>
      groupsBy(grouping, all, (id) => `the ${id}`).map(({ heading, findings }) => [heading, findings.length]);
    expect(groups("severity")).toEqual([
      ["Must fix", 1],
      ["Should fix", 2],
      ["Worth a look", 1],
    ]);
    expect(groups("rule")).toEqual([
      ["guarantee", 2],
      ["price", 1],
      ["vat", 1],
    ]);
    expect(groups("element")).toEqual([
      ["the llp", 1],
      ["the contract", 2],
      ["the spv", 1],
    ]);
  });
});

describe("what a narrowed list says of itself", () => {
  const words = (view: Partial<FindingsView>, more = {}) =>
    narrowedWords(
      { ...WHOLE_VIEW, ...view },
      { shown: 2, all: 9, ruleTitle: "No guarantee", hasChosen: true, ownName: "North FT", ...more },
    );

  it("is nothing where nothing is left out, however it is grouped", () => {
    expect(words({ grouping: "rule" })).toBeUndefined();
  });

  it.each([
    [{ severities: ["error", "warning"] }, "2 of 9 listed: must fix or should fix"],
    [{ rule: "x", basis: "law" }, "2 of 9 listed: “No guarantee”, basis: law"],
    [
      { about: "selection", standing: "open" },
      "2 of 9 listed: about what is chosen on the map, not accepted",
    ],
    [{ about: "mine" }, "2 of 9 listed: about North FT"],
  ] satisfies [Partial<FindingsView>, string][])("names what it is narrowed to: %j", (view, sentence) => {
    expect(words(view)).toBe(sentence);
  });

  it("says what to do where it cannot know what is meant", () => {
    expect(words({ about: "selection" }, { hasChosen: false })).toMatch(/Choose a card or a line/);
    expect(words({ about: "mine" }, { ownName: undefined })).toMatch(/Pick yours/);
  });
});

describe("what is my organisation’s", () => {
  const snapshot = buildMap()
    .organisation("n", "foundation-trust", { name: "North  FT" })
    .organisation("s", "foundation-trust", { name: "South FT" })
    .organisation("ccg", "ccg", { name: "CCG" })
    .organisation("ccg2", "ccg", { name: "ccg" })
    .contract("c", "nhs-standard")
    .contract("other", "nhs-standard")
    .forum("board", "alliance-board")
    .relate("holds", "n", "c")
    .relate("member", "n", "board")
    .relate("partners", "s", "n")
    .relate("holds", "s", "other")
    .snapshot();

  it("is found by the name that the person joined with, if only one has it, or is picked", () => {
    expect(myOrganisation(snapshot, undefined, " north ft ")?.id).toBe("n");
    expect(myOrganisation(snapshot, undefined, "CCG")).toBeUndefined();
    expect(myOrganisation(snapshot, undefined, "")).toBeUndefined();
    expect(myOrganisation(snapshot, "s", "north ft")?.id).toBe("s");
    expect(myOrganisation(snapshot, "c", "")).toBeUndefined();
  });

  it("is itself, its lines, and the contracts and boards at their ends, but no partner", () => {
    expect([...aboutOrganisation(snapshot, "n")].sort()).toEqual(
      ["n", "holds-1", "c", "member-1", "board", "partners-1"].sort(),
    );
    expect(aboutOrganisation(snapshot, undefined).size).toBe(0);
  });
});

describe("next and previous", () => {
  const keys = ["a", "b", "c"];

  it.each([
    ["a", 0, 1, "b"],
    ["c", 2, 1, "a"],
    ["a", 0, -1, "c"],
    [undefined, -1, 1, "a"],
    [undefined, -1, -1, "c"],
  ] as const)("go from %s (%i) by %i to %s", (current, index, by, next) => {
    expect(stepFrom(keys, current, index, by)).toBe(next);
  });

  it("go on where a finding was that has gone", () => {
    expect(stepFrom(keys, "gone", 1, 1)).toBe("b");
    expect(stepFrom(keys, "gone", 1, -1)).toBe("a");
    expect(stepFrom(keys, "gone", 3, 1)).toBe("a");
    expect(stepFrom(keys, "gone", 0, -1)).toBe("c");
  });

  it("go nowhere where nothing is listed", () => {
    expect(stepFrom([], "a", 0, 1)).toBeUndefined();
  });
});
