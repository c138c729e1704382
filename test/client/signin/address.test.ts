import { describe, expect, test } from "vitest";
import { signInAddress, withoutProblem } from "../../../client/signin/signInAddress.ts";
import { problemSentence } from "../../../client/signin/signInProblem.ts";
import { SIGN_IN_PROBLEMS } from "../../../shared/protocol/signIn.ts";

const returnOf = (pathname: string, search: string) =>
  new URL(signInAddress({ pathname, search }), "http://localhost").searchParams.get("return");

describe("the way to the directory", () => {
  test("leads back to the page, with what it shows", () => {
    expect(returnOf("/m/abc", "")).toBe("/m/abc");
    expect(returnOf("/m/abc", "?view=outline")).toBe("/m/abc?view=outline");
  });

  test("never bears the token of a link", () => {
    const page = new URL("http://localhost/m/abc#a-token-of-a-link");
    expect(signInAddress(page)).not.toContain("a-token");
  });

  test("forgets what became of the sign-in before", () => {
    expect(returnOf("/m/abc", "?view=tables&sign-in=declined")).toBe("/m/abc?view=tables");
    expect(withoutProblem("?sign-in=declined")).toBe("");
  });
});

describe("a sign-in that came to nothing", () => {
  test.each(Object.entries(SIGN_IN_PROBLEMS))("%s has its sentence", (problem, sentence) => {
    expect(problemSentence(problem)).toBe(sentence);
  });

  test("says nothing of what the server never tells", () => {
    expect(problemSentence(undefined)).toBeUndefined();
    expect(problemSentence("<b>bold</b>")).toBeUndefined();
    expect(problemSentence("toString")).toBeUndefined();
  });
});
