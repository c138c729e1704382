import { describe, expect, it } from "vitest";
import { Ghosts } from "../../../client/canvas/Ghosts.ts";
import { LiveElements } from "../../../client/canvas/LiveElements.ts";
import { Watchers } from "../../../client/canvas/Watchers.ts";
import type { LiveDrag, Person } from "../../../client/sync/MapSession.ts";
import { buildMap } from "../../support/buildMap.ts";

const map = buildMap().organisation("a", "ccg").organisation("b", "foundation-trust").map();

function person(given: Partial<Person> = {}): Person {
  return {
    clientId: 1,
    name: "Ann Other",
    organisation: "County Council",
    colour: "#005eb8",
    cursor: undefined,
    selection: [],
    drag: undefined,
    field: undefined,
    view: undefined,
    ...given,
  };
}

function dragging(dx: number, dy: number, ids = ["a"]): Person {
  const drag: LiveDrag = { ids, dx, dy };
  return person({ drag });
}

function elementsWith(x: number) {
  const [first, ...rest] = map.elements;
  if (first === undefined) throw new Error("The map is empty");
  return new Map([{ ...first, position: { x, y: 0 } }, ...rest].map((element) => [element.id, element]));
}

describe("Ghosts", () => {
  it("follows a drag, and ends when the drop has been written", () => {
    const ghosts = new Ghosts();
    expect(ghosts.update([dragging(10, 5)], elementsWith(0)).get("a")).toMatchObject({ dx: 10, dy: 5 });
    expect(ghosts.update([dragging(20, 5)], elementsWith(0)).get("a")).toMatchObject({ dx: 20 });
    expect(ghosts.update([dragging(20, 5)], elementsWith(20)).size).toBe(0);
    expect(ghosts.update([dragging(20, 5)], elementsWith(20)).size).toBe(0);
    expect(ghosts.update([person()], elementsWith(20)).size).toBe(0);
  });

  it("goes on from the new place where somebody else has moved the card meanwhile", () => {
    const ghosts = new Ghosts();
    ghosts.update([dragging(10, 0)], elementsWith(0));
    expect(ghosts.update([dragging(10, 0)], elementsWith(100)).size).toBe(0);
    expect(ghosts.update([dragging(14, 0)], elementsWith(100)).get("a")).toMatchObject({ dx: 14 });
  });

  it("ends when the person leaves, and knows only cards that are on the map", () => {
    const ghosts = new Ghosts();
    expect(ghosts.update([dragging(10, 0, ["a", "gone"])], elementsWith(0)).size).toBe(1);
    expect(ghosts.update([], elementsWith(0)).size).toBe(0);
  });

  it("is the same map as long as nothing moves, wherever the pointer goes", () => {
    const ghosts = new Ghosts();
    const before = ghosts.update([dragging(10, 0)], elementsWith(0));
    const after = ghosts.update([{ ...dragging(10, 0), cursor: { x: 1, y: 2 } }], elementsWith(0));
    expect(after).toBe(before);
  });
});

describe("Watchers", () => {
  it("keeps its lists while only pointers move", () => {
    const watchers = new Watchers();
    const before = watchers.update([person({ selection: ["a"] })]);
    const after = watchers.update([person({ selection: ["a"], cursor: { x: 5, y: 5 } })]);
    expect(before.get("a")).toMatchObject([{ name: "Ann Other" }]);
    expect(after).toBe(before);
    const later = watchers.update([person({ selection: ["a"] }), person({ clientId: 2, selection: ["b"] })]);
    expect(later.get("a")).toBe(before.get("a"));
    expect(later.get("b")).toHaveLength(1);
  });
});

describe("LiveElements", () => {
  it("moves what is moved and leaves the rest as it is", () => {
    const live = new LiveElements();
    const moved = live.update(map.elements, new Map([["a", { dx: 3, dy: 4 }]]));
    expect(moved[0]?.position).toMatchObject({ x: 3, y: 4 });
    expect(moved[1]).toBe(map.elements[1]);
    expect(live.update(map.elements, new Map([["a", { dx: 3, dy: 4 }]]))).toBe(moved);
    expect(live.update(map.elements, new Map())).toBe(map.elements);
  });
});
