import { afterEach, expect, test, vi } from "vitest";
import { featured } from "../../../client/start/featured.ts";
import { fetchLibrary } from "../../../client/start/library.ts";
import { LIBRARY } from "../../../shared/library/library.ts";

afterEach(() => vi.unstubAllGlobals());

const answer = (body: unknown) => vi.stubGlobal("fetch", async () => Response.json(body));
const listings = () => fetchLibrary(new AbortController().signal);
const whole = {
  name: "a",
  title: "A",
  kind: "system",
  theme: "alliances",
  summary: "s",
  teaches: "t",
  source: "u",
  elements: ["One"],
  findings: { error: 1, warning: 0, info: 2 },
};

test("a list of the server is read", async () => {
  answer({ library: [whole] });
  expect(await listings()).toEqual([whole]);
});

test("what is missing is left open, and what cannot be shown is left out", async () => {
  const bare = { name: "b", kind: "template", theme: "templates", findings: { error: "many" } };
  answer({ library: [bare, null, { ...whole, kind: "opera" }, { ...whole, theme: "constructor" }] });
  expect(await listings()).toEqual([
    {
      ...bare,
      title: "b",
      summary: "",
      teaches: "",
      source: "",
      elements: [],
      findings: undefined,
    },
  ]);
});

test("an answer that is no list is an error in words", async () => {
  answer({ library: 3 });
  await expect(listings()).rejects.toThrow("could not be read");
});

test("the start page shows real systems and models that the library has", () => {
  const all = LIBRARY.map(({ map, ...listed }) => ({
    ...listed,
    elements: map.elements.map(({ name }) => name),
    findings: undefined,
  }));
  const { systems, templates } = featured(all);
  expect(systems.map(({ kind }) => kind)).toEqual(["system", "system"]);
  expect(templates.map(({ kind }) => kind)).toEqual(new Array(4).fill("template"));
  expect(featured([])).toEqual({ systems: [], templates: [] });
});
