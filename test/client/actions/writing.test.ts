import { afterEach, describe, expect, it } from "vitest";
import { runAction } from "../../../client/actions/Action.ts";
import { addFromPalette } from "../../../client/actions/addElement.ts";
import { connectionChoices } from "../../../client/actions/connectionChoices.ts";
import { deleteSelection } from "../../../client/actions/deleteSelection.ts";
import { duplicate } from "../../../client/actions/duplicate.ts";
import { makeConnection } from "../../../client/actions/makeConnection.ts";
import { Nudge } from "../../../client/actions/Nudge.ts";
import { resetCanvas, select, useCanvasStore } from "../../../client/canvas/canvasStore.ts";
import { beginDrag, cancelDrag, dropDrag, moveDrag, useDragStore } from "../../../client/canvas/dragStore.ts";
import { PALETTE_ITEMS, paletteItem } from "../../../client/palette/paletteItems.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { intersects } from "../../../shared/geometry/box.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

function openMap(): TestSession {
  return new TestSession(
    buildMap()
      .organisation("ccg", "ccg")
      .organisation("trust", "foundation-trust")
      .place("place")
      .organisation("practice", "gp-practice", { place: "place" })
      .relate("pays", "ccg", "trust")
      .map(),
  );
}

afterEach(() => {
  resetCanvas();
  useDragStore.setState({ own: undefined });
});

describe("moving cards", () => {
  it("writes once, when they are dropped, however far and often they moved", () => {
    const session = openMap();
    beginDrag(session, ["ccg", "trust"]);
    for (let step = 1; step <= 50; step++) moveDrag(session, step * 4, step * 8);
    expect(session.updates).toBe(0);
    dropDrag(session);
    expect(session.updates).toBe(1);
    expect(session.element("ccg")?.position).toMatchObject({ x: 200, y: 400 });
    expect(session.element("trust")?.position).toMatchObject({ x: 520, y: 400 });
    expect(session.drags.at(0)).toEqual({ ids: ["ccg", "trust"], dx: 4, dy: 8 });
    expect(session.drags.at(-1)).toBeUndefined();
    session.undo();
    expect(session.element("ccg")?.position).toMatchObject({ x: 0, y: 0 });
    expect(session.history.state.undoLabel).toBeUndefined();
  });

  it("takes what lies in a place with it", () => {
    const session = openMap();
    const before = session.element("practice")?.position;
    beginDrag(session, ["place"]);
    moveDrag(session, 12, 16);
    dropDrag(session);
    expect(session.element("practice")?.position).toMatchObject({
      x: (before?.x ?? 0) + 12,
      y: (before?.y ?? 0) + 16,
    });
  });

  it("writes nothing if it is called off, or comes back to where it began", () => {
    const session = openMap();
    beginDrag(session, ["ccg"]);
    moveDrag(session, 40, 40);
    cancelDrag(session);
    dropDrag(session);
    beginDrag(session, ["ccg"]);
    moveDrag(session, 40, 40);
    moveDrag(session, 0, 0);
    dropDrag(session);
    expect(session.updates).toBe(0);
  });

  it("does nothing for a viewer", () => {
    const session = openMap();
    session.canEdit = false;
    beginDrag(session, ["ccg"]);
    expect(useDragStore.getState().own).toBeUndefined();
  });
});

describe("moving with the arrow keys", () => {
  it("makes one step of a held key", () => {
    const session = openMap();
    const nudge = new Nudge(session);
    select(["ccg"]);
    for (let repeat = 0; repeat < 10; repeat++) expect(nudge.press("ArrowRight", false)).toBe(true);
    nudge.press("ArrowDown", true);
    nudge.release("ArrowRight");
    expect(session.updates).toBe(0);
    nudge.release("ArrowDown");
    expect(session.updates).toBe(1);
    expect(session.element("ccg")?.position).toMatchObject({ x: 40, y: 20 });
  });

  it("moves nothing if nothing is selected, and keeps what was moved when the keyboard goes", () => {
    const session = openMap();
    const nudge = new Nudge(session);
    expect(nudge.press("ArrowRight", false)).toBe(false);
    select(["trust"]);
    nudge.press("ArrowLeft", false);
    nudge.finish();
    expect(session.element("trust")?.position).toMatchObject({ x: 316 });
  });
});

describe("adding", () => {
  it.each(
    PALETTE_ITEMS.filter(({ makes }) => !("relation" in makes)).map((item) => [item.id, item] as const),
  )("adds a %s", (_, item) => {
    const session = openMap();
    addFromPalette(session, item, { centre: { x: 1000, y: 1000 } });
    const added = session.snapshots.get().map.elements.at(-1);
    expect(added).toMatchObject(item.makes);
    expect(useCanvasStore.getState().selection).toEqual([added?.id]);
    session.undo();
    expect(session.snapshots.get().map.elements).toHaveLength(4);
  });

  it("finds a free spot where none is named, and asks for the name", () => {
    const session = openMap();
    const trust = paletteItem("organisation/foundation-trust");
    if (trust === undefined) throw new Error("No such item");
    addFromPalette(session, trust);
    addFromPalette(session, trust);
    const [one, other] = session.snapshots.get().map.elements.slice(-2);
    expect(one?.position).not.toEqual(other?.position);
    expect(useCanvasStore.getState().editingName).toBe(other?.id);
  });
});

describe("connecting", () => {
  it("puts a contract between two organisations in one step", () => {
    const session = openMap();
    const { elementById } = session.snapshots.get();
    const [trust, ccg] = [elementById.get("trust"), elementById.get("ccg")];
    if (trust === undefined || ccg === undefined) throw new Error("The map lacks them");
    const choice = connectionChoices(trust, ccg).find(({ makes }) => makes === "contract");
    if (choice === undefined) throw new Error("No contract is offered");
    makeConnection(session, choice);
    const { map } = session.snapshots.get();
    const contract = map.elements.at(-1);
    expect(contract).toMatchObject({ type: "contract", kind: "nhs-standard" });
    expect(map.relations.slice(-2)).toMatchObject([
      { type: "commissions", from: "ccg", to: contract?.id },
      { type: "holds", from: "trust", to: contract?.id },
    ]);
    expect(session.updates).toBe(1);
    session.undo();
    expect(session.snapshots.get().map.elements).toHaveLength(4);
    expect(session.snapshots.get().map.relations).toHaveLength(1);
  });

  it("calls a contract that a provider buys a sub-contract", () => {
    const session = openMap();
    const { elementById } = session.snapshots.get();
    const [trust, practice] = [elementById.get("trust"), elementById.get("practice")];
    if (trust === undefined || practice === undefined) throw new Error("The map lacks them");
    const [choice] = connectionChoices(trust, practice);
    if (choice === undefined) throw new Error("Nothing is offered");
    makeConnection(session, choice);
    expect(session.snapshots.get().map.elements.at(-1)).toMatchObject({ kind: "sub-contract" });
  });
});

describe("deleting and duplicating", () => {
  it("deletes what is selected, and undo brings it back with its connections", () => {
    const session = openMap();
    select(["ccg"]);
    expect(runAction(deleteSelection, session)).toBe(true);
    expect(session.element("ccg")).toBeUndefined();
    expect(session.snapshots.get().map.relations).toHaveLength(0);
    session.undo();
    expect(session.snapshots.get().map.relations).toHaveLength(1);
  });

  it("does not run for a viewer, nor with nothing selected", () => {
    const session = openMap();
    expect(runAction(deleteSelection, session)).toBe(false);
    select(["ccg"]);
    session.canEdit = false;
    expect(runAction(deleteSelection, session)).toBe(false);
    expect(session.element("ccg")).toBeDefined();
  });

  it("copies cards with the connections among them", () => {
    const session = openMap();
    select(["ccg", "trust", "place", "practice"]);
    runAction(duplicate, session);
    const { elements, relations } = session.snapshots.get().map;
    const copies = elements.slice(4);
    expect(copies).toHaveLength(4);
    expect(relations.at(-1)).toMatchObject({ type: "pays", from: copies[0]?.id, to: copies[1]?.id });
    expect(copies[3]?.place).toBe(copies[2]?.id);
    const ids = copies.map(({ id }) => id);
    expect(useCanvasStore.getState()).toMatchObject({ selection: ids, focusNext: ids[0] });
  });

  it("puts a copy on no other card, however often", () => {
    const session = openMap();
    select(["trust"]);
    for (let count = 0; count < 5; count++) runAction(duplicate, session);
    const cards = session.snapshots.get().map.elements.filter(({ type }) => type !== "place");
    expect(cards).toHaveLength(8);
    const boxes = cards.map((card) => ({ ...card.position, ...cardSize(card) }));
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1)) expect(intersects(box, other)).toBe(false);
  });
});
