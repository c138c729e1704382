import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runAction } from "../../../client/actions/Action.ts";
import { arrangeActions } from "../../../client/actions/arrangeActions.ts";
import { deleteSelection } from "../../../client/actions/deleteSelection.ts";
import { Nudge } from "../../../client/actions/Nudge.ts";
import { rename } from "../../../client/actions/rename.ts";
import { groupIntoPlace, takeOutOfPlace } from "../../../client/arrange/group.ts";
import { align, distribute } from "../../../client/arrange/lineUp.ts";
import { setLocked } from "../../../client/arrange/lock.ts";
import { resizeBy } from "../../../client/arrange/resize.ts";
import { resetCanvas, select, useCanvasStore } from "../../../client/canvas/canvasStore.ts";
import { beginDrag, dropDrag, moveDrag, useDragStore } from "../../../client/canvas/dragStore.ts";
import { useToasts } from "../../../client/ui/toasts.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { intersects, isInside } from "../../../shared/geometry/box.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { isLocked, LOCKED } from "../../../shared/model/locked.ts";
import type { Role } from "../../../shared/protocol/roles.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

function openMap(): TestSession {
  return new TestSession(
    buildMap()
      .organisation("ccg", "ccg", { position: { x: 0, y: 0 } })
      .organisation("trust", "foundation-trust", { position: { x: 312, y: 40 } })
      .organisation("practice", "gp-practice", { position: { x: 900, y: 100 } })
      .place("city", { position: { x: 0, y: 600 }, size: { width: 600, height: 400 } })
      .place("ward", { position: { x: 40, y: 700 }, size: { width: 300, height: 200 }, place: "city" })
      .organisation("inner", "gp-practice", { position: { x: 60, y: 780 }, place: "ward" })
      .map(),
  );
}

let session: TestSession;

beforeEach(() => {
  session = openMap();
});

afterEach(() => {
  resetCanvas();
  useDragStore.setState({ own: undefined, over: undefined });
  useToasts.setState({ toasts: [] });
});

function element(id: string): MapElement {
  const found = session.element(id);
  if (found === undefined) throw new Error(`${id} is gone.`);
  return found;
}

function boxOf(id: string) {
  const found = element(id);
  return { x: found.position.x, y: found.position.y, ...cardSize(found) };
}

function elements(...ids: string[]): MapElement[] {
  return ids.map(element);
}

function lock(...ids: string[]): void {
  session.perform("Lock", (editor) => {
    for (const id of ids) editor.setField(id, LOCKED, true);
  });
}

function drag(ids: readonly string[], dx: number, dy: number): void {
  beginDrag(session, ids);
  moveDrag(session, dx, dy);
  dropDrag(session);
}

function said(): string[] {
  return useToasts.getState().toasts.map(({ text }) => text);
}

describe("lining up", () => {
  it.each([
    ["left", ({ x }: { x: number }) => x, 0],
    ["top", ({ y }: { y: number }) => y, 0],
  ] as const)("at the %s edge of the outermost, in one step", (edge, coordinate, at) => {
    align(session, elements("ccg", "trust", "practice"), edge);
    for (const id of ["ccg", "trust", "practice"]) expect(coordinate(boxOf(id))).toBe(at);
    expect(session.updates).toBe(1);
    session.undo();
    expect(boxOf("practice")).toMatchObject({ x: 900, y: 100 });
  });

  it("goes to where the locked one is, which stays", () => {
    lock("trust");
    align(session, elements("ccg", "trust", "practice"), "right");
    const right = boxOf("trust").x + boxOf("trust").width;
    expect(boxOf("trust").x).toBe(312);
    for (const id of ["ccg", "practice"]) expect(boxOf(id).x + boxOf(id).width).toBeCloseTo(right);
  });

  it("makes gaps equal between the outermost, which stay", () => {
    distribute(session, elements("ccg", "trust", "practice"), "horizontally");
    const [a, b, c] = ["ccg", "trust", "practice"].map(boxOf);
    if (a === undefined || b === undefined || c === undefined) throw new Error("Three are there.");
    expect([a.x, c.x]).toEqual([0, 900]);
    expect(Math.abs(b.x - a.x - a.width - (c.x - b.x - b.width))).toBeLessThanOrEqual(1);
  });
});

describe("locking", () => {
  it("is for facilitators", () => {
    setLocked(session, elements("ccg"), true);
    expect(isLocked(element("ccg"))).toBe(false);
    Object.assign(session, { role: "owner" satisfies Role });
    setLocked(session, elements("ccg"), true);
    expect(isLocked(element("ccg"))).toBe(true);
    session.undo();
    expect(isLocked(element("ccg"))).toBe(false);
  });

  it("keeps a card from being dragged, nudged, renamed and deleted, and says who can unlock it", () => {
    lock("ccg");
    const before = session.updates;
    drag(["ccg"], 100, 0);
    expect(said()).toEqual(["ccg is locked. A facilitator can unlock it."]);
    select(["ccg"]);
    const nudge = new Nudge(session);
    nudge.press("ArrowRight", false);
    nudge.release("ArrowRight");
    runAction(rename, session);
    expect(useCanvasStore.getState().editingName).toBeUndefined();
    runAction(deleteSelection, session);
    expect(session.updates).toBe(before);
    Object.assign(session, { role: "owner" satisfies Role });
    useToasts.setState({ toasts: [] });
    runAction(deleteSelection, session);
    expect(said()).toEqual(["ccg is locked. Unlock it first."]);
  });

  it("leaves the others of a selection free, and holds the place around a locked card", () => {
    lock("inner");
    drag(["city", "trust"], 40, 40);
    expect(boxOf("city")).toMatchObject({ x: 0, y: 600 });
    expect(boxOf("trust")).toMatchObject({ x: 352, y: 80 });
    expect(boxOf("inner")).toMatchObject({ x: 60, y: 780 });
  });
});

describe("places", () => {
  it("are drawn around cards, which lie in them then, as one step with the name", () => {
    groupIntoPlace(session, elements("ccg", "trust"));
    const place = element("ccg").place ?? "";
    expect(element("trust").place).toBe(place);
    for (const id of ["ccg", "trust"]) expect(isInside(boxOf(id), boxOf(place))).toBe(true);
    expect(useCanvasStore.getState()).toMatchObject({ editingName: place, selection: [place] });
    session.undo();
    expect(session.element(place)).toBeUndefined();
    expect(element("ccg").place).toBeUndefined();
  });

  it("make the places around them large enough, and undo makes them what they were", () => {
    const before = [boxOf("city"), boxOf("ward")];
    groupIntoPlace(session, elements("inner"));
    const place = element("inner").place ?? "";
    expect(session.element(place)?.place).toBe("ward");
    expect(isInside(boxOf(place), boxOf("ward"))).toBe(true);
    expect(isInside(boxOf("ward"), boxOf("city"))).toBe(true);
    session.undo();
    expect([boxOf("city"), boxOf("ward")]).toEqual(before);
  });

  it("say which cards stand in their frame without belonging to them", () => {
    useToasts.setState({ toasts: [] });
    groupIntoPlace(session, elements("ccg", "practice"));
    expect(element("trust").place).toBeUndefined();
    expect(said()).toEqual(["Within the frame, but not in the place: trust."]);
  });

  it("move with all that lies in them, however deep", () => {
    drag(["city"], 100, 20);
    expect(boxOf("ward")).toMatchObject({ x: 140, y: 720 });
    expect(boxOf("inner")).toMatchObject({ x: 160, y: 800 });
    expect([element("ward").place, element("inner").place]).toEqual(["city", "ward"]);
  });

  it("take in what is dropped on them, in the step of the move", () => {
    beginDrag(session, ["practice"]);
    moveDrag(session, -520, 600);
    expect(useDragStore.getState().over).toBe("city");
    dropDrag(session);
    expect(element("practice").place).toBe("city");
    session.undo();
    expect(element("practice").place).toBeUndefined();
    expect(boxOf("practice")).toMatchObject({ x: 900, y: 100 });
  });

  it("let go of what is dragged out of them, to the place around or to none", () => {
    drag(["inner"], 320, 0);
    expect(element("inner").place).toBe("city");
    drag(["inner"], 1_000, 0);
    expect(element("inner").place).toBeUndefined();
  });

  it("never come to lie in themselves or in what lies in them", () => {
    drag(["city"], 40, 100);
    expect(element("city").place).toBeUndefined();
    groupIntoPlace(session, elements("city", "ward", "inner"));
    const outer = element("city").place;
    expect([element("ward").place, element("inner").place]).toEqual(["city", "ward"]);
    expect(session.element(outer ?? "")?.place).toBeUndefined();
  });

  it("are left by command, beside the frame", () => {
    takeOutOfPlace(session, elements("inner"));
    expect(element("inner").place).toBe("city");
    takeOutOfPlace(session, elements("inner"));
    expect(element("inner").place).toBeUndefined();
    expect(intersects(boxOf("inner"), boxOf("city"))).toBe(false);
  });

  it("are resized in steps that undo takes back together", () => {
    for (let press = 0; press < 3; press++) resizeBy(session, element("city"), { width: 20, height: 0 });
    expect(boxOf("city").width).toBe(660);
    session.undo();
    expect(boxOf("city").width).toBe(600);
    resizeBy(session, element("city"), { width: -5_000, height: 0 });
    expect(boxOf("city").width).toBe(160);
  });
});

describe("two people and one card", () => {
  it("a card that is deleted while it is dragged stays deleted, and the others of the drag arrive", () => {
    beginDrag(session, ["ccg", "trust"]);
    moveDrag(session, 40, 40);
    session.perform("Delete", (editor) => editor.remove(["ccg"]));
    dropDrag(session);
    expect(session.element("ccg")).toBeUndefined();
    expect(boxOf("trust")).toMatchObject({ x: 352, y: 80 });
  });

  it("who drops last decides: the card is where they let go of it, whatever came between", () => {
    beginDrag(session, ["ccg"]);
    moveDrag(session, 40, 40);
    session.perform("Move", (editor) => editor.setField("ccg", "position", { x: 500, y: 500 }));
    dropDrag(session);
    expect(boxOf("ccg")).toMatchObject({ x: 40, y: 40 });
  });
});

it("every command is found by other words than its name", () => {
  for (const { keywords, group } of arrangeActions) {
    expect(keywords).toBeTruthy();
    expect(group).toBe("Arrange");
  }
});
