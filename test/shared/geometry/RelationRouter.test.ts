import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { drawRelation } from "../../../shared/drawing/drawRelation.ts";
import { FARTHEST, overlapArea } from "../../../shared/geometry/box.ts";
import { FUND_CAP, HEXAGON_POINT } from "../../../shared/geometry/outline.ts";
import { RelationRouter } from "../../../shared/geometry/RelationRouter.ts";
import type { RouteEnd } from "../../../shared/geometry/route.ts";
import { routeRelations } from "../../../shared/geometry/routeRelations.ts";
import type { MapElement, Organisation } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { anyElement, anyMap, position } from "../drawing/arbitraryMap.ts";
import { expectDrawable } from "../drawing/pathNumbers.ts";

type Elements = readonly MapElement[];

function sizesOf(elements: Elements) {
  return new Map(elements.map((element) => [element.id, cardSize(element)]));
}

function route(elements: Elements, relations: readonly Relation[]) {
  return routeRelations(elements, relations, sizesOf(elements));
}

function trust(id: string, x: number, y: number): Organisation {
  return { id, type: "organisation", kind: "foundation-trust", name: `Trust ${id}`, position: { x, y } };
}

function routed(elements: Elements, relations: readonly Relation[], id = relations[0]?.id ?? "") {
  const found = route(elements, relations).get(id);
  if (found === undefined) throw new Error(`no route for ${id}`);
  return found;
}

/** How far a route's end is from the border that its card's shape allows on that side. */
function offBorder(end: RouteEnd, element: MapElement): number {
  const { width, height } = cardSize(element);
  const x = end.point.x - element.position.x;
  const y = end.point.y - element.position.y;
  const depth = { top: y, bottom: height - y, left: x, right: width - x }[end.side];
  const allowed = element.type === "forum" ? HEXAGON_POINT : element.type === "fund" ? FUND_CAP : 0;
  const along = end.side === "top" || end.side === "bottom" ? x / width : y / height;
  if (along < 0 || along > 1) return Number.POSITIVE_INFINITY;
  return depth < 0 ? -depth : Math.max(0, depth - allowed);
}

const isNear = ({ position: { x, y } }: MapElement) => Math.abs(x) < 1e6 && Math.abs(y) < 1e6;

describe("any map", () => {
  test("every relation has a route in finite numbers that ends on its cards' borders, and a label", () => {
    fc.assert(
      fc.property(anyMap, ({ elements, relations }) => {
        const routes = route(elements, relations);
        const byId = new Map(elements.map((element) => [element.id, element]));
        expect(routes.size).toBe(relations.length);
        for (const relation of relations) {
          const found = routes.get(relation.id);
          if (found === undefined) throw new Error("no route");
          const { shapes, labelShapes } = drawRelation(relation, found);
          expectDrawable([...shapes, ...labelShapes]);
          expect(labelShapes.some((shape) => shape.kind === "text")).toBe(true);
          for (const { x, y } of found.points) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
          const [startId, endId] =
            relation.type === "holds" ? [relation.to, relation.from] : [relation.from, relation.to];
          for (const [end, id] of [
            [found.start, startId],
            [found.end, endId],
          ] as const) {
            const element = byId.get(id);
            if (element !== undefined && isNear(element)) expect(offBorder(end, element)).toBeLessThan(0.01);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("routing what has changed is routing everything", () => {
    const edit = fc.oneof(
      fc.record({ kind: fc.constant("move" as const), index: fc.nat(), position }),
      fc.record({ kind: fc.constant("add" as const), element: anyElement }),
      fc.record({ kind: fc.constant("remove" as const), index: fc.nat() }),
      fc.record({ kind: fc.constant("propose" as const), index: fc.nat() }),
      fc.record({ kind: fc.constant("unlink" as const), index: fc.nat() }),
      fc.record({ kind: fc.constant("link" as const), index: fc.nat(), from: fc.nat(), to: fc.nat() }),
      fc.record({ kind: fc.constant("reverse" as const) }),
    );
    fc.assert(
      fc.property(anyMap, fc.array(edit, { minLength: 1, maxLength: 12 }), (map, edits) => {
        let elements: MapElement[] = [...map.elements];
        let relations: Relation[] = [...map.relations];
        const router = new RelationRouter();
        router.update(elements, relations, sizesOf(elements));
        for (const [step, change] of edits.entries()) {
          [elements, relations] = edited(elements, relations, change, step);
          const sizes = sizesOf(elements);
          const routes = router.update(elements, relations, sizes);
          expect([...routes]).toEqual([...routeRelations(elements, relations, sizes)]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

type Edit =
  | { kind: "move"; index: number; position: MapElement["position"] }
  | { kind: "add"; element: MapElement }
  | { kind: "remove" | "propose" | "unlink"; index: number }
  | { kind: "link"; index: number; from: number; to: number }
  | { kind: "reverse" };

function edited(
  elements: MapElement[],
  relations: Relation[],
  edit: Edit,
  step: number,
): [MapElement[], Relation[]] {
  const pick = <T>(items: readonly T[], index: number) => items[index % Math.max(1, items.length)];
  switch (edit.kind) {
    case "move": {
      const moved = pick(elements, edit.index);
      return [
        elements.map((element) => (element === moved ? { ...element, position: edit.position } : element)),
        relations,
      ];
    }
    case "add":
      return [[...elements, { ...edit.element, id: `added${step}` }], relations];
    case "remove": {
      const gone = pick(elements, edit.index);
      return [elements.filter((element) => element !== gone), relations];
    }
    case "propose": {
      const changed = pick(relations, edit.index);
      return [
        elements,
        relations.map((relation) => (relation === changed ? { ...relation, proposed: true } : relation)),
      ];
    }
    case "unlink": {
      const gone = pick(relations, edit.index);
      return [elements, relations.filter((relation) => relation !== gone)];
    }
    case "link": {
      const from = pick(elements, edit.from)?.id ?? "nobody";
      const to = pick(elements, edit.to)?.id ?? "nobody";
      const linked: Relation = { id: `linked${step}`, type: "owns", from, to };
      return [elements, relations.toSpliced(edit.index % (relations.length + 1), 0, linked)];
    }
    case "reverse":
      return [elements, relations.toReversed()];
  }
}

describe("routes", () => {
  test("that have not changed are the same objects", () => {
    const elements = [trust("a", 0, 0), trust("b", 0, 400), trust("c", 3_000, 0), trust("d", 3_000, 400)];
    const relations: Relation[] = [
      { id: "near", type: "owns", from: "a", to: "b" },
      { id: "far", type: "owns", from: "c", to: "d" },
    ];
    const router = new RelationRouter();
    const before = router.update(elements, relations, sizesOf(elements));
    const moved = elements.with(1, trust("b", 40, 500));
    const after = router.update(moved, relations, sizesOf(moved));
    expect(after.get("far")).toBe(before.get("far"));
    expect(after.get("near")).not.toEqual(before.get("near"));
  });

  test("mostly stay as they are when one card of a large map is dragged", () => {
    const elements = Array.from({ length: 400 }, (_, index) =>
      trust(`e${index}`, (index % 20) * 360, Math.floor(index / 20) * 220),
    );
    const relations = elements
      .slice(20)
      .map(({ id }, index): Relation => ({ id: `r${index}`, type: "owns", from: `e${index}`, to: id }));
    const router = new RelationRouter();
    const before = router.update(elements, relations, sizesOf(elements));
    const moved = elements.with(210, trust("e210", 10 * 360 + 30, 10 * 220 + 30));
    const after = router.update(moved, relations, sizesOf(moved));
    const changed = relations.filter(({ id }) => after.get(id) !== before.get(id));
    expect(changed.length).toBeGreaterThan(1);
    expect(changed.length).toBeLessThan(40);
  });

  test("are sought again where a crowd that was too dense for it thins out, a card at a time, and thickens", () => {
    const ends = [trust("a", 0, 0), trust("b", 1400, 700)];
    // One card stands in the way; the others lie in a heap off it, so that only how many there are can make a difference.
    const heap = Array.from({ length: 245 }, (_, index) => trust(`h${index}`, 1350 + (index % 5), -150));
    const wall = Array.from({ length: 4 }, (_, index) => trust(`w${index}`, 700, 100 + index * 150));
    const relations: readonly Relation[] = [{ id: "r", type: "partners", from: "a", to: "b" }];
    const router = new RelationRouter();
    const seen = new Set<string>();
    for (const count of [245, 240, 236, 235, 234, 233, 230, 232, 234, 235, 236, 245]) {
      const elements = [...ends, ...wall, ...heap.slice(0, count)];
      const now = router.update(elements, relations, sizesOf(elements)).get("r");
      expect(now, `with ${count} in the heap`).toEqual(route(elements, relations).get("r"));
      seen.add(now?.d ?? "");
    }
    expect(seen.size, "in the crowd another way is taken").toBe(2);
  });

  test("run straight down between cards above one another", () => {
    const { start, end, points } = routed(
      [trust("a", 0, 0), trust("b", 0, 400)],
      [{ id: "r", type: "owns", from: "a", to: "b" }],
    );
    expect([start.side, end.side]).toEqual(["bottom", "top"]);
    expect(new Set(points.map(({ x }) => Math.round(x))).size).toBe(1);
  });

  test("run from the contract to its holder", () => {
    const contract: MapElement = {
      id: "c",
      type: "contract",
      kind: "nhs-standard",
      name: "C",
      position: { x: 0, y: 0 },
    };
    const { start, end } = routed(
      [contract, trust("t", 0, 400)],
      [{ id: "r", type: "holds", from: "t", to: "c" }],
    );
    expect(start.point.y).toBeLessThan(end.point.y);
  });

  test("go around a card that stands between", () => {
    const between = trust("between", 0, 300);
    const { points } = routed(
      [trust("a", 0, 0), between, trust("b", 0, 600)],
      [{ id: "r", type: "owns", from: "a", to: "b" }],
    );
    const { width, height } = cardSize(between);
    const inside = points.filter(({ x, y }) => x > 0 && x < width && y > 300 && y < 300 + height);
    expect(inside).toEqual([]);
  });

  test("between the same two cards fan out", () => {
    const elements = [trust("a", 0, 0), trust("b", 60, 500)];
    const relations = ["pays", "owns", "guarantees", "partners"].map(
      (type, index) => ({ id: `r${index}`, type, from: "a", to: "b" }) as Relation,
    );
    const middles = [...route(elements, relations).values()].map(
      ({ points }) => points[Math.floor(points.length / 2)],
    );
    for (const [index, one] of middles.entries()) {
      for (const other of middles.slice(index + 1)) {
        const gap = Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
        expect(gap).toBeGreaterThan(18);
      }
    }
  });

  test("keep their labels off cards and off each other where there is room", () => {
    const elements = [trust("a", 0, 0), trust("b", -300, 500), trust("c", 0, 500), trust("d", 300, 500)];
    const relations = ["b", "c", "d"].flatMap((to) => [
      { id: `owns ${to}`, type: "owns", from: "a", to, percent: 20 } as Relation,
      { id: `pays ${to}`, type: "pays", from: "a", to, annualAmount: 58_000_000 } as Relation,
    ]);
    const labels = [...route(elements, relations).values()].flatMap(({ label }) => label ?? []);
    const cards = elements.map((element) => ({ ...element.position, ...cardSize(element) }));
    expect(labels).toHaveLength(6);
    for (const [index, label] of labels.entries()) {
      for (const other of [...cards, ...labels.slice(index + 1)]) expect(overlapArea(label, other)).toBe(0);
    }
  });

  test("of an element with itself make a loop beside it", () => {
    const element = trust("a", 0, 0);
    const { points } = routed([element], [{ id: "r", type: "partners", from: "a", to: "a" }]);
    expect(Math.max(...points.map(({ x }) => x))).toBeGreaterThan(cardSize(element).width + 15);
  });

  test("survive cards on one spot and at the end of the world", () => {
    const elements = [trust("a", 1e300, -1e300), trust("b", 1e300, -1e300), trust("c", -1.7e308, 1.7e308)];
    const relations: Relation[] = [
      { id: "same", type: "owns", from: "a", to: "b" },
      { id: "far", type: "pays", from: "a", to: "c" },
    ];
    for (const { points } of route(elements, relations).values()) {
      for (const { x, y } of points) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(2 * FARTHEST);
    }
  });

  test("are not made where an end is missing", () => {
    expect(route([trust("a", 0, 0)], [{ id: "r", type: "owns", from: "a", to: "gone" }]).size).toBe(0);
  });
});
