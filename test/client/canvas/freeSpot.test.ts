import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSpot, ROOM_FOR_LINE, roomySpot, type Side, type Spot } from "../../../client/canvas/freeSpot.ts";

const SIZE = { width: 240, height: 68 };
const HERE: Spot = { x: 0, y: 0, ...SIZE };

/** How much is free between two cards: across, or down, whichever is more; below zero where they overlap. */
function gaps(one: Spot, other: Spot): { readonly across: number; readonly down: number } {
  return {
    across: Math.max(other.x - one.x - one.width, one.x - other.x - other.width),
    down: Math.max(other.y - one.y - one.height, one.y - other.y - other.height),
  };
}

function hasRoomForLine(one: Spot, other: Spot): boolean {
  const { across, down } = gaps(one, other);
  return across >= ROOM_FOR_LINE.across || down >= ROOM_FOR_LINE.down;
}

function overlap(one: Spot, other: Spot): boolean {
  const { across, down } = gaps(one, other);
  return across < 0 && down < 0;
}

/** Cards that are added one after the other, at the same wish. */
function addMany(count: number, wish: Spot, side: Side, taken: readonly Spot[] = []): readonly Spot[] {
  const added: Spot[] = [];
  for (let index = 0; index < count; index++)
    added.push({ ...roomySpot(wish, SIZE, [...taken, ...added], side), ...SIZE });
  return added;
}

describe("a spot for a new card", () => {
  it("leaves room for a labelled line between any two that are added at the same place", () => {
    const added = addMany(12, HERE, "around");
    for (const [index, one] of added.entries())
      for (const other of added.slice(index + 1)) expect(hasRoomForLine(one, other)).toBe(true);
  });

  it("fills what is visible on a small screen before it leaves it", () => {
    const middle = { x: 300, y: 250, ...SIZE };
    for (const { x, y } of addMany(6, middle, "around")) {
      expect(x).toBeGreaterThanOrEqual(-100);
      expect(x + SIZE.width).toBeLessThanOrEqual(980);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + SIZE.height).toBeLessThanOrEqual(640);
    }
  });

  it.each([
    ["below", "y"],
    ["above", "y"],
    ["right", "x"],
  ] as const)("keeps those that hang on the same card in line: %s", (side, alike) => {
    const wish = { below: { x: 0, y: 164 }, above: { x: 0, y: -164 }, right: { x: 368, y: 0 } }[side];
    const added = addMany(5, { ...HERE, ...wish }, side, [HERE]);
    expect(new Set(added.map((spot) => spot[alike]))).toEqual(new Set([wish[alike]]));
  });

  it("never lies on another card, however full the map is", () => {
    const spot = fc.record({
      x: fc.integer({ min: -400, max: 400 }),
      y: fc.integer({ min: -400, max: 400 }),
      width: fc.integer({ min: 40, max: 6_000 }),
      height: fc.integer({ min: 40, max: 6_000 }),
    });
    const sides = fc.constantFrom<Side>("around", "below", "above", "right");
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 12 }), sides, (taken, side) => {
        const found = { ...roomySpot(HERE, SIZE, taken, side), ...SIZE };
        expect(taken.filter((one) => overlap(found, one))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("is a snug one where the rows of a map leave no room for more", () => {
    const rows = Array.from({ length: 24 }, (_, row) => ({
      x: -6_000,
      y: -2_880 + row * 240,
      width: 12_000,
      height: 120,
    }));
    const found = roomySpot({ x: 0, y: 0 }, SIZE, rows, "around");
    expect(Math.hypot(found.x, found.y)).toBeLessThan(240);
    expect(rows.some((row) => overlap({ ...found, ...SIZE }, row))).toBe(false);
  });

  it("is close by for what no line is drawn to", () => {
    const { across, down } = gaps({ ...freeSpot(HERE, SIZE, [HERE]), ...SIZE }, HERE);
    expect(Math.max(across, down)).toBeLessThan(ROOM_FOR_LINE.down / 2);
  });
});
