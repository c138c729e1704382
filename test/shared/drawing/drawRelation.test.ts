import { describe, expect, test } from "vitest";
import { drawRelation } from "../../../shared/drawing/drawRelation.ts";
import { relationLook, relationWords } from "../../../shared/drawing/relationLook.ts";
import type { Shape } from "../../../shared/drawing/shapes.ts";
import type { Route } from "../../../shared/geometry/route.ts";
import { RELATION_TYPES, type Relation } from "../../../shared/model/relation.ts";

const route: Route = {
  d: "M0 10C0 40 0 60 0 90",
  points: [
    { x: 0, y: 0 },
    { x: 0, y: 100 },
  ],
  start: { point: { x: 0, y: 0 }, side: "bottom", outward: { x: 0, y: 1 } },
  end: { point: { x: 0, y: 100 }, side: "top", outward: { x: 0, y: -1 } },
  label: { x: -30, y: 40, width: 60, height: 18 },
  strokeWidth: 2,
};

const relation = (fields: Partial<Relation> & Pick<Relation, "type">) =>
  ({ id: "r", from: "a", to: "b", ...fields }) as Relation;
const draw = (fields: Partial<Relation> & Pick<Relation, "type">) =>
  drawRelation(relation(fields), { ...route });
const words = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));

describe("the words on a relation", () => {
  test.each<[Partial<Relation> & Pick<Relation, "type">, string]>([
    [{ type: "commissions" }, "commissions"],
    [{ type: "commissions", lead: true }, "commissions (lead)"],
    [{ type: "holds" }, "held by"],
    [{ type: "under" }, "let under"],
    [{ type: "pays", annualAmount: 145_200_000 }, "£145.2m a year"],
    [{ type: "pays", annualAmount: 650_000, recurrent: false }, "£650k once"],
    [{ type: "pays" }, "not stated"],
    [{ type: "owns", percent: 50 }, "owns 50%"],
    [{ type: "owns" }, "owns"],
    [{ type: "guarantees" }, "guarantees"],
    [{ type: "guarantees", limit: 20_000_000 }, "guarantees up to £20m"],
    [{ type: "guarantees", proposed: true }, "guarantees (to be agreed)"],
    [
      {
        type: "delegates",
        function: "social-care-commissioning",
        level: "delegated",
        legalBasis: "section-75",
      },
      "delegates social care, s75",
    ],
    [
      { type: "delegates", function: "nhs-commissioning", level: "joint", legalBasis: "section-65z5" },
      "delegates NHS commissioning, jointly, s65Z5",
    ],
    [{ type: "delegates", legalBasis: "none" }, "delegates, no legal basis"],
    [{ type: "delegates" }, "delegates"],
    [{ type: "member" }, "member of"],
    [{ type: "member", standing: "associate", votes: 1 }, "associate member of, 1 vote"],
    [{ type: "hosts" }, "hosts"],
    [{ type: "governs", label: "reports to" }, "governs · reports to"],
    [{ type: "partners" }, "works with"],
  ])("%o", (fields, expected) => {
    expect(relationWords(relation(fields))).toBe(expected);
    expect(words(draw(fields).labelShapes).join(" ")).toBe(expected);
  });
});

describe("money", () => {
  test("is thicker the more it is", () => {
    const widths = [1e5, 1e6, 1e7, 58e6, 145.2e6, 1e9, 1e12].map(
      (annualAmount) => relationLook(relation({ type: "pays", annualAmount })).strokeWidth,
    );
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths.at(-1)).toBe(16);
    expect(widths[4]).toBeCloseTo(8.8, 1);
  });

  test("that is not stated is a thin line that says so, in no pill", () => {
    const { strokeWidth, label } = relationLook(relation({ type: "pays" }));
    expect(strokeWidth).toBe(1.5);
    expect(label.kind).toBe("words");
  });

  test("of nothing is not money that is not stated", () => {
    expect(relationWords(relation({ type: "pays", annualAmount: 0 }))).toBe("£0 a year");
  });
});

describe("looks", () => {
  test("no two relation types look and read the same", () => {
    const looks = RELATION_TYPES.map((type) => JSON.stringify({ ...relationLook(relation({ type })) }));
    expect(new Set(looks).size).toBe(RELATION_TYPES.length);
  });

  test("a guarantee is a double line with a shield", () => {
    const { shapes, labelShapes } = draw({ type: "guarantees" });
    const lines = shapes.filter((shape) => shape.kind === "path" && shape.d === route.d);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ stroke: "paper" });
    expect(labelShapes.filter(({ kind }) => kind === "path")).toHaveLength(2);
  });

  test.each(["commissions", "holds", "under", "pays", "owns", "guarantees", "hosts"] as const)(
    "a proposed %s is dashed",
    (type) => {
      expect(relationLook(relation({ type, proposed: true })).dash).toBeDefined();
      expect(relationLook(relation({ type })).dash).toBeUndefined();
    },
  );

  test("who works with whom has no direction", () => {
    const { startMark, endMark } = relationLook(relation({ type: "partners" }));
    expect([startMark, endMark]).toEqual(["none", "none"]);
  });

  test("a diamond stands at the parent", () => {
    const { startMark, endMark } = relationLook(relation({ type: "owns" }));
    expect([startMark, endMark]).toEqual(["diamond", "none"]);
  });
});

test("a screen reader hears that money is paid", () => {
  expect(draw({ type: "pays", annualAmount: 58_000_000 }).label).toBe("pays £58m a year");
  expect(draw({ type: "pays" }).label).toBe("pays, amount not stated");
});
