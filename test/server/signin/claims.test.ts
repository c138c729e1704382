import { describe, expect, it } from "vitest";
import { nameIn, organisationIn } from "../../../server/signin/claims.ts";

describe("nameIn", () => {
  it.each([
    [{ name: " Ada Marsh ", preferred_username: "ada" }, "Ada Marsh"],
    [{ given_name: "Ada", family_name: "Marsh", email: "ada@example.org" }, "Ada Marsh"],
    [{ name: "", family_name: "Marsh" }, "Marsh"],
    [{ preferred_username: "ada", email: "ada@example.org" }, "ada"],
    [{ email: "ada@example.org" }, "ada@example.org"],
    [{ name: 7, email: ["ada"] }, null],
    [{ name: "a".repeat(1_001) }, null],
    [{}, null],
  ])("finds in %j the name %j", (claims, name) => {
    expect(nameIn(claims)).toBe(name);
  });
});

describe("organisationIn", () => {
  it.each([
    [{ organisation: "Trust" }, "organisation", "Trust"],
    [{ trust: { name: "Trust" } }, "trust.name", "Trust"],
    [{ "https://example.org/trust": "Trust" }, "https://example.org/trust", "Trust"],
    [{ groups: ["Trust", "Board"] }, "groups", "Trust"],
    [{ trust: "Trust" }, "trust.name", null],
    [{ trust: null }, "trust.name", null],
    [{ organisation: " " }, "organisation", null],
    [{}, "constructor.name", null],
    [{}, "organisation", null],
  ])("finds in %j at %s %j", (claims, path, organisation) => {
    expect(organisationIn(claims, path)).toBe(organisation);
  });
});
