import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawnColourName } from "../../client/canvas/drawnColour.ts";
import { lightened, PERSON_COLOURS } from "../../client/sync/personColours.ts";
import { COLOUR_TOKENS, type ColourToken, tokenColour } from "../../shared/drawing/shapes.ts";
import { contrast } from "../support/contrast.ts";

const CLIENT = new URL("../../client/", import.meta.url);
const SHEET = readFileSync(new URL("theme.css", CLIENT), "utf8");
const THEMES = ["light", "dark"] as const;
const TEXT = 4.5;
const SHAPE = 3;

/** The value of a token such as `--ink`, aliases followed. */
function colourOf(name: string, theme: (typeof THEMES)[number]): string {
  const value = new RegExp(`${name}: ([^;]+);`).exec(SHEET)?.[1] ?? "";
  const alias = /^var\((--[a-z-]+)\)$/.exec(value)?.[1];
  if (alias !== undefined) return colourOf(alias, theme);
  const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value) ?? [];
  const colour = theme === "light" ? light : dark;
  if (colour !== undefined) return colour;
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  throw new Error(`The theme has no colour ${name}.`);
}

const PAPERS = ["--surface", "--ground", "--wash"];
const PALE = ["--accent-pale", "--error-pale", "--warning-pale", "--info-pale"];

/** What is written on what. */
const WORDS_ON: Readonly<Record<string, readonly string[]>> = {
  "--ink": [...PAPERS, ...PALE, "--line"],
  "--ink-soft": [...PAPERS, ...PALE],
  "--ink-faint": [...PAPERS],
  "--accent": [...PAPERS, "--accent-pale"],
  "--accent-dark": [...PAPERS],
  "--error": [...PAPERS, "--error-pale"],
  "--success": ["--surface", "--success-pale"],
  "--warning-ink": ["--surface", "--warning-pale"],
  "--surface": ["--ink", "--error"],
  "--info": ["--surface"],
  "--on-accent": ["--accent", "--accent-dark"],
  "--on-banner": ["--banner"],
  "--on-brand": ["--brand"],
  "--on-error": ["--error"],
  "--on-warning": ["--warning"],
};

/** What is seen beside what: edges of what can be pressed, frames, shapes that mean something. */
const SHAPES_ON: Readonly<Record<string, readonly string[]>> = {
  "--line-strong": PAPERS.filter((name) => name !== "--wash"),
  "--accent": [...PAPERS, "--accent-pale"],
  "--highlight": ["--ground", "--surface", "--error-pale", "--warning-pale", "--info-pale"],
  "--error": ["--surface", "--error-pale"],
  "--ink": PAPERS,
  "--commissioner": ["--surface", "--ground"],
  "--provider": ["--surface", "--ground"],
  "--vehicle": ["--surface", "--ground"],
  "--contract": ["--surface", "--ground"],
  "--forum": ["--surface", "--ground"],
  "--money": ["--surface", "--ground"],
  "--note-edge": ["--surface"],
};

const INKS: readonly ColourToken[] = ["ink", "inkSoft"];
const NOTES: readonly ColourToken[] = ["noteYellow", "noteBlue", "noteGreen", "notePink", "noteGrey"];

/** The same for the drawing. */
const DRAWN_WORDS_ON: readonly (readonly [ColourToken, readonly ColourToken[]])[] = [
  ...INKS.map((ink) => [ink, ["paper", "wash", "placeFill", "ground", ...NOTES]] as const),
  ...(["provider", "vehicle", "contract", "subContract", "forum", "fundInk", "money"] as const).map(
    (band) => [band, ["paper"]] as const,
  ),
  ...(["relation", "ownership", "delegation"] as const).map((label) => [label, ["paper"]] as const),
  ["terminated", ["wash"]],
  ["error", ["paper"]],
  ["info", ["paper"]],
  ["onCommissioner", ["commissioner"]],
  ["onCommissionerSoft", ["commissioner"]],
  ["onProvider", ["provider"]],
  ["onMoney", ["money"]],
  ["onError", ["error"]],
  ["onWarning", ["warning"]],
];
const EDGES: readonly ColourToken[] = [
  "commissioner",
  "provider",
  "vehicle",
  "contract",
  "subContract",
  "terminated",
  "fundEdge",
  "forum",
  "plain",
  "place",
  "money",
  "ownership",
  "delegation",
  "relation",
  "relationSoft",
  "error",
  "info",
  "ink",
];

const rows = (pairs: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(pairs).flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each(THEMES)("the %s theme", (theme) => {
  test.each(rows(WORDS_ON))("words in %s can be read on %s", (front, back) => {
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(rows(SHAPES_ON))("shapes in %s are seen on %s", (front, back) => {
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(SHAPE);
  });

  const drawn = (token: ColourToken) => colourOf(drawnColourName(token), theme);

  test.each(DRAWN_WORDS_ON.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    "the drawing’s words in %s can be read on %s",
    (front, back) => {
      expect(contrast(drawn(front), drawn(back))).toBeGreaterThanOrEqual(TEXT);
    },
  );

  test.each(EDGES.flatMap((edge) => (["paper", "ground"] as const).map((back) => [edge, back] as const)))(
    "the drawing’s %s is seen on %s",
    (edge, back) => {
      expect(contrast(drawn(edge), drawn(back))).toBeGreaterThanOrEqual(SHAPE);
    },
  );

  test.each(PERSON_COLOURS)("a frame in the person’s colour %s is seen on the map", (colour) => {
    const line = theme === "light" ? colour : lightened(colour);
    expect(contrast(line, colourOf("--ground", theme))).toBeGreaterThanOrEqual(SHAPE);
    expect(contrast(line, colourOf("--surface", theme))).toBeGreaterThanOrEqual(SHAPE);
  });
});

test.each(COLOUR_TOKENS)("the light %s is that of the exports", (token) => {
  expect(colourOf(drawnColourName(token), "light")).toBe(tokenColour(token));
});

const sources = readdirSync(CLIENT, { recursive: true, encoding: "utf8" });

test("nothing but the theme and the list of people’s colours has a colour of its own", () => {
  const raw = sources
    .filter((name) => /\.(css|tsx)$/.test(name) && name !== "theme.css")
    .flatMap((name) =>
      readFileSync(new URL(name, CLIENT), "utf8")
        .split("\n")
        .filter((line) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|: (white|black)\b/i.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(raw).toEqual([]);
});

test("every token that a style sheet uses exists", () => {
  const textOf = (name: string) => readFileSync(new URL(name, CLIENT), "utf8");
  const sheets = sources.filter((name) => name.endsWith(".css"));
  // Set by React Aria, by sheets for what is inside, and by components for their own sheets.
  const known = new Set<string | undefined>(["--trigger-width"]);
  for (const name of sheets) for (const [, own] of textOf(name).matchAll(/(--[a-z0-9-]+):/g)) known.add(own);
  for (const name of sources.filter((name) => /\.tsx?$/.test(name)))
    for (const [, own] of textOf(name).matchAll(/["'`](--[a-z0-9-]+)["'`]/g)) known.add(own);
  const unknown = sheets.flatMap((name) =>
    [...textOf(name).matchAll(/var\((--[a-z0-9-]+)\)/g)]
      .filter(([, used]) => !known.has(used))
      .map(([, used]) => `${name}: ${used}`),
  );
  expect(unknown).toEqual([]);
});

test("what has the focus by its ground alone has an outline too, for forced colours", () => {
  const rule = /([^{}]+)\{([^{}]*)\}/g;
  const lost = sources
    .filter((name) => name.endsWith(".css"))
    .flatMap((name) =>
      [
        ...readFileSync(new URL(name, CLIENT), "utf8")
          .replace(/\/\*.*?\*\//gs, "")
          .matchAll(rule),
      ]
        .filter(([, selector = "", body = ""]) => {
          const isFocus = /\[data-focus(ed|-visible)\]\s*$/.test(selector);
          return isFocus && /background|box-shadow/.test(body) && !body.includes("outline:");
        })
        .map(([, selector]) => `${name}: ${selector?.trim()}`),
    );
  expect(lost).toEqual([]);
});
