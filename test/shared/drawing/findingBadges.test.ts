import { expect, test } from "vitest";
import {
  BADGE_RADIUS,
  badgeNumber,
  cardBadgeSpot,
  findingBadge,
} from "../../../shared/drawing/findingBadge.ts";
import { badgeKindsOf, findingBadges } from "../../../shared/drawing/findingBadges.ts";
import { moved } from "../../../shared/drawing/moved.ts";
import { tokenColour } from "../../../shared/drawing/shapes.ts";
import { borderPoint } from "../../../shared/geometry/outline.ts";
import { textWidth } from "../../../shared/geometry/textWidth.ts";
import type { Severity } from "../../../shared/model/systemMap.ts";

/** Of bold Arimo, in em. */
const DIGIT_HEIGHT = 0.7;

test("an element has a badge for each severity and one for what is accepted, and together they count its findings", () => {
  const badges = findingBadges([
    { severity: "warning", subjects: ["a", "b"] },
    { severity: "error", subjects: ["a"] },
    { severity: "error", subjects: ["a"] },
    { severity: "info", subjects: ["b"] },
    { severity: "error", subjects: ["b"], accepted: true },
    { severity: "error", subjects: [] },
  ]);
  expect([...badges]).toEqual([
    [
      "a",
      [
        { kind: "error", count: 2 },
        { kind: "warning", count: 1 },
      ],
    ],
    [
      "b",
      [
        { kind: "info", count: 1 },
        { kind: "accepted", count: 1 },
      ],
    ],
  ]);
  expect(badgeKindsOf(badges)).toEqual(["error", "warning", "info", "accepted"]);
});

test("each severity has a shape of its own, with the number in it", () => {
  const badges = (["error", "warning", "info"] as const).map((severity) => findingBadge(severity, 12));
  expect(
    new Set(badges.map(([shape]) => (shape?.kind === "path" ? shape.d.replace(/[^A-Z]/g, "") : ""))).size,
  ).toBe(3);
  for (const badge of badges) expect(badge.at(-1)).toMatchObject({ text: "12" });
});

test.each(["organisation", "fund", "contract", "forum"] as const)(
  "the badge of a card touches what is drawn of it: %s",
  (type) => {
    const box = { x: 100, y: 200, width: 216, height: 88 };
    const { x, y } = cardBadgeSpot(type, box, 0);
    const [edge, top] = [
      borderPoint(type, box, "right", y - box.y),
      borderPoint(type, box, "top", x - box.x - BADGE_RADIUS),
    ];
    expect(x - BADGE_RADIUS).toBeLessThan(box.x + edge.x);
    expect(y + BADGE_RADIUS).toBeGreaterThan(box.y + top.y);
  },
);

test("a label that keeps just clear of a fund keeps clear of its badge", () => {
  const fund = { x: 500, y: 112, width: 216, height: 90 };
  // As on the map of Salford in 2016: seven above the cylinder's highest line, over its corner.
  const labelBottom = 105;
  expect(cardBadgeSpot("fund", fund, 0).y - BADGE_RADIUS).toBeGreaterThan(labelBottom);
});

test("a number that has no room is cut short, and what is written fits its shape", () => {
  expect([0, 7, 99, 100, 2132].map(badgeNumber)).toEqual(["0", "7", "99", "99+", "99+"]);
  /** Half of the room inside each shape at the upper edge of the number and at its base line. */
  const room = {
    error: () => 11,
    warning: (y: number) => ((y + 13) / 24) * 14,
    info: (y: number) => Math.sqrt(8.5 ** 2 - y ** 2),
  } as const;
  for (const severity of ["error", "warning", "info"] as const) {
    const number = findingBadge(severity, 2132).at(-1);
    if (number?.kind !== "text") throw new Error("There is no number.");
    const half = textWidth(number.text, number.sizePx, number.face) / 2;
    for (const y of [number.y, number.y - DIGIT_HEIGHT * number.sizePx])
      expect(half, `${severity} at ${y}`).toBeLessThanOrEqual(room[severity](y));
  }
});

test("what is accepted is stamped: filled, with a tick, not a number, and with no straight edge that a box to tick would have", () => {
  const [seal, tick, ...others] = findingBadge("accepted", 12);
  expect(others).toEqual([]);
  expect(seal).toMatchObject({ kind: "path", fill: "inkSoft" });
  expect(seal?.kind === "path" && /[LHV]/.test(seal.d)).toBe(false);
  expect(tick).toMatchObject({ kind: "path", stroke: "paper" });
});

test("in grey, and too small to count corners: what must be fixed is filled, what is worth a look is a ring", () => {
  const ground = (severity: Severity) => findingBadge(severity, 1).findLast(({ kind }) => kind === "path");
  expect(ground("error")).toMatchObject({ fill: "error", stroke: "paper" });
  expect(ground("info")).toMatchObject({ fill: "paper", stroke: "info" });
});

test("the number can be read on its badge", () => {
  const pairs = [
    ["onError", "error"],
    ["onWarning", "warning"],
    ["info", "paper"],
    ["onMoney", "money"],
    ["onProvider", "provider"],
    ["onCommissioner", "commissioner"],
    ["onCommissionerSoft", "commissioner"],
    ["fundInk", "paper"],
    ["inkSoft", "paper"],
    ["inkSoft", "placeFill"],
    ["terminated", "wash"],
    ["relation", "paper"],
    ["paper", "ink"],
  ] as const;
  for (const [ink, ground] of pairs)
    expect(contrast(tokenColour(ink), tokenColour(ground)), `${ink} on ${ground}`).toBeGreaterThan(4.5);
});

test("shapes are moved as a whole", () => {
  expect(moved([{ kind: "path", d: "M0 1.5L-2 3C1 1 2 2 -7.25 3Z" }], 10, -1)).toEqual([
    { kind: "path", d: "M10 0.5L8 2C11 0 12 1 2.75 2Z" },
  ]);
});

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}
