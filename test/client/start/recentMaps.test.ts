import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetMap, recentMaps, rememberMap } from "../../../client/start/recentMaps.ts";

function memoryStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

const opened = (id: string, title = id) => ({ id, title, openedAt: "2026-01-01T00:00:00Z" });

beforeEach(() => vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

test("the map that was opened last comes first, once, under its present title", () => {
  rememberMap(opened("a", "Old title"));
  rememberMap(opened("b"));
  rememberMap(opened("a", "New title"));
  expect(recentMaps().map(({ title }) => title)).toEqual(["New title", "b"]);
});

test("a map can be forgotten", () => {
  rememberMap(opened("a"));
  rememberMap(opened("b"));
  forgetMap("b");
  expect(recentMaps().map(({ id }) => id)).toEqual(["a"]);
});

test("the list stays short", () => {
  for (let number = 0; number < 40; number++) rememberMap(opened(`map-${number}`));
  expect(recentMaps()).toHaveLength(12);
  expect(recentMaps()[0]?.id).toBe("map-39");
});

test("what is no list of maps is left out", () => {
  localStorage.setItem("plumbline.recentMaps", "{ not json");
  expect(recentMaps()).toEqual([]);
  localStorage.setItem("plumbline.recentMaps", JSON.stringify([opened("a"), { id: 3 }, null]));
  expect(recentMaps().map(({ id }) => id)).toEqual(["a"]);
});

test("a browser that keeps nothing has no recent maps, and no error", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("quota");
    },
  });
  rememberMap(opened("a"));
  expect(recentMaps()).toEqual([]);
});
