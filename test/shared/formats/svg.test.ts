import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapToSvg } from "../../../shared/formats/svg.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { anyMap } from "../drawing/arbitraryMap.ts";

const date = "2026-11-22";

function mapOf(fields: Partial<SystemMap> = {}): SystemMap {
  return {
    format: "system-map",
    version: 1,
    title: "A map",
    regime: "england-2012",
    elements: [],
    relations: [],
    ...fields,
  };
}

const ccg: MapElement = {
  id: "ccg",
  type: "organisation",
  kind: "ccg",
  name: "Westshire CCG",
  position: { x: 0, y: 0 },
};
const trust: MapElement = {
  id: "ft",
  type: "organisation",
  kind: "foundation-trust",
  name: "Westshire FT",
  position: { x: 0, y: 400 },
};

/** The tags of a document, and a failure where one is not closed or not known to be harmless. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|#39);[^"<>&]*)*")*)(\/?)>/g,
    (_, close, tag, _attributes, empty) => {
      expect(["svg", "g", "title", "path", "text"]).toContain(tag);
      if (close) expect(open.pop()).toBe(tag);
      else if (!empty) open.push(tag);
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
  expect(svg).not.toMatch(/\p{Surrogate}|(?![\n\t])\p{Cc}/u);
}

describe("any map", () => {
  test("is well formed, carries nothing that runs or loads, and is the same bytes each time", () => {
    fc.assert(
      fc.property(anyMap, fc.string({ unit: "binary" }), ({ elements, relations }, title) => {
        const map = mapOf({ elements, relations, title });
        const svg = mapToSvg(map, { date });
        expectWellFormed(svg);
        const tags = (svg.match(/<[^>]*>/g) ?? []).join("");
        expect(tags).not.toMatch(/href|url\(| on[a-z]+=|NaN|Infinity|undefined/);
        expect(mapToSvg(structuredClone(map), { date })).toBe(svg);
      }),
      { numRuns: 60 },
    );
  });
});

describe("hostile text", () => {
  const hostile = `<script>alert("1")</script>&'javascript:alert(1)`;

  test("is only ever text", () => {
    const svg = mapToSvg(
      mapOf({
        title: hostile,
        elements: [
          { ...ccg, name: hostile },
          trust,
          {
            id: "n",
            type: "note",
            name: hostile,
            text: hostile,
            colour: hostile,
            position: { x: 400, y: 0 },
          },
        ],
        relations: [{ id: "r", type: "owns", from: "ccg", to: "ft", label: hostile, proposed: true }],
        decisions: [
          { rule: hostile, subjects: ["ccg"], choice: "accepted", reason: hostile, by: hostile, at: hostile },
        ],
        settings: { rules: { [hostile]: "off" } },
      }),
      { date },
    );
    expectWellFormed(svg);
    expect(svg).toContain("&lt;script&gt;");
  });
});

describe("what the picture says", () => {
  const map = mapOf({
    title: "Older people’s services",
    asOf: "2015-04-01",
    elements: [ccg, trust],
    relations: [{ id: "r", type: "guarantees", from: "ft", to: "ccg", proposed: true }],
    settings: { marking: "official-sensitive", rules: { "vat-leakage": "off" } },
    decisions: [
      {
        rule: "thin-balance-sheet",
        subjects: ["ft"],
        choice: "accepted",
        reason: "Known to the board",
        by: "A. Chair",
        at: "2015-03-01",
      },
    ],
  });
  const svg = mapToSvg(map, { date });

  test.each([
    "Older people’s services",
    "England, Health and Social Care Act 2012 · As of 1 April 2015 · Drawn on 22 November 2026 · Not legal advice",
    "OFFICIAL-SENSITIVE",
    "Westshire FT guarantees Westshire CCG",
    "(to be agreed)",
    "Thin balance sheet (Westshire FT): “Known to the board”, A. Chair, 1 March 2015",
    "VAT leakage: off",
    "Commissioner",
    "Provider",
    "Dashed: proposed, to be agreed",
  ])("%s", (words) => {
    const lines = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(lines.join(" ")).toContain(words);
  });

  test("its legend has only what is used", () => {
    for (const words of ["Fund", "Note", "Place", "Delegates", "Must fix (number of findings)"])
      expect(svg).not.toContain(`>${words}<`);
  });

  test("the rules of 2022 say to which day they were checked; those of 2012 have ended", () => {
    const words = "Checked to 21 November 2026; a Health Bill is before Parliament.";
    expect(mapToSvg({ ...map, regime: "england-2022" }, { date })).toContain(
      `Rules of England, Health and Care Act 2022. ${words}`,
    );
    expect(svg).not.toContain("Checked to");
  });

  test("badges stand on what the open findings are about", () => {
    const withFindings = mapToSvg(map, {
      date,
      findings: [
        { severity: "error", subjects: ["ft"] },
        { severity: "warning", subjects: ["ccg"], accepted: true },
      ],
    });
    expect(withFindings).toContain(">Must fix (number of findings)<");
    expect(withFindings).not.toContain(">Should fix (number of findings)<");
  });

  test("a snapshot is drawn like the map in it", () => {
    expect(mapToSvg({ map }, { date })).toBe(svg);
  });
});

test("places stand behind, then lines, then cards, then labels", () => {
  const place: MapElement = { id: "p", type: "place", name: "Westshire", position: { x: -50, y: -50 } };
  const svg = mapToSvg(
    mapOf({
      elements: [ccg, trust, place],
      relations: [{ id: "r", type: "owns", from: "ft", to: "ccg", percent: 50 }],
    }),
    { date },
  );
  const order = ["<title>Place", 'stroke="#330072"', "<title>Clinical commissioning group", ">owns 50%<"].map(
    (mark) => svg.indexOf(mark),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});

test("an empty map says that it is empty", () => {
  expect(mapToSvg(mapOf(), { date })).toContain("Nothing is drawn on this map yet.");
});
