import { describe, expect, it } from "vitest";
import { nearestInDirection, nearestTo, type Stop } from "../../../client/canvas/nearestInDirection.ts";
import { pinched } from "../../../client/canvas/pinched.ts";

const size = { width: 100, height: 60 };
const stop = (id: string, x: number, y: number): Stop => ({ id, x, y, ...size });

describe("the nearest card in a direction", () => {
  const here = stop("here", 0, 0);
  const stops = [
    stop("right", 300, 10),
    stop("near right, below", 160, 200),
    stop("left", -400, 0),
    stop("up", 20, -300),
    stop("down", 0, 500),
  ];
  it.each([
    ["right", "right"],
    ["left", "left"],
    ["up", "up"],
    ["down", "near right, below"],
  ] as const)("%s", (direction, expected) => {
    expect(nearestInDirection(here, direction, stops)).toBe(expected);
  });

  it("is none where nothing lies that way", () => {
    expect(nearestInDirection(here, "left", [stop("right", 300, 0)])).toBeUndefined();
    expect(nearestInDirection(here, "left", [])).toBeUndefined();
  });

  it("reaches every card of a grid by arrows alone, and comes back", () => {
    const grid = Array.from({ length: 16 }, (_, at) =>
      stop(String(at), (at % 4) * 200, Math.floor(at / 4) * 120),
    );
    const reached = new Set(["0"]);
    const queue = ["0"];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const from = grid.find((one) => one.id === id) as Stop;
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = nearestInDirection(from, direction, grid);
        if (next === undefined || reached.has(next)) continue;
        reached.add(next);
        queue.push(next);
      }
    }
    expect(reached.size).toBe(16);
    expect(nearestInDirection(grid[5] as Stop, "right", grid)).toBe("6");
    expect(nearestInDirection(grid[6] as Stop, "left", grid)).toBe("5");
  });

  it("begins at the one nearest to a point", () => {
    expect(nearestTo({ x: -300, y: 0 }, stops)).toBe("left");
  });
});

describe("a pinch", () => {
  const view = { x: 10, y: 20, zoom: 1 };
  it("keeps what lies between the fingers between them", () => {
    const next = pinched(
      view,
      [
        { x: 100, y: 100 },
        { x: 200, y: 100 },
      ],
      [
        { x: 150, y: 140 },
        { x: 350, y: 140 },
      ],
    );
    expect(next.zoom).toBe(2);
    const before = { x: (150 - view.x) / view.zoom, y: (100 - view.y) / view.zoom };
    expect({ x: before.x * next.zoom + next.x, y: before.y * next.zoom + next.y }).toEqual({
      x: 250,
      y: 140,
    });
  });

  it("zooms no further than the wheel does", () => {
    const [far, near] = [
      [
        { x: 0, y: 0 },
        { x: 4000, y: 0 },
      ],
      [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
      ],
    ] as const;
    expect(pinched(view, near, far).zoom).toBe(4);
    expect(pinched(view, far, near).zoom).toBe(0.08);
    expect(
      pinched(
        view,
        [
          { x: 5, y: 5 },
          { x: 5, y: 5 },
        ],
        near,
      ).zoom,
    ).toBeGreaterThan(0);
  });
});
