import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { drawElement } from "../../../shared/drawing/drawElement.ts";
import type { TextShape } from "../../../shared/drawing/shapes.ts";
import { textWidth } from "../../../shared/geometry/textWidth.ts";
import type { Contract, MapElement } from "../../../shared/model/element.ts";
import { ORGANISATION_KINDS } from "../../../shared/model/organisationKind.ts";
import { anyElement } from "./arbitraryMap.ts";
import { expectDrawable } from "./pathNumbers.ts";

const at = { id: "e", name: "A name", position: { x: 0, y: 0 } } as const;
const contract = (fields: Partial<Contract>): Contract => ({
  ...at,
  type: "contract",
  kind: "prime-provider",
  ...fields,
});

function texts(element: MapElement): TextShape[] {
  return drawElement(element).shapes.filter((shape) => shape.kind === "text");
}

function lines(element: MapElement): string[] {
  return texts(element).map(({ text }) => text);
}

function extent(text: TextShape): { left: number; right: number } {
  const width = textWidth(text.text, text.sizePx, text.face, text.letterSpacingPx);
  const left =
    text.anchor === "start" ? text.x : text.anchor === "middle" ? text.x - width / 2 : text.x - width;
  return { left, right: left + width };
}

describe("any element", () => {
  test("is drawn inside its card, in finite numbers, the same each time", () => {
    fc.assert(
      fc.property(anyElement, (element) => {
        const { shapes, width, height, label } = drawElement(element);
        expectDrawable(shapes);
        expect(width).toBeGreaterThanOrEqual(80);
        expect(height).toBeGreaterThanOrEqual(40);
        expect(label).not.toBe("");
        for (const text of texts(element)) {
          const { left, right } = extent(text);
          expect(left, text.text).toBeGreaterThanOrEqual(0);
          expect(right, text.text).toBeLessThanOrEqual(width);
          expect(text.y - text.sizePx * 0.72).toBeGreaterThanOrEqual(0);
          expect(text.y + text.sizePx * 0.2).toBeLessThanOrEqual(height);
        }
        expect(drawElement(structuredClone(element))).toEqual(drawElement(element));
      }),
      { numRuns: 150 },
    );
  });

  test("lines of text do not run into one another", () => {
    fc.assert(
      fc.property(anyElement, (element) => {
        const inColumn = texts(element).filter(({ text, anchor }) => !(text === "P" && anchor === "middle"));
        const rows = [...new Set(inColumn.map(({ y }) => y))].sort((a, b) => a - b);
        for (const [index, y] of rows.entries())
          if (index > 0) expect(y - (rows[index - 1] ?? 0)).toBeGreaterThan(10);
      }),
    );
  });

  test("that has not changed is not drawn again", () => {
    const element = contract({});
    expect(drawElement(element)).toBe(drawElement(element));
    expect(cardSize(element)).toMatchObject({ width: 264 });
  });
});

test.each(ORGANISATION_KINDS)("the words in the band of a %s do not meet", (kind) => {
  const row = texts({ ...at, type: "organisation", kind }).filter(({ y }) => y < 24);
  const extents = row.map(extent).sort((a, b) => a.left - b.left);
  for (const [index, { left }] of extents.entries())
    if (index > 0) expect(left).toBeGreaterThan((extents[index - 1]?.right ?? 0) + 8);
});

describe("names", () => {
  test("an element without one says so in soft ink", () => {
    const [text] = texts({ ...at, name: " ", type: "organisation", kind: "foundation-trust" }).filter(
      ({ text }) => text.startsWith("Unnamed"),
    );
    expect(text).toMatchObject({ text: "Unnamed organisation", colour: "inkSoft" });
  });

  test("ten thousand letters take three lines and an ellipsis", () => {
    const element = { ...at, name: "Ab ".repeat(3_400), type: "organisation", kind: "icb" } as const;
    expect(texts(element).filter(({ sizePx }) => sizePx === 15)).toHaveLength(3);
    expect(lines(element).some((line) => line.endsWith("…"))).toBe(true);
    expect(drawElement(element).height).toBeLessThan(130);
    expect(drawElement(element).label.length).toBeLessThan(400);
  });

  test("a name read from right to left stands at the right edge", () => {
    const element = { ...at, name: "مستشفى (2015)", type: "organisation", kind: "nhs-trust" } as const;
    expect(texts(element)).toContainEqual(
      expect.objectContaining({
        text: "مستشفى (2015)",
        anchor: "end",
        script: "arabic",
        isRightToLeft: true,
      }),
    );
  });
});

describe("a contract", () => {
  test("states value, term and start, and marks what is derived", () => {
    expect(lines(contract({ totalValue: 726_000_000, termMonths: 60, start: "2015-04-01" }))).toEqual(
      expect.arrayContaining(["£726m over 5 years from Apr 2015", "£145.2m a year (derived)"]),
    );
  });

  test("derives nothing where the annual value is stated", () => {
    const shown = lines(contract({ totalValue: 726_000_000, annualValue: 145_000_000, termMonths: 60 }));
    expect(shown).toContain("£145m a year");
    expect(shown.join()).not.toContain("derived");
  });

  test("says that its value is not stated, never £0", () => {
    expect(lines(contract({ payment: "block" }))).toContain("Value not stated · block");
    expect(lines(contract({ annualValue: 0 }))).toContain("£0 a year");
  });

  test("says what is known of payment, procurement and status", () => {
    const shown = lines(
      contract({
        payment: "capitation",
        outcomePercent: 15,
        procurement: "competitive-dialogue",
        priceCeiling: 752_000_000,
        status: "live",
      }),
    );
    expect(shown).toEqual(
      expect.arrayContaining(["Capitated · 15% on outcomes", "Competitive dialogue · ceiling £752m", "Live"]),
    );
  });

  test("that was terminated says so and looks it", () => {
    const { shapes } = drawElement(contract({ status: "terminated" }));
    expect(lines(contract({ status: "terminated" }))).toContain("TERMINATED");
    expect(shapes[0]).toMatchObject({ fill: "wash", stroke: "terminated" });
    expect(drawElement(contract({ status: "terminated" })).label).toContain("Terminated");
  });
});

test("a contract that is a proposal in status and on the map says so once", () => {
  const said = lines(contract({ proposed: true, status: "proposed" })).filter((line) =>
    /proposed/i.test(line),
  );
  expect(said).toEqual(["Proposed, to be agreed"]);
  expect(lines(contract({ status: "proposed" }))).toContain("Proposed");
});

test("what is proposed is dashed and says so", () => {
  const element = contract({ proposed: true });
  expect(lines(element)).toContain("Proposed, to be agreed");
  expect(drawElement(element).shapes[0]).toMatchObject({ dash: expect.anything() });
  expect(drawElement(contract({})).shapes[0]).not.toHaveProperty("dash");
});

test("a place and a note have the size they state, within reason", () => {
  expect(cardSize({ ...at, type: "place", size: { width: 900, height: 500 } })).toMatchObject({
    width: 900,
    height: 500,
  });
  expect(cardSize({ ...at, type: "note", size: { width: 0, height: 0 } })).toMatchObject({
    width: 80,
    height: 48,
  });
  expect(cardSize({ ...at, type: "note" })).toMatchObject({ width: 200, height: 120 });
});

test("services that are stated and empty mean that it delivers none", () => {
  expect(lines({ ...at, type: "organisation", kind: "integrator", services: [] })).toContain(
    "Delivers no services itself",
  );
  expect(lines({ ...at, type: "organisation", kind: "integrator" }).join()).not.toContain("services");
});
