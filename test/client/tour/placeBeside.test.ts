import { expect, it } from "vitest";
import { placeBeside } from "../../../client/tour/placeBeside.ts";

const room = { x: 0, y: 0, width: 1000, height: 700 };
const card = { width: 340, height: 180 };

it("stands beside what it talks about, where it covers no card of the map", () => {
  const panel = { x: 700, y: 0, width: 300, height: 700 };
  expect(placeBeside(card, panel, room, [])).toEqual({ x: 348, y: 0 });
  const above = { x: 500, y: 100, width: 120, height: 60 };
  expect(placeBeside(card, panel, room, [above])).toEqual({ x: 348, y: 160 });
});

it("stands below a button of the bar, and stays in the window", () => {
  const button = { x: 940, y: 10, width: 60, height: 30 };
  expect(placeBeside(card, button, room, [])).toEqual({ x: 660, y: 52 });
});

it("stands in the corner of the map that has fewest cards", () => {
  const taken = [
    { x: 700, y: 600, width: 200, height: 100 },
    { x: 100, y: 600, width: 200, height: 100 },
  ];
  expect(placeBeside(card, room, room, [])).toEqual({ x: 660, y: 520 });
  expect(placeBeside(card, room, room, taken)).toEqual({ x: 660, y: 0 });
});
