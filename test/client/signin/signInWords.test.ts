import { describe, expect, test } from "vitest";
import { demandChoices, demandMeaning, demandWords } from "../../../client/shell/share/demands.ts";
import { isSignInEnd } from "../../../client/signin/isSignInEnd.ts";
import { keptWords, signInWords } from "../../../client/signin/signInWords.ts";
import { SIGN_IN_DEMANDS, SIGN_IN_REASONS } from "../../../shared/protocol/signIn.ts";

describe("a session that a sign-in would go on with", () => {
  test.each(Object.values(SIGN_IN_REASONS))("%s says what has happened and what to do", (reason) => {
    expect(isSignInEnd(reason)).toBe(true);
    const { title, advice } = signInWords(reason);
    expect(title).toMatch(/^[A-Z]/);
    expect(advice).toMatch(/\.$/);
  });

  test("is none that a link has ended", () => {
    for (const reason of ["revoked", "removed", "no-link", "no-map"] as const)
      expect(isSignInEnd(reason)).toBe(false);
  });

  test("says where changes are that wait", () => {
    expect(keptWords(1, "device")).toMatch(/^1 change of yours is kept on this device/);
    expect(keptWords(3, "device")).toMatch(/^3 changes of yours are kept on this device/);
    expect(keptWords(3, "tab")).toMatch(/in this tab only: save the map file/);
  });
});

describe("who may use a link", () => {
  test("only people of an organisation, where the map belongs to one", () => {
    expect(demandChoices(undefined).map(({ value }) => value)).toEqual(["none", "anyone"]);
    const choices = demandChoices("Northshire Trust");
    expect(choices.map(({ value }) => value)).toEqual(SIGN_IN_DEMANDS);
    expect(choices.at(-1)?.label).toBe("Only people of Northshire Trust");
  });

  test("is explained, and said in the list where it is not everybody", () => {
    for (const demand of SIGN_IN_DEMANDS) expect(demandMeaning(demand, "Northshire Trust")).toMatch(/\.$/);
    expect(demandMeaning("organisation", "Northshire Trust")).toContain("Northshire Trust");
    expect(demandWords("none", "Northshire Trust")).toBeUndefined();
    expect(demandWords("anyone", undefined)).toBe("Only signed in");
    expect(demandWords("organisation", "Northshire Trust")).toContain("Northshire Trust");
  });
});
