import { readdirSync, readFileSync } from "node:fs";
import ELK from "elkjs/lib/elk.bundled.js";
import { describe, expect, it } from "vitest";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { type Box, contains, grown, intersects, isInside } from "../../../shared/geometry/box.ts";
import { routeRelations } from "../../../shared/geometry/routeRelations.ts";
import { withPlaceContents } from "../../../shared/layout/nesting.ts";
import { qualityOf } from "../../../shared/layout/quality.ts";
import type { TidyScope } from "../../../shared/layout/TidyRequest.ts";
import { placed, tidyMap } from "../../../shared/layout/tidyMap.ts";
import { turnedPairs } from "../../../shared/layout/turnedPairs.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { LOCKED } from "../../../shared/model/locked.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { largeMap } from "../../bench/canvas/largeMap.ts";
import { buildMap } from "../../support/buildMap.ts";

const engine = new ELK();
const LIBRARY = new URL("../../../shared/library/maps/", import.meta.url);

async function tidied(map: SystemMap, scope: TidyScope = { kind: "everything" }) {
  const { elements, relations } = map;
  return placed(elements, await tidyMap(engine, { elements, relations, scope }));
}

function boxOf(element: MapElement): Box {
  return { x: element.position.x, y: element.position.y, ...cardSize(element) };
}

function overlaps(elements: readonly MapElement[]): string[] {
  const cards = elements
    .filter(({ type }) => type !== "place")
    .map((element) => ({ id: element.id, box: boxOf(element) }));
  return cards.flatMap((one, index) =>
    cards
      .slice(index + 1)
      .filter((other) => intersects(one.box, other.box))
      .map((other) => `${one.id} on ${other.id}`),
  );
}

function onAGrid({ elements }: SystemMap): readonly MapElement[] {
  const columns = Math.ceil(Math.sqrt(elements.length));
  return elements.map((element, index) => ({
    ...element,
    position: { x: (index % columns) * 340, y: Math.floor(index / columns) * 260 },
  }));
}

function byId(elements: readonly MapElement[]) {
  return new Map(elements.map((element) => [element.id, element]));
}

function middle(elements: readonly MapElement[]): { x: number; y: number } {
  const boxes = elements.map(boxOf);
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** The ends of lines that begin by running behind the card which they belong to. */
function behindOwnCards(elements: readonly MapElement[], relations: readonly Relation[]): string[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const routes = routeRelations(elements, relations, new Map(elements.map((one) => [one.id, cardSize(one)])));
  return relations.flatMap(({ id, from, to }) =>
    [from, to].filter((end) => {
      const card = byId.get(end);
      // A board is no rectangle: a line meets it within its box.
      if (card === undefined || card.type === "forum" || card.type === "place") return false;
      const inner = grown(boxOf(card), -8);
      return (routes.get(id)?.points ?? []).filter((point) => contains(inner, point)).length > 2;
    }),
  );
}

describe("the maps of the library, tidied", () => {
  const costs = { byHand: 0, grid: 0, tidy: 0 };
  const order = { pairs: 0, turned: 0 };
  const files = readdirSync(LIBRARY).filter((file) => file !== "blank.map.json");

  it.each(files)(
    "%s: nothing overlaps, no words on cards, everything on the grid",
    async (file) => {
      const map = readMapFile(readFileSync(new URL(file, LIBRARY), "utf8"));
      const after = await tidied(map);
      expect(overlaps(after)).toEqual([]);
      for (const { position } of after)
        expect([position.x % 4, position.y % 4].map(Math.abs)).toEqual([0, 0]);
      const [now, then] = [middle(after), middle(map.elements)];
      // Notes find their places last, and may stick out a little.
      expect(Math.hypot(now.x - then.x, now.y - then.y)).toBeLessThan(4);
      const quality = qualityOf(after, map.relations);
      expect(quality.labelsOnCards + quality.labelsOnLabels).toBe(0);
      costs.tidy += quality.cost;
      costs.byHand += qualityOf(map.elements, map.relations).cost;
      costs.grid += qualityOf(onAGrid(map), map.relations).cost;
      expect(behindOwnCards(after, map.relations)).toEqual([]);
      const moves = map.elements.flatMap((element, index) => {
        const there = after[index];
        const counts = element.type !== "place" && element.type !== "note" && there !== undefined;
        return counts ? { before: boxOf(element), after: boxOf(there) } : [];
      });
      order.turned += turnedPairs(moves);
      order.pairs += (moves.length * (moves.length - 1)) / 2;
    },
    30_000,
  );

  it("keep on the whole who stands left and who stands right", () => {
    expect(order.turned).toBeLessThan(order.pairs * 0.08);
  });

  it("are on the whole far better to read than on a plain grid, and not much worse than drawn by hand", () => {
    expect(costs.tidy).toBeLessThan(costs.grid * 0.55);
    expect(costs.tidy).toBeLessThan(costs.byHand * 2.5);
  });
});

function contractMap() {
  return buildMap()
    .organisation("practice", "gp-practice")
    .contract("sub", "sub-contract")
    .organisation("trust", "foundation-trust")
    .contract("head", "prime-provider")
    .organisation("ccg", "ccg")
    .forum("board", "joint-committee")
    .fund("pool", "pooled")
    .relate("commissions", "ccg", "head")
    .relate("holds", "trust", "head")
    .relate("commissions", "trust", "sub")
    .relate("under", "sub", "head")
    .relate("holds", "practice", "sub")
    .relate("member", "ccg", "board")
    .relate("hosts", "ccg", "pool")
    .map();
}

describe("tiers", () => {
  it("lie in the order of the contracts, boards at the side", async () => {
    const after = byId(await tidied(contractMap()));
    const y = (id: string) => after.get(id)?.position.y ?? Number.NaN;
    const order = ["ccg", "pool", "head", "trust", "sub", "practice"];
    for (const [index, id] of order.slice(1).entries()) expect(y(order[index] ?? "")).toBeLessThan(y(id));
    const board = boxOf(after.get("board") as MapElement);
    for (const id of order) {
      const card = boxOf(after.get(id) as MapElement);
      expect(board.x + board.width < card.x || card.x + card.width < board.x).toBe(true);
    }
  });

  it("keep the order from left to right", async () => {
    const builder = buildMap().contract("all", "alliance");
    const ids = ["d", "b", "e", "a", "c"];
    for (const [index, id] of ids.entries())
      builder.organisation(id, "gp-practice", { position: { x: index * 300, y: (index % 2) * 400 } });
    for (const id of ids) builder.relate("holds", id, "all");
    const after = await tidied(builder.map());
    const practices = after.filter(({ type }) => type === "organisation");
    const fromLeft = practices.toSorted((a, b) => a.position.x - b.position.x).map(({ id }) => id);
    expect(fromLeft).toEqual(ids);
  });

  it("survive contracts that are let under each other in a circle", async () => {
    const map = buildMap()
      .contract("one", "other")
      .contract("two", "other")
      .relate("under", "one", "two")
      .relate("under", "two", "one")
      .map();
    expect(overlaps(await tidied(map))).toEqual([]);
  });
});

describe("places", () => {
  const map = buildMap()
    .place("city", { size: { width: 200, height: 100 } })
    .place("ward", { place: "city" })
    .organisation("one", "gp-practice", { place: "ward" })
    .organisation("two", "gp-practice", { place: "ward" })
    .organisation("three", "gp-practice", { place: "city" })
    .organisation("outside", "gp-practice")
    .map();

  it("hold what lies in them, however deep, and nothing else", async () => {
    const after = byId(await tidied(map));
    const box = (id: string) => boxOf(after.get(id) as MapElement);
    for (const [inner, outer] of [
      ["one", "ward"],
      ["two", "ward"],
      ["ward", "city"],
      ["three", "city"],
    ] as const)
      expect(isInside(box(inner), box(outer)), `${inner} in ${outer}`).toBe(true);
    expect(intersects(box("outside"), box("city"))).toBe(false);
    expect(intersects(box("three"), box("ward"))).toBe(false);
  });

  it("that lie in each other in a circle do not stop it", async () => {
    const circle = buildMap().place("a", { place: "b" }).place("b", { place: "a" }).map();
    expect(withPlaceContents(["a"], circle.elements)).toEqual(["a", "b"]);
    await expect(tidied(circle)).resolves.toHaveLength(2);
  });
});

describe("what is locked", () => {
  it("stays, and nothing is put on it", async () => {
    const before = contractMap();
    const elements = before.elements.map((element) =>
      element.id === "trust" ? ({ ...element, [LOCKED]: true } as unknown as MapElement) : element,
    );
    const after = await tidied({ ...before, elements });
    expect(byId(after).get("trust")?.position).toEqual(byId(elements).get("trust")?.position);
    expect(overlaps(after)).toEqual([]);
    expect(after).not.toEqual(elements);
  });
});

describe("a part of the map", () => {
  it("selected, is put in order around its middle, and the others stay and are not covered", async () => {
    const before = largeMap(60, 80);
    const ids = before.elements.slice(5, 14).map(({ id }) => id);
    const after = await tidied(before, { kind: "selection", ids });
    const moved = new Set(ids);
    for (const [index, element] of after.entries())
      if (!moved.has(element.id)) expect(element).toBe(before.elements[index]);
    expect(overlaps(after)).toEqual([]);
  }, 30_000);

  it("that is new goes below who it hangs on, and the others stay", async () => {
    const before = buildMap()
      .organisation("ccg", "ccg", { position: { x: 800, y: 0 } })
      .contract("new", "nhs-standard", { position: { x: 0, y: 0 } })
      .organisation("under", "gp-practice", { position: { x: 4, y: 4 } })
      .relate("commissions", "ccg", "new")
      .map();
    const after = byId(await tidied(before, { kind: "new", ids: ["new"] }));
    const [ccg, fresh] = [boxOf(after.get("ccg") as MapElement), boxOf(after.get("new") as MapElement)];
    expect(after.get("ccg")).toBe(byId(before.elements).get("ccg"));
    expect(fresh.y).toBeGreaterThan(ccg.y + ccg.height);
    expect(Math.abs(fresh.x + fresh.width / 2 - ccg.x - ccg.width / 2)).toBeLessThan(4);
  });

  it("makes the place that it lies in large enough", async () => {
    const builder = buildMap().place("city", { size: { width: 240, height: 140 } });
    for (let index = 0; index < 6; index++)
      builder.organisation(`p${index}`, "gp-practice", { place: "city" });
    const map = builder.map();
    const after = byId(await tidied(map, { kind: "selection", ids: ["p0", "p1", "p2", "p3", "p4", "p5"] }));
    const city = boxOf(after.get("city") as MapElement);
    for (let index = 0; index < 6; index++)
      expect(isInside(boxOf(after.get(`p${index}`) as MapElement), city)).toBe(true);
  });
});

it("a map of 2,000 elements comes out without overlaps", async () => {
  expect(overlaps(await tidied(largeMap(2_000, 3_000)))).toEqual([]);
}, 60_000);
