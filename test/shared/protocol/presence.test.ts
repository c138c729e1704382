import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { readPresence } from "../../../shared/protocol/presence.ts";
import { includesRole, isRole } from "../../../shared/protocol/roles.ts";

describe("readPresence", () => {
  it("reads what our own tabs say", () => {
    const state = {
      user: { name: "Ann", organisation: "Trust", colour: "#005EB8" },
      cursor: { x: 1.5, y: -2 },
      selection: ["a", "b"],
      drag: { ids: ["a"], dx: 3, dy: 4 },
      field: { id: "a", name: "annualValue" },
      view: { x: -400, y: 20, width: 900, height: 500 },
    };
    expect(readPresence(state)).toEqual(state);
  });

  it("keeps what it understands and leaves out the rest", () => {
    expect(
      readPresence({
        user: { name: 7, organisation: "x".repeat(500), colour: "url(javascript:alert(1))" },
        cursor: { x: Number.NaN, y: 0 },
        selection: ["a", 5, null, "b".repeat(1_000)],
        drag: { ids: "a", dx: 1, dy: 2 },
        field: { id: "a", name: "x".repeat(1_000) },
        view: { x: 0, y: 0, width: -3, height: 1e300 },
        more: "ignored",
      }),
    ).toEqual({
      user: { name: "", organisation: "x".repeat(LIMITS.presenceNameCharacters), colour: "#425563" },
      selection: ["a"],
    });
  });

  it("never throws, and never gives more than the bounds, whatever anybody sends", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (whole, part) => {
        readPresence(whole);
        const state = readPresence({ user: part, cursor: part, selection: part, drag: part, field: part });
        expect(state.selection?.length ?? 0).toBeLessThanOrEqual(LIMITS.presenceIds);
      }),
    );
    expect(readPresence({ selection: Array.from({ length: 100_000 }, () => "a") }).selection).toHaveLength(
      LIMITS.presenceIds,
    );
  });
});

describe("roles", () => {
  it("include those below them", () => {
    expect(includesRole("owner", "viewer")).toBe(true);
    expect(includesRole("editor", "editor")).toBe(true);
    expect(includesRole("commenter", "editor")).toBe(false);
    expect(isRole("owner")).toBe(true);
    expect(isRole("toString")).toBe(false);
  });
});
