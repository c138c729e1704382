import { describe, expect, it } from "vitest";
import { Snapper } from "../../../client/arrange/Snapper.ts";

const CARD = { x: 0, y: 0, width: 100, height: 60 };

describe("what a moving card is pulled to", () => {
  it("the edge of another, with a line that joins both", () => {
    const snapper = new Snapper(CARD, [{ x: 300, y: 400, width: 200, height: 60 }]);
    const { dx, dy, guides } = snapper.snap(297, 100, 6);
    expect([dx, dy]).toEqual([300, 100]);
    expect(guides).toContainEqual({ kind: "edge", axis: "x", at: 300, from: 100, to: 460 });
  });

  it("the middle of another", () => {
    const snapper = new Snapper(CARD, [{ x: 300, y: 400, width: 200, height: 60 }]);
    expect(snapper.snap(352, 100, 6).dx).toBe(350);
  });

  it("equal gaps between two neighbours", () => {
    const snapper = new Snapper(CARD, [
      { x: -500, y: 0, width: 100, height: 80 },
      { x: 640, y: 8, width: 130, height: 80 },
    ]);
    const { dx, guides } = snapper.snap(74, 3, 6);
    expect(dx).toBe(70);
    expect(guides).toContainEqual({
      kind: "gap",
      axis: "x",
      across: 30,
      gaps: [
        [-400, 70],
        [170, 640],
      ],
    });
  });

  it("nothing that is further away than the reach", () => {
    const snapper = new Snapper(CARD, [{ x: 300, y: 400, width: 200, height: 60 }]);
    expect(snapper.snap(290, 100, 6)).toEqual({ dx: 290, dy: 100, guides: [] });
  });

  it("nothing with a reach of 0, which only shows what is level", () => {
    const snapper = new Snapper(CARD, [{ x: 300, y: 400, width: 260, height: 60 }]);
    expect(snapper.snap(299, 100, 0).guides).toEqual([]);
    expect(snapper.snap(300, 100, 0).guides).toHaveLength(1);
  });
});
