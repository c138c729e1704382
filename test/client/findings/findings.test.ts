import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { announceChange } from "../../../client/findings/announcement.ts";
import { FindingAnnouncer } from "../../../client/findings/FindingAnnouncer.ts";
import { findingsAbout, groupFindings } from "../../../client/findings/findingGroups.ts";
import { findingsAreForFacilitatorsOnly } from "../../../client/findings/findingsAudience.ts";
import { looksTheSame } from "../../../client/findings/looksTheSame.ts";
import type { CheckedFinding } from "../../../shared/rules/finding.ts";
import { finding } from "./finding.ts";

describe("the list of findings", () => {
  const findings = [
    finding("one", "error"),
    finding("two", "error", { accepted: true, subjects: ["b"] }),
    finding("three", "warning", { subjects: ["b", "c"] }),
    finding("four", "info"),
  ];

  it("counts what stands and strikes what was accepted from the counts", () => {
    expect(groupFindings(findings).counts).toEqual({ error: 1, warning: 1, info: 1 });
  });

  it("lists the accepted apart, both in the order of the check", () => {
    const { open, accepted } = groupFindings(findings);
    expect(open.map(({ key }) => key)).toEqual(["one", "three", "four"]);
    expect(accepted.map(({ key }) => key)).toEqual(["two"]);
  });

  it("finds what names an element, accepted or not", () => {
    expect(findingsAbout(findings, "b").map(({ key }) => key)).toEqual(["two", "three"]);
  });

  it("draws a card anew where something on it has changed, and only then", () => {
    const fixes = [{ id: "f", label: "Propose it", apply: () => undefined }];
    const before = { finding: finding("one", "error", { message: "£726m" }), fixes };
    const same = { finding: finding("one", "error", { message: "£726m" }), fixes: [...fixes] };
    expect(looksTheSame(before, same)).toBe(true);
    expect(looksTheSame(before, { ...same, fixes: [] })).toBe(false);
    for (const changed of [
      { message: "£700m" },
      { severity: "info" },
      { ownSeverity: "warning" },
      { accepted: true },
      { subjects: ["b"] },
      { precedent: "Elsewhere" },
    ] satisfies Partial<CheckedFinding>[]) {
      expect(
        looksTheSame(before, { finding: finding("one", "error", { message: "£726m", ...changed }), fixes }),
      ).toBe(false);
    }
  });

  it("is for everybody unless the facilitator keeps it", () => {
    expect(findingsAreForFacilitatorsOnly(undefined, "viewer")).toBe(false);
    expect(findingsAreForFacilitatorsOnly({ findingsShownTo: "all" }, "viewer")).toBe(false);
    expect(findingsAreForFacilitatorsOnly({ findingsShownTo: "facilitators" }, "editor")).toBe(true);
    expect(findingsAreForFacilitatorsOnly({ findingsShownTo: "facilitators" }, "owner")).toBe(false);
  });
});

const keys = (open: readonly string[], accepted: readonly string[] = []) => ({
  open: new Set(open),
  accepted: new Set(accepted),
});

describe("what is said when findings change", () => {
  it.each([
    [keys(["a", "b", "c"]), keys(["b", "c"]), "1 finding gone, 2 left"],
    [keys(["a"]), keys([]), "1 finding gone, none left"],
    [keys(["a", "b"]), keys([]), "2 findings gone, none left"],
    [keys([]), keys(["a"]), "1 new finding, 1 in all"],
    [keys(["a"]), keys(["a", "b", "c"]), "2 new findings, 3 in all"],
    [keys(["a", "b"]), keys(["b", "c"]), "1 finding gone, 1 new, 2 in all"],
    [keys(["a", "b"]), keys(["b"], ["a"]), "1 finding accepted, 1 left"],
    [keys(["a", "b", "c"]), keys(["d"], ["a", "b"]), "2 findings accepted, 1 gone, 1 new, 1 in all"],
    [keys(["b"], ["a"]), keys(["a", "b"]), "1 new finding, 2 in all"],
  ])("counts what is accepted, gone, new and left", (before, after, words) => {
    expect(announceChange(before, after)).toBe(words);
  });

  it("is nothing where the same findings stand", () => {
    expect(announceChange(keys(["a", "b"]), keys(["b", "a"]))).toBeUndefined();
  });
});

describe("the announcer", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says nothing of what the map was opened with", () => {
    const said: string[] = [];
    const announcer = new FindingAnnouncer((text) => said.push(text));
    announcer.update(keys([]));
    announcer.update(keys(["a", "b"]));
    vi.runAllTimers();
    expect(said).toEqual([]);
  });

  it("waits until typing has ended, and says once what came of it", () => {
    const said: string[] = [];
    const announcer = new FindingAnnouncer((text) => said.push(text));
    announcer.update(keys(["a", "b", "c"]));
    vi.runAllTimers();
    for (const open of [["a"], ["a", "b", "d"], ["a", "b"]]) announcer.update(keys(open));
    expect(said).toEqual([]);
    vi.runAllTimers();
    expect(said).toEqual(["1 finding gone, 2 left"]);
  });

  it("says nothing when a change was taken back before anything was said", () => {
    const said: string[] = [];
    const announcer = new FindingAnnouncer((text) => said.push(text));
    announcer.update(keys(["a"]));
    vi.runAllTimers();
    announcer.update(keys([]));
    announcer.update(keys(["a"]));
    vi.runAllTimers();
    expect(said).toEqual([]);
  });
});
