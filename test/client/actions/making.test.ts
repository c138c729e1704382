import { afterEach, describe, expect, it } from "vitest";
import { runAction } from "../../../client/actions/Action.ts";
import { addConnected, choicesForNew, connectableItems } from "../../../client/actions/addConnected.ts";
import { addFromPalette } from "../../../client/actions/addElement.ts";
import { reverseConnection } from "../../../client/actions/changeConnection.ts";
import { changeInto, changesOf, turnRound } from "../../../client/actions/convertConnection.ts";
import { makeConnection } from "../../../client/actions/makeConnection.ts";
import { sayUndone, undoSteps } from "../../../client/actions/sayUndone.ts";
import { registerViewport, resetCanvas, select, useCanvasStore } from "../../../client/canvas/canvasStore.ts";
import { connectableWith, whyNotConnectable } from "../../../client/canvas/connectTargets.ts";
import { ROOM_FOR_LINE } from "../../../client/canvas/freeSpot.ts";
import { likelyNext } from "../../../client/canvas/likelyNext.ts";
import { paletteItem } from "../../../client/palette/paletteItems.ts";
import { useToasts } from "../../../client/ui/toasts.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

function openMap(): TestSession {
  return new TestSession(
    buildMap()
      .organisation("ccg", "ccg")
      .organisation("trust", "foundation-trust")
      .organisation("jv", "joint-venture")
      .contract("contract", "nhs-standard")
      .note("note")
      .relate("pays", "ccg", "trust", { annualAmount: 5_000_000, label: "block", recurrent: true })
      .map(),
  );
}

function element(session: TestSession, id: string): MapElement {
  const found = session.element(id);
  if (found === undefined) throw new Error(`No element ${id}`);
  return found;
}

function soleRelation(session: TestSession): Relation {
  const [relation, ...others] = session.snapshots.get().map.relations;
  if (relation === undefined || others.length > 0) throw new Error("There is not one relation");
  return relation;
}

afterEach(() => {
  resetCanvas();
  useToasts.setState({ toasts: [] });
});

describe("adding a card that is connected", () => {
  const council = paletteItem("organisation/local-authority");

  it("adds it and its contract in one step", () => {
    const session = openMap();
    const from = element(session, "trust");
    if (council === undefined) throw new Error("No such item");
    const choice = choicesForNew(from, council, "Fenland Council").find(({ makes }) => makes === "contract");
    if (choice === undefined) throw new Error("No contract is offered");
    expect(choice.label).toBe("Fenland Council buys from trust");
    addConnected(session, {
      from,
      item: council,
      name: "Fenland Council",
      choice,
      centre: { x: 900, y: 900 },
    });
    const { map } = session.snapshots.get();
    const [added, contract] = map.elements.slice(-2);
    expect(added).toMatchObject({ name: "Fenland Council", kind: "local-authority" });
    expect(map.relations.slice(-2)).toMatchObject([
      { type: "commissions", from: added?.id, to: contract?.id },
      { type: "holds", from: "trust", to: contract?.id },
    ]);
    expect(useCanvasStore.getState().selection).toEqual([added?.id]);
    expect(session.updates).toBe(1);
    session.undo();
    expect(session.snapshots.get().map.elements).toHaveLength(5);
  });

  it.each([
    ["trust", "organisation/local-authority", "contract", "above"],
    ["ccg", "organisation/foundation-trust", "contract", "below"],
    ["contract", "organisation/foundation-trust", "holds", "below"],
    ["contract", "contract/sub-contract", "under", "below"],
    ["ccg", "contract/nhs-standard", "commissions", "below"],
    ["jv", "organisation/foundation-trust", "owns", "above"],
    ["ccg", "organisation/local-authority", "delegates", "right"],
  ])("beside %s, %s that it %s stands %s, with room for the line", (fromId, itemId, makes, side) => {
    const session = openMap();
    const from = element(session, fromId);
    const item = paletteItem(itemId);
    const choice = item && choicesForNew(from, item, "").find((one) => one.makes === makes);
    if (item === undefined || choice === undefined) throw new Error("It is not offered");
    addConnected(session, { from, item, name: "New", choice, centre: undefined });
    const added = session.snapshots.get().map.elements.find(({ name }) => name === "New");
    if (added === undefined) throw new Error("Nothing was added");
    const down = {
      above: from.position.y - added.position.y - cardSize(added).height,
      below: added.position.y - from.position.y - cardSize(from).height,
      right: ROOM_FOR_LINE.down,
    }[side];
    expect(down).toBeGreaterThanOrEqual(ROOM_FOR_LINE.down);
    if (side === "right")
      expect(added.position.x - from.position.x - cardSize(from).width).toBeGreaterThanOrEqual(
        ROOM_FOR_LINE.across,
      );
  });

  it("offers only kinds that can be connected, and starts with one of them", () => {
    const session = openMap();
    for (const id of ["ccg", "trust", "jv", "contract"]) {
      const items = connectableItems(element(session, id)).map((item) => item.id);
      expect(items).toContain(likelyNext(element(session, id)));
      expect(items).not.toContain("note");
    }
    expect(connectableItems(element(session, "note"))).toEqual([]);
  });
});

describe("a contract between two cards", () => {
  it("leaves room for the lines to both, where these stand too close for it", () => {
    const session = new TestSession(
      buildMap()
        .organisation("buyer", "icb", { position: { x: 0, y: 0 } })
        .organisation("holder", "foundation-trust", { position: { x: 0, y: 100 } })
        .map(),
    );
    makeConnection(session, { key: "", makes: "contract", from: "buyer", to: "holder", label: "" });
    const [buyer, holder, contract] = session.snapshots.get().map.elements;
    if (contract?.type !== "contract") throw new Error("There is no contract");
    const box = { ...contract.position, ...cardSize(contract) };
    for (const end of [buyer, holder]) {
      if (end === undefined) throw new Error("An end is gone");
      const { width, height } = cardSize(end);
      const across = Math.max(box.x - end.position.x - width, end.position.x - box.x - box.width);
      const down = Math.max(box.y - end.position.y - height, end.position.y - box.y - box.height);
      expect(across >= ROOM_FOR_LINE.across || down >= ROOM_FOR_LINE.down).toBe(true);
    }
  });
});

describe("a card that is added where nobody pointed", () => {
  it("is brought into view, and one that somebody put there is not", () => {
    const session = openMap();
    const shown: (readonly string[])[] = [];
    const nothing = () => {};
    registerViewport({
      bringIntoView: (ids) => shown.push(ids),
      fit: nothing,
      zoomIn: nothing,
      zoomOut: nothing,
      panBy: nothing,
      giveHeight: () => nothing,
      showArea: nothing,
      centre: () => ({ x: 0, y: 0 }),
    });
    const item = paletteItem("organisation/local-authority");
    if (item === undefined) throw new Error("No such item");
    addFromPalette(session, item);
    expect(shown).toEqual([[session.snapshots.get().map.elements.at(-1)?.id]]);
    addFromPalette(session, item, { centre: { x: 5_000, y: 0 } });
    expect(shown).toHaveLength(1);
    registerViewport(undefined);
  });
});

describe("while a connection is drawn", () => {
  it("knows the cards it can end at, and says why it cannot at others", () => {
    const session = openMap();
    const { elements, relations } = session.snapshots.get().map;
    const targets = connectableWith(element(session, "ccg"), elements, relations);
    expect([...targets].sort()).toEqual(["contract", "jv", "trust"]);
    expect(whyNotConnectable(element(session, "ccg"), element(session, "note"))).toBe(
      "A note connects to nothing",
    );
  });
});

describe("a connection that is there", () => {
  it("turns round with its amount and its label, in one step", () => {
    const session = openMap();
    turnRound(session, soleRelation(session));
    expect(soleRelation(session)).toMatchObject({
      type: "pays",
      from: "trust",
      to: "ccg",
      annualAmount: 5_000_000,
      label: "block",
      recurrent: true,
    });
    expect(session.updates).toBe(1);
    session.undo();
    expect(soleRelation(session)).toMatchObject({ from: "ccg", to: "trust", annualAmount: 5_000_000 });
  });

  it("becomes another kind, keeps what that can say and tells what it cannot", () => {
    const session = openMap();
    const relation = soleRelation(session);
    const choice = changesOf(session, relation).find(({ makes }) => makes === "delegates");
    if (choice === undefined) throw new Error("No delegation is offered");
    changeInto(session, relation, choice);
    expect(soleRelation(session)).toMatchObject({
      type: "delegates",
      from: "ccg",
      to: "trust",
      label: "block",
    });
    expect(soleRelation(session)).not.toHaveProperty("annualAmount");
    expect(useToasts.getState().toasts.at(-1)?.text).toMatch(/Left behind.*Annual amount/);
    session.undo();
    expect(soleRelation(session)).toEqual(relation);
  });

  it("is offered neither what it is nor a contract", () => {
    const session = openMap();
    const made = changesOf(session, soleRelation(session)).map(({ makes, from }) => `${makes} ${from}`);
    expect(made).toContain("pays trust");
    expect(made).not.toContain("pays ccg");
    expect(made.filter((one) => one.startsWith("contract"))).toEqual([]);
  });

  it("does not turn round where the grammar has no such thing", () => {
    const session = new TestSession(
      buildMap().organisation("ccg", "ccg").contract("c", "gms").relate("commissions", "ccg", "c").map(),
    );
    select([soleRelation(session).id]);
    expect(runAction(reverseConnection, session)).toBe(false);
    expect(reverseConnection.whyNot?.(session)).toMatch(/other way round/);
  });
});

describe("what undo says", () => {
  const texts = () => useToasts.getState().toasts.map(({ text }) => text);

  it("says what was done and what somebody has changed since, one message at a time", () => {
    sayUndone({ direction: "undo", label: "Move A", applied: 1, kept: [] });
    sayUndone({ direction: "redo", label: "Move A", applied: 1, kept: [] });
    expect(texts()).toEqual(["Done again: Move A."]);
    const change = { root: "elements", record: "a", key: "name", before: "A", after: "B" } as const;
    sayUndone({ direction: "undo", label: "Rename A", applied: 0, kept: [change] });
    expect(texts()).toEqual(["“Rename A” stays as it is: somebody has changed the same thing since."]);
  });

  it("lists the newest steps, and takes several back with one message", () => {
    const session = openMap();
    const undo = session.undo.bind(session);
    session.undo = () => {
      const outcome = session.history.undo();
      if (outcome !== undefined) sayUndone(outcome);
    };
    for (const name of ["One", "Two", "Three"])
      session.perform(`Rename to ${name}`, (editor) => editor.setField("trust", "name", name));
    expect(session.history.newestLabels(2)).toEqual(["Rename to Three", "Rename to Two"]);
    undoSteps(session, 2);
    expect(session.element("trust")?.name).toBe("One");
    expect(texts()).toEqual(["Undone: 2 steps, down to “Rename to Two”."]);
    undo();
    undoSteps(session, 1);
    expect(texts()).toHaveLength(1);
  });
});
