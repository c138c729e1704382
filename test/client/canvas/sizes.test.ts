import { describe, expect, it } from "vitest";
import { roughSize, SizedElements } from "../../../client/canvas/lod/SizedElements.ts";
import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { largeMap } from "../../bench/canvas/largeMap.ts";

describe("the sizes of the cards of a large map", () => {
  it("are worked out a few at a time, in order, and until then are about right", () => {
    const { elements } = largeMap(400, 10);
    const sizes = new SizedElements();
    expect(sizes.goOn(elements, 0)).toBe(false);
    const first = sizes.known();
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(100);
    expect(first).toEqual(elements.slice(0, first.length));
    const last = elements[399];
    if (last === undefined) throw new Error("The map is too small");
    expect(roughSize(last)).not.toEqual(cardSize(last));
    while (!sizes.goOn(elements, 0));
    expect(sizes.known()).toBe(elements);
    for (const element of elements) expect(roughSize(element)).toEqual(cardSize(element));
  });

  it("are known already for what was there before", () => {
    const { elements } = largeMap(300, 10);
    const sizes = new SizedElements();
    sizes.goOn(elements, Number.POSITIVE_INFINITY);
    const renamed = elements.map((element, index) =>
      index === 7 ? { ...element, name: "Another" } : element,
    );
    expect(sizes.goOn(renamed, 0)).toBe(true);
    expect(sizes.known()).toBe(renamed);
  });
});
