import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endSignIn, fetchMe } from "../../../client/signin/me.ts";

const fetched = vi.fn<typeof fetch>();

beforeEach(() => vi.stubGlobal("fetch", fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const answer = (body: unknown) => fetched.mockResolvedValue(new Response(JSON.stringify(body)));

describe("who is signed in", () => {
  test("nobody, where nobody can", async () => {
    answer({ signIn: null, person: null });
    expect(await fetchMe()).toEqual({ words: null, person: null });
    expect(fetched.mock.calls[0]?.[0]).toBe("/api/me");
  });

  test("nobody yet, and what stands on the button", async () => {
    answer({ signIn: { words: "Sign in with Northshire Trust" }, person: null });
    expect(await fetchMe()).toEqual({ words: "Sign in with Northshire Trust", person: null });
  });

  test("somebody, with or without an organisation", async () => {
    const signIn = { words: "Sign in with Northshire Trust" };
    answer({ signIn, person: { name: "Ada Marsh", organisation: "Northshire Trust", expiresAt: "2026" } });
    expect((await fetchMe()).person).toEqual({ name: "Ada Marsh", organisation: "Northshire Trust" });
    answer({ signIn, person: { name: "Ada Marsh" } });
    expect((await fetchMe()).person).toEqual({ name: "Ada Marsh", organisation: "" });
  });

  test("an answer that is none says nobody", async () => {
    answer("something in between");
    expect(await fetchMe()).toEqual({ words: null, person: null });
  });
});

test("signing out says where to go on, where the directory is to be told", async () => {
  answer({ goOn: "https://login.example/end" });
  expect(await endSignIn()).toBe("https://login.example/end");
  expect(fetched.mock.calls[0]).toMatchObject(["/api/sign-out", { method: "POST" }]);
  answer({ goOn: null });
  expect(await endSignIn()).toBeNull();
});
