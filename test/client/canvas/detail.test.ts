import { describe, expect, it, vi } from "vitest";
import {
  type Detail,
  detailAt,
  noteZooming,
  useDetailStore,
} from "../../../client/canvas/lod/detailStore.ts";
import { Growing } from "../../../client/canvas/lod/Growing.ts";
import { Scene, type SceneInput } from "../../../client/canvas/lod/Scene.ts";
import { simpleCard } from "../../../client/canvas/lod/simpleCard.ts";
import { meets, regionKey, regionOf, viewRect } from "../../../client/canvas/lod/viewRegion.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { routeRelations } from "../../../shared/geometry/routeRelations.ts";
import { largeMap } from "../../bench/canvas/largeMap.ts";

const map = largeMap(40, 40);

describe("detail", () => {
  it("goes with the zoom, and stays as it is around a limit", () => {
    expect(([1, 0.3, 0.1] as const).map((zoom) => detailAt(zoom, "full"))).toEqual([
      "full",
      "names",
      "shapes",
    ]);
    for (const before of ["full", "names"] satisfies Detail[]) expect(detailAt(0.49, before)).toBe(before);
    for (const before of ["names", "shapes"] satisfies Detail[]) expect(detailAt(0.198, before)).toBe(before);
  });
});

describe("a movement of the zoom", () => {
  it("lasts until no step has come for a while", () => {
    vi.useFakeTimers();
    const isZooming = () => useDetailStore.getState().isZooming;
    for (let turn = 0; turn < 5; turn++) {
      noteZooming();
      vi.advanceTimersByTime(100);
      expect(isZooming()).toBe(true);
    }
    vi.advanceTimersByTime(100);
    expect(isZooming()).toBe(false);
    vi.useRealTimers();
  });
});

describe("a card from afar", () => {
  it("is as large as the card, and its name no larger than others, but smaller where it is long", () => {
    for (const element of map.elements) {
      const { width, height } = cardSize(element);
      for (const detail of ["names", "shapes"] as const)
        expect(simpleCard(element, detail)).toMatchObject({ width, height });
    }
    const [card] = map.elements;
    if (card === undefined) throw new Error("No card");
    const sizeOf = (name: string) =>
      Math.max(
        ...simpleCard({ ...card, name }, "names").shapes.map((shape) =>
          shape.kind === "text" ? shape.sizePx : 0,
        ),
      );
    expect(sizeOf("Ely")).toBe(sizeOf("Fen ICB"));
    expect(sizeOf("Ely")).toBeGreaterThan(sizeOf("Cambridgeshire and Peterborough integrated care board"));
    expect(sizeOf("Cambridgeshire and Peterborough integrated care board")).toBeGreaterThan(20);
  });

  it("says that it is only proposed also without words", () => {
    const [card] = map.elements;
    if (card === undefined) throw new Error("No card");
    const [outline] = simpleCard({ ...card, proposed: true }, "shapes").shapes;
    expect(outline).toMatchObject({ kind: "path", dash: expect.anything() });
  });
});

describe("what is drawn", () => {
  it("grows a few at a time, with what is needed at once", () => {
    const growing = new Growing<{ readonly id: string }>(2);
    const items = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
    const idsOf = (isNeeded: (id: string) => boolean) =>
      growing.update(items, isNeeded).shown.map(({ id }) => id);
    expect(idsOf((id) => id === "e")).toEqual(["a", "b", "e"]);
    expect(idsOf(() => false)).toEqual(["a", "b", "c", "d", "e"]);
    const { shown, isWhole } = growing.update(items, () => false);
    expect(isWhole).toBe(true);
    expect(growing.update(items, () => false).shown).toBe(shown);
  });

  it("covers more than the view, and stays the same while the view moves a little", () => {
    const key = regionKey([0, 0, 0.5], 1000, 800);
    const view = viewRect([0, 0, 0.5], 1000, 800);
    const region = regionOf(key);
    expect(region.x).toBeLessThan(view.x);
    expect(region.x + region.width).toBeGreaterThan(view.x + view.width);
    expect(regionKey([-20, -20, 0.5], 1000, 800)).toBe(regionKey([-30, -30, 0.5], 1000, 800));
    expect(meets(region, view)).toBe(true);
  });

  it("keeps the parts of the picture that look as before", () => {
    const scene = new Scene();
    const sizes = new Map(map.elements.map((element) => [element.id, cardSize(element)]));
    const input: SceneInput = {
      elements: map.elements,
      relations: map.relations,
      routes: routeRelations(map.elements, map.relations, sizes),
      badges: new Map(),
      selected: new Set(),
      dimmed: new Set(),
      omitted: new Set(),
      detail: "shapes",
    };
    const before = scene.update(input);
    expect(before).toHaveLength(80);
    const after = scene.update({ ...input, selected: new Set(["e3"]), omitted: new Set(["e4"]) });
    expect(after.filter((part) => !before.includes(part)).map(({ id }) => id)).toEqual(["e3"]);
    expect(before.filter((part) => !after.includes(part)).map(({ id }) => id)).toEqual(["e3", "e4"]);
  });
});
