import { expect, it } from "vitest";
import { wayFromUnder } from "../../../client/canvas/hintRoom.ts";

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const hint = box(400, 68, 500, 40);
const EDGE = 56;

it("leaves the map where it is while no card lies under the hint", () => {
  expect(wayFromUnder(hint, [box(0, 60, 300, 100), box(500, 200, 180, 60)], EDGE)).toBe(0);
});

it("moves the map down until the card that lies highest is clear of it", () => {
  expect(wayFromUnder(hint, [box(500, 100, 180, 60), box(700, 80, 180, 60)], EDGE)).toBe(48);
});

it("brings down no more of a card than the edge of the map showed", () => {
  expect(wayFromUnder(hint, [box(500, -20, 180, 100)], EDGE)).toBe(128 - EDGE);
  expect(wayFromUnder(hint, [box(500, -120, 180, 100)], EDGE)).toBe(0);
});
