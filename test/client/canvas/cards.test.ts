import { describe, expect, it } from "vitest";
import { type CardLook, CardNodes } from "../../../client/canvas/CardNodes.ts";
import {
  describeConnections,
  describeElement,
  describeRelation,
  holdersByContract,
  relationsByElement,
} from "../../../client/canvas/describe.ts";
import { freeSpot, type Spot } from "../../../client/canvas/freeSpot.ts";
import { shownRelations } from "../../../client/canvas/layers.ts";
import { boundsOf, viewportReaching, viewportShowing } from "../../../client/canvas/viewportFor.ts";
import { findItems } from "../../../client/palette/findItems.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { buildMap } from "../../support/buildMap.ts";

const built = buildMap()
  .organisation("ccg", "ccg")
  .contract("contract", "prime-provider")
  .organisation("trust", "foundation-trust")
  .place("place")
  .relate("commissions", "ccg", "contract")
  .relate("holds", "trust", "contract")
  .relate("pays", "ccg", "trust", { annualAmount: 145_200_000 });
const snapshot = built.snapshot();
const plain: CardLook = {
  badges: undefined,
  isHighlighted: false,
  isDimmed: false,
  watchers: undefined,
  movedBy: undefined,
  description: "",
};

describe("CardNodes", () => {
  const { elements } = snapshot.map;
  const input = {
    elements,
    live: elements,
    selected: new Set<string>(),
    canEdit: true,
    lookOf: () => plain,
  };

  it("makes a new node only for a card that has changed", () => {
    const cards = new CardNodes();
    const before = cards.update(input);
    const renamed = elements.map((element) => (element.id === "ccg" ? { ...element, name: "New" } : element));
    const after = cards.update({ ...input, elements: renamed, live: renamed });
    expect(after.filter((node) => !before.includes(node)).map(({ id }) => id)).toEqual(["ccg"]);
    expect(cards.update({ ...input, elements: renamed, live: renamed })).toBe(after);
  });

  it("keeps what a card shows while it is only being moved", () => {
    const cards = new CardNodes();
    const [before] = cards.update(input).filter(({ id }) => id === "ccg");
    const live = elements.map((element) =>
      element.id === "ccg" ? { ...element, position: { x: 40, y: 8 } } : element,
    );
    const [after] = cards.update({ ...input, live }).filter(({ id }) => id === "ccg");
    expect(after?.position).toEqual({ x: 40, y: 8 });
    expect(after?.data).toBe(before?.data);
  });

  it("puts places behind, and lets nobody move anything who may not", () => {
    const nodes = new CardNodes().update({ ...input, canEdit: false });
    expect(nodes[0]?.id).toBe("place");
    expect(nodes.every(({ draggable }) => draggable === false)).toBe(true);
  });
});

describe("words for those who do not see the map", () => {
  it("says who holds a contract and what is wrong with it", () => {
    const contract = snapshot.elementById.get("contract");
    if (contract === undefined) throw new Error("No contract");
    const holders = holdersByContract(snapshot.map.relations, snapshot.elementById);
    const words = describeElement(contract, holders, [
      { kind: "error", count: 2 },
      { kind: "info", count: 1 },
    ]);
    expect(words).toContain("Prime provider contract: contract");
    expect(words).toContain("Held by trust");
    expect(words).toContain("2 findings, must fix, and 1 finding, worth a look");
  });

  it("says what a card is connected to, from its own side", () => {
    const { map, elementById } = snapshot;
    const connected = relationsByElement(map.relations);
    const words = (id: string) => describeConnections(id, connected.get(id), elementById);
    expect(words("ccg")).toBe("2 connections: commissions contract; pays trust, £145.2m a year");
    expect(words("contract")).toBe("2 connections: ccg commissions it; trust holds it");
    expect(words("place")).toBe("No connections");
    const [pays] = map.relations.filter(({ type }) => type === "pays");
    const many = Array.from({ length: 6 }, (_, index) => ({ ...pays, id: `p${index}` }) as Relation);
    expect(describeConnections("ccg", many, elementById)).toMatch(/^6 connections: .*; and 2 more$/);
  });

  it("says what a connection is", () => {
    const pays = snapshot.relationById.get("pays-1");
    if (pays === undefined) throw new Error("No payment");
    expect(describeRelation(pays, snapshot.elementById, undefined)).toBe("ccg pays trust: £145.2m a year");
  });
});

describe("layers", () => {
  const all = { contracts: true, money: true, ownership: true, governance: true, notes: true };

  it("hides a connection with its layer, and with a card at its end", () => {
    const shown = (layers: typeof all) =>
      shownRelations(snapshot.map.relations, snapshot.elementById, layers).map(({ id }) => id);
    expect(shown(all)).toHaveLength(3);
    expect(shown({ ...all, contracts: false })).toEqual(["pays-1"]);
    expect(shown({ ...all, money: false })).toEqual(["commissions-1", "holds-1"]);
  });
});

describe("freeSpot", () => {
  it("keeps the wish where it is free, and keeps clear of what is there", () => {
    const size = { width: 200, height: 100 };
    expect(freeSpot({ x: 101, y: 99 }, size, [])).toEqual({ x: 100, y: 100 });
    const taken: Spot[] = [];
    for (let count = 0; count < 12; count++)
      taken.push({ ...freeSpot({ x: 0, y: 0 }, size, taken), ...size });
    for (const [index, one] of taken.entries())
      for (const other of taken.slice(index + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(isApart).toBe(true);
      }
  });
});

describe("the view", () => {
  it("shows everything, no larger than asked for", () => {
    const bounds = boundsOf([
      { x: -100, y: 0, width: 50, height: 50 },
      { x: 300, y: 200, width: 100, height: 100 },
    ]);
    expect(bounds).toEqual({ x: -100, y: 0, width: 500, height: 300 });
    const room = { x: 10, y: 20, width: 250, height: 400 };
    expect(viewportShowing({ x: -100, y: 0, width: 500, height: 300 }, room, 1)).toEqual({
      x: 60,
      y: 145,
      zoom: 0.5,
    });
    expect(viewportShowing({ x: 0, y: 0, width: 10, height: 10 }, room, 1).zoom).toBe(1);
  });
});

describe("the palette", () => {
  it("lists the commissioners of the map's time, and finds the less common kinds by any of their names", () => {
    const labels = (search: string, regime: "england-2012" | "england-2022") =>
      findItems(search, regime).items.map(({ label }) => label);
    expect(labels("", "england-2012")).toContain("CCG");
    expect(labels("", "england-2012")).not.toContain("ICB");
    expect(labels("", "england-2022")).toContain("ICB");
    expect(labels("mou", "england-2022")).toEqual(["Memorandum of understanding"]);
    expect(labels("care home", "england-2022")).toEqual(["Care provider"]);
    expect(labels("xyzzy", "england-2022")).toEqual(["Other organisation"]);
  });
});

describe("bringing something into view", () => {
  const room = { x: 100, y: 50, width: 800, height: 600 };
  const pan = { x: 0, y: 0, zoom: 2 };

  it("what is in view stays where it is", () => {
    expect(viewportReaching({ x: 60, y: 40, width: 100, height: 50 }, room, pan)).toEqual(pan);
  });

  it("what sticks out is panned to by as little as it takes", () => {
    expect(viewportReaching({ x: 40, y: 300, width: 100, height: 50 }, room, pan)).toEqual({
      x: 20,
      y: -50,
      zoom: 2,
    });
  });

  it("what is larger than the room needs another zoom", () => {
    expect(viewportReaching({ x: 0, y: 0, width: 500, height: 10 }, room, pan)).toBeUndefined();
  });
});
