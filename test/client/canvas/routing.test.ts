import { afterEach, describe, expect, it, vi } from "vitest";
import { CarriedRoutes } from "../../../client/canvas/routing/CarriedRoutes.ts";
import { RoutesElsewhere, type RoutingWorker } from "../../../client/canvas/routing/RoutesElsewhere.ts";
import { RoutesMeanwhile } from "../../../client/canvas/routing/RoutesMeanwhile.ts";
import { RoutingDesk } from "../../../client/canvas/routing/RoutingDesk.ts";
import type { RoutingQuestion } from "../../../client/canvas/routing/wire.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { routeRelations } from "../../../shared/geometry/routeRelations.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { largeMap } from "../../bench/canvas/largeMap.ts";

const map = largeMap(60, 70);
const sizesOf = (elements: readonly MapElement[]) =>
  new Map(elements.map((element) => [element.id, cardSize(element)]));

/** A worker in the same thread, which answers when it is told to; what goes through it is copied as between threads. */
class WorkerHere {
  readonly #desk = new RoutingDesk();
  readonly #waiting: RoutingQuestion[] = [];
  onmessage: RoutingWorker["onmessage"] = null;
  onerror: RoutingWorker["onerror"] = null;

  postMessage(question: RoutingQuestion): void {
    this.#waiting.push(structuredClone(question));
  }

  terminate(): void {
    this.#waiting.length = 0;
  }

  answerAll(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const data = structuredClone(this.#desk.answer(next));
      this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
    }
  }
}

function movedBy(elements: readonly MapElement[], ids: readonly string[], distance: number): MapElement[] {
  return elements.map((element) =>
    ids.includes(element.id)
      ? { ...element, position: { x: element.position.x + distance, y: element.position.y + distance } }
      : element,
  );
}

describe("routes that are worked out elsewhere", () => {
  afterEach(() => vi.useRealTimers());

  it("are those of the exports, after any change", () => {
    const worker = new WorkerHere();
    const routing = new RoutesElsewhere(
      () => worker as unknown as RoutingWorker,
      () => undefined,
    );
    let elements = map.elements;
    let relations = map.relations;
    const expectSame = () => {
      routing.update(elements, relations, sizesOf(elements), true);
      worker.answerAll();
      expect(routing.get()).toEqual(routeRelations(elements, relations, sizesOf(elements)));
    };
    expectSame();
    elements = movedBy(elements, ["e5", "e20"], 60);
    expectSame();
    relations = relations.slice(3);
    expectSame();
    elements = elements.slice(2);
    expectSame();
    relations = [...relations, ...map.relations.slice(0, 3)];
    expectSame();
  });

  it("stay as they were until there are others, and one answer covers all that changed meanwhile", () => {
    vi.useFakeTimers();
    const worker = new WorkerHere();
    let changes = 0;
    const routing = new RoutesElsewhere(
      () => worker as unknown as RoutingWorker,
      () => changes++,
    );
    const sizes = sizesOf(map.elements);
    routing.update(map.elements, map.relations, sizes, true);
    worker.answerAll();
    const before = routing.get();
    const near = movedBy(map.elements, ["e9"], 8);
    const far = movedBy(map.elements, ["e9"], 80);
    for (const elements of [near, near, far]) routing.update(elements, map.relations, sizes, true);
    expect(routing.get()).toBe(before);
    worker.answerAll();
    vi.runAllTimers();
    worker.answerAll();
    expect(routing.get()).toEqual(routeRelations(far, map.relations, sizes));
    expect(changes).toBe(3);
    const untouched = map.relations.filter(({ id }) => routing.get().get(id) === before.get(id));
    expect(untouched.length).toBeGreaterThan(map.relations.length / 2);
  });

  it("are asked for again after a rest, unless it is urgent", () => {
    vi.useFakeTimers();
    const worker = new WorkerHere();
    const routing = new RoutesElsewhere(
      () => worker as unknown as RoutingWorker,
      () => undefined,
    );
    const sizes = sizesOf(map.elements);
    const ask = vi.spyOn(worker, "postMessage");
    const move = (distance: number, isUrgent: boolean) =>
      routing.update(movedBy(map.elements, ["e9"], distance), map.relations, sizes, isUrgent);
    move(0, false);
    vi.advanceTimersByTime(50);
    worker.answerAll();
    move(10, false);
    vi.advanceTimersByTime(60);
    move(20, false);
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60);
    expect(ask).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(50);
    worker.answerAll();
    move(30, false);
    expect(ask).toHaveBeenCalledTimes(2);
    move(40, true);
    expect(ask).toHaveBeenCalledTimes(3);
    worker.answerAll();
    expect(routing.get()).toEqual(routeRelations(movedBy(map.elements, ["e9"], 40), map.relations, sizes));
    routing.destroy();
    vi.runAllTimers();
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it("are worked out here where workers are refused, or one breaks", () => {
    const sizes = sizesOf(map.elements);
    const expected = routeRelations(map.elements, map.relations, sizes);
    const refused = new RoutesElsewhere(
      () => {
        throw new Error("refused");
      },
      () => undefined,
    );
    refused.update(map.elements, map.relations, sizes, false);
    expect(refused.get()).toEqual(expected);

    const worker = new WorkerHere();
    const broken = new RoutesElsewhere(
      () => worker as unknown as RoutingWorker,
      () => undefined,
    );
    broken.update(map.elements, map.relations, sizes, false);
    worker.onerror?.call(worker as unknown as Worker, { preventDefault: () => undefined } as ErrorEvent);
    expect(broken.get()).toEqual(expected);
  });
});

describe("lines meanwhile", () => {
  it("are straight from card to card, and keep their identity until a card moves or the way is known", () => {
    const meanwhile = new RoutesMeanwhile();
    const sizes = sizesOf(map.elements);
    const first = meanwhile.fill(new Map(), map.elements, map.relations, sizes);
    expect(first.size).toBe(map.relations.length);
    expect(meanwhile.fill(new Map(), map.elements, map.relations, sizes).get("r1")).toBe(first.get("r1"));
    const known = routeRelations(map.elements, map.relations, sizes);
    expect(meanwhile.fill(known, map.elements, map.relations, sizes)).toBe(known);
  });
});

describe("routes carried along", () => {
  const sizes = sizesOf(map.elements);
  const known = routeRelations(map.elements, map.relations, sizes);
  const cards = new Map(map.elements.map((element) => [element.id, element]));
  const carry = (live: readonly MapElement[]) => new CarriedRoutes().carry(known, cards, live, map.relations);
  const moved = movedBy(map.elements, ["e9"], 30);
  const ofCard = map.relations.filter(({ from, to }) => from === "e9" || to === "e9");

  it("are the known ones while no card has moved", () => {
    expect(carry(map.elements)).toBe(known);
  });

  it("stay at the card that moves and at the card that does not, and leave the others as they were", () => {
    expect(ofCard.length).toBeGreaterThan(0);
    const routes = carry(moved);
    for (const relation of map.relations) {
      const [before, after] = [known.get(relation.id), routes.get(relation.id)];
      if (!ofCard.includes(relation)) {
        expect(after).toBe(before);
        continue;
      }
      const moves = [before?.start, before?.end].map((end, index) => {
        const now = [after?.start, after?.end][index];
        return { x: (now?.point.x ?? 0) - (end?.point.x ?? 0), y: (now?.point.y ?? 0) - (end?.point.y ?? 0) };
      });
      expect(moves).toContainEqual({ x: 30, y: 30 });
      expect(moves).toContainEqual({ x: 0, y: 0 });
      expect(after?.points[0]).toEqual(after?.start.point);
      expect(after?.points.at(-1)).toEqual(after?.end.point);
      expect(after?.d).not.toBe(before?.d);
      expect(after?.d).not.toContain("NaN");
    }
  });

  it("go along whole, labels too, where both cards move as one", () => {
    const all = carry(
      movedBy(
        map.elements,
        map.elements.map(({ id }) => id),
        40,
      ),
    );
    for (const [id, before] of known) {
      const after = all.get(id);
      expect(after?.points).toEqual(before.points.map(({ x, y }) => ({ x: x + 40, y: y + 40 })));
      if (before.label !== undefined)
        expect(after?.label).toEqual({ ...before.label, x: before.label.x + 40, y: before.label.y + 40 });
    }
  });

  it("keep their identity until a card moves on", () => {
    const carried = new CarriedRoutes();
    const first = carried.carry(known, cards, moved, map.relations);
    expect(carried.carry(known, cards, [...moved], map.relations)).toBe(first);
    expect(carried.carry(known, cards, movedBy(map.elements, ["e9"], 34), map.relations)).not.toBe(first);
  });
});
