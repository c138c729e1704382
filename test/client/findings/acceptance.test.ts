import { describe, expect, it } from "vitest";
import { acceptanceProblems, decisionFrom } from "../../../client/findings/acceptance.ts";
import {
  decisionsAbout,
  isReviewDue,
  reviewWords,
  todayHere,
  whoAndWhen,
} from "../../../client/findings/decisionsAbout.ts";
import { readDecision } from "../../../shared/model/readSettings.ts";
import type { Decision } from "../../../shared/model/systemMap.ts";
import { finding } from "./finding.ts";

const today = "2026-11-22";
const form = { reason: "Known and priced.", by: "A. Chair", reviewBy: "" };

describe("the form", () => {
  it("needs a reason and a name, and says so at each", () => {
    expect(acceptanceProblems(form, today)).toEqual({});
    expect(Object.keys(acceptanceProblems({ reason: " \n", by: "", reviewBy: "" }, today))).toEqual([
      "reason",
      "by",
    ]);
  });

  it.each([
    ["2026-11-22", undefined],
    ["2027-04-01", undefined],
    ["2026-11-21", /has passed/],
    ["1 April 2027", undefined],
    ["1/4/2027", undefined],
    ["1 April 2026", /has passed/],
    ["30 February 2027", /not a date/],
    ["soon", /not a date/],
  ])("takes the review date %s or says what is wrong", (reviewBy, problem) => {
    const said = acceptanceProblems({ ...form, reviewBy }, today).reviewBy;
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });

  it("becomes a decision that the map format takes, about the facts of now", () => {
    const about = finding("vat-leakage", "warning", { subjects: ["s", "a"], facts: { value: 5 } });
    const decision = decisionFrom(
      about,
      { reason: " Known. ", by: " A. Chair ", reviewBy: "1 April 2027" },
      new Date("2026-11-22T10:11:12.345Z"),
    );
    expect(decision).toEqual({
      rule: "vat-leakage",
      subjects: ["a", "s"],
      choice: "accepted",
      reason: "Known.",
      by: "A. Chair",
      at: "2026-11-22T10:11:12Z",
      reviewBy: "2027-04-01",
      facts: { value: 5 },
    });
    expect(readDecision(structuredClone(decision), 0)).toEqual(decision);
    expect(decisionFrom(about, form, new Date())).not.toHaveProperty("reviewBy");
  });
});

describe("what the room has decided about a finding", () => {
  const decision: Decision = {
    rule: "three",
    subjects: ["b", "c"],
    choice: "accepted",
    reason: "Known and priced.",
    by: "A. Chair",
    at: "2015-03-02T10:00:00Z",
    reviewBy: "2016-03-01",
    facts: { value: 1 },
  };
  const later = { ...decision, by: "B. Chair", facts: { value: 2 } };
  const three = (more = {}) =>
    finding("three", "error", { subjects: ["c", "b"], facts: { value: 1 }, ...more });

  it("is found whatever order the subjects are in, and only for these", () => {
    expect(decisionsAbout([decision])(three())).toBe(decision);
    expect(decisionsAbout([decision])(three({ subjects: ["c"] }))).toBeUndefined();
    expect(decisionsAbout([decision])(three({ rule: "four" }))).toBeUndefined();
    expect(decisionsAbout([])(three())).toBeUndefined();
  });

  it("is the one whose facts hold while it is accepted, and the last one once it is back", () => {
    expect(decisionsAbout([decision, later])(three({ accepted: true }))).toBe(decision);
    expect(decisionsAbout([decision, later])(three({ facts: { value: 3 } }))).toBe(later);
  });

  it("is told with who, when, and when to look again", () => {
    expect(whoAndWhen(decision)).toBe("A. Chair on 2 March 2015");
    expect(reviewWords(decision, "2016-03-01")).toBe("To be looked at again by 1 March 2016.");
    expect(isReviewDue(decision, "2016-03-01")).toBe(false);
    expect(reviewWords(decision, "2016-03-02")).toBe(
      "The review date, 1 March 2016, has passed. Look at it again.",
    );
    expect(isReviewDue(decision, "2016-03-02")).toBe(true);
    const { reviewBy: _, ...open } = decision;
    expect(reviewWords(open, today)).toBeUndefined();
    expect(isReviewDue(open, today)).toBe(false);
  });
});

it("knows the day where this person is", () => {
  expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});
