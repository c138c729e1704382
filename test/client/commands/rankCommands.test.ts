import { describe, expect, it } from "vitest";
import type { Command } from "../../../client/commands/Command.ts";
import { matchScore, plainText } from "../../../client/commands/matchScore.ts";
import { rankCommands } from "../../../client/commands/rankCommands.ts";

function command(title: string, more: Partial<Command> = {}): Command {
  return { id: title, group: "Commands", title, run: () => undefined, ...more };
}

function order(search: string, titles: readonly string[]): readonly string[] {
  return titles
    .map((title) => ({ title, score: matchScore(plainText(search), plainText(title)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ title }) => title);
}

describe("what fits a search, best first", () => {
  it.each([
    ["undo", ["Redo", "Undo: Move City Hospital", "Undo"], ["Undo", "Undo: Move City Hospital"]],
    ["ft", ["Show the minimap", "Foundation trust", "Afterwards"], ["Foundation trust", "Afterwards"]],
    ["go tr", ["Trust", "Go to the trust"], ["Go to the trust"]],
    ["dupl", ["Duplicate", "Undo"], ["Duplicate"]],
    ["dplc", ["Duplicate", "Deploy"], ["Duplicate"]],
    ["café", ["Cafe Ltd"], ["Cafe Ltd"]],
    ["zzz", ["Undo"], []],
  ] as const)("%s", (search, titles, expected) => {
    expect(order(search, titles)).toEqual(expected);
  });

  it("finds by other names, after what is called so", () => {
    const other = matchScore("mou", "memorandum of understanding", "mou");
    expect(other).toBeGreaterThan(matchScore("mou", "show the mountains", ""));
    expect(other).toBeLessThan(matchScore("mou", "mou"));
  });
});

describe("the list of commands", () => {
  const add = command("Add a foundation trust", { group: "Add to the map", keywords: "FT NHS" });
  const rare = command("Add a grant", { group: "Add to the map", onlyInSearch: true });
  const undo = command("Undo", { whyNot: "You have changed nothing yet" });
  const fit = command("Show the whole map");
  const all = [undo, fit, add, rare];

  it("shows what was used last, then by group, then what cannot run", () => {
    expect(rankCommands(all, " ", [add.id]).map(({ title, commands }) => [title, commands.length])).toEqual([
      ["Used last", 1],
      ["Commands", 1],
      ["Not possible now", 1],
    ]);
  });

  it("finds what is not listed, and says of what fits but cannot run that it cannot", () => {
    expect(rankCommands(all, "grant", [])).toMatchObject([{ title: "Best match", commands: [rare] }]);
    expect(rankCommands(all, "undo", [])).toMatchObject([{ title: "Not possible now", commands: [undo] }]);
    expect(rankCommands(all, "ft", [])[0]?.commands[0]).toBe(add);
    expect(rankCommands(all, "xyzzy", [])).toEqual([]);
  });

  it.each([
    ["fuondation", add],
    ["foundatoin trsut", add],
    ["grnat", rare],
  ])("sees past the slips in “%s”", (search, command) => {
    expect(rankCommands(all, search, [])).toMatchObject([{ title: "Best match", commands: [command] }]);
  });

  it("offers nothing spelt nearly so where something is called so, even if that cannot run", () => {
    const under = command("Under which contract");
    expect(rankCommands([undo, under], "undo", [])).toMatchObject([
      { title: "Not possible now", commands: [undo] },
    ]);
  });
});
