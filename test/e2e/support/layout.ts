import type { Locator } from "@playwright/test";
import type { MapPage, ScreenBox } from "./MapPage.ts";

export interface NamedBox extends ScreenBox {
  readonly name: string;
}

/** Where all of them are on the screen, by what each is called. */
export function boxesOf(targets: Locator): Promise<NamedBox[]> {
  return targets.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return { name: name.trim(), x, y, width, height };
    }),
  );
}

/** The cards, without places: cards lie inside those. */
export function cardBoxes({ canvas }: MapPage): Promise<NamedBox[]> {
  return boxesOf(canvas.locator("[aria-roledescription=card]"));
}

/** What the connections say: the labels without their badges. */
export function labelBoxes({ canvas }: MapPage): Promise<NamedBox[]> {
  return canvas.locator("svg[aria-hidden=true] > [data-relation]").evaluateAll((labels) =>
    labels.flatMap((label) => {
      const box = label.querySelector("path")?.getBoundingClientRect();
      if (box === undefined) return [];
      const { x, y, width, height } = box;
      return [{ name: `${label.getAttribute("data-relation")}: ${label.textContent}`, x, y, width, height }];
    }),
  );
}

/** Which lines run behind which cards that they do not join, in words. */
export function linesBehindCards({ canvas }: MapPage): Promise<string[]> {
  return canvas.evaluate((region) => {
    const nameOf = (element: Element) => element.getAttribute("aria-label") ?? "";
    const cards = [...region.querySelectorAll("[aria-roledescription=card]")].map((card) => ({
      // "Foundation trust: Salford Royal. Acute": the sentence of a line holds the name between colon and full stop.
      name: nameOf(card)
        .replace(/^[^:]*: /, "")
        .replace(/\. .*$/s, ""),
      box: card.getBoundingClientRect(),
    }));
    return [...region.querySelectorAll("[role=button][data-relation]")].flatMap((line) => {
      const path = line.querySelector("path");
      const toScreen = path?.getScreenCTM();
      if (path === null || toScreen === null || toScreen === undefined) return [];
      const others = cards.filter(({ name }) => !nameOf(line).includes(name));
      const steps = Math.ceil(path.getTotalLength() / 4);
      const points = Array.from({ length: steps }, (_, step) =>
        path.getPointAtLength(step * 4).matrixTransform(toScreen),
      );
      return others
        .filter(({ box }) =>
          points.some(
            ({ x, y }) => x > box.left + 1 && x < box.right - 1 && y > box.top + 1 && y < box.bottom - 1,
          ),
        )
        .map(({ name }) => `${nameOf(line)} behind ${name}`);
    });
  });
}

const TOUCH_PX = 0.5;

/** Whether two boxes share more than an edge. */
export function overlap(one: ScreenBox, other: ScreenBox): boolean {
  return (
    one.x + one.width > other.x + TOUCH_PX &&
    other.x + other.width > one.x + TOUCH_PX &&
    one.y + one.height > other.y + TOUCH_PX &&
    other.y + other.height > one.y + TOUCH_PX
  );
}

/** Every pair of the first and the second list that overlaps, in words; a list with itself: every pair once. */
export function overlapping(ones: readonly NamedBox[], others: readonly NamedBox[]): string[] {
  return ones.flatMap((one, index) =>
    (ones === others ? others.slice(index + 1) : others)
      .filter((other) => overlap(one, other))
      .map((other) => `${one.name} × ${other.name}`),
  );
}

/** Whether a box lies inside another, but for a touch. */
export function isInside(inner: ScreenBox, outer: ScreenBox): boolean {
  return (
    inner.x >= outer.x - TOUCH_PX &&
    inner.y >= outer.y - TOUCH_PX &&
    inner.x + inner.width <= outer.x + outer.width + TOUCH_PX &&
    inner.y + inner.height <= outer.y + outer.height + TOUCH_PX
  );
}
