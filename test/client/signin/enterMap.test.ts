import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { enterMap, mapPath, rememberedLink } from "../../../client/sync/enterMap.ts";
import { organisationOf } from "../../../client/sync/mapOrganisation.ts";

const fetched = vi.fn<typeof fetch>();
const { signal } = new AbortController();

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

test("a link that demands a sign-in is the one that the tab comes back with", async () => {
  const error = { message: "Only people who are signed in.", code: "sign-in-needed", link: "link-7" };
  fetched.mockResolvedValue(new Response(JSON.stringify({ error }), { status: 401 }));
  await expect(enterMap("map-1", "a-token", signal)).rejects.toMatchObject({
    status: 401,
    signIn: { code: "sign-in-needed", link: "link-7" },
  });
  expect(rememberedLink("map-1")).toBe("link-7");
  expect(mapPath("map-1", "/session")).toBe("/api/maps/map-1/session?link=link-7");
});

test("a link that opens nothing is no question of signing in", async () => {
  const error = { message: "There is no such map.", code: "something-else", link: "link-7" };
  fetched.mockResolvedValue(new Response(JSON.stringify({ error }), { status: 404 }));
  await expect(enterMap("map-2", "a-token", signal)).rejects.toMatchObject({ signIn: undefined });
  expect(rememberedLink("map-2")).toBeUndefined();
});

test("the organisation of a map is known once the tab is in", async () => {
  const access = { id: "map-3", title: "T", role: "owner", link: "link-1" };
  fetched.mockResolvedValueOnce(new Response(JSON.stringify(access)));
  await enterMap("map-3", undefined, signal);
  expect(organisationOf("map-3")).toBeUndefined();
  fetched.mockResolvedValueOnce(
    new Response(JSON.stringify({ ...access, organisation: "Northshire Trust" })),
  );
  await enterMap("map-3", undefined, signal);
  expect(organisationOf("map-3")).toBe("Northshire Trust");
});
