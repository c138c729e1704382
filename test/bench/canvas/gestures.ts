import type { Page } from "@playwright/test";

interface Point {
  readonly x: number;
  readonly y: number;
}

const MOVES = 60;
const WHEEL_TURNS = 24;

/** A place of the canvas where nothing lies, so that a press there moves the view. */
export async function groundOf(page: Page): Promise<Point> {
  const found = await page.evaluate(() => {
    const { width, height } = document.body.getBoundingClientRect();
    for (let y = Math.round(height / 2); y < height - 120; y += 3) {
      for (let x = Math.round(width / 3); x < (2 * width) / 3; x += 3) {
        const under = document.elementFromPoint(x, y);
        if (under?.classList.contains("react-flow__pane")) return { x, y };
      }
    }
    return undefined;
  });
  if (found === undefined) throw new Error("No ground is in view.");
  return found;
}

/** Drags from a point, to and fro, in as many movements as a hand makes in a second. */
export async function dragFrom(page: Page, from: Point, reachPx: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) {
    const turn = (move / MOVES) * 2 * Math.PI;
    await page.mouse.move(from.x + Math.sin(turn) * reachPx, from.y + (1 - Math.cos(turn)) * reachPx * 0.4);
  }
  await page.mouse.up();
}

/** Turns the wheel over a point: further in, and back out. */
export async function zoomAt(page: Page, at: Point, stepPx: number): Promise<void> {
  await page.mouse.move(at.x, at.y);
  for (const direction of [-1, 1]) {
    for (let turn = 0; turn < WHEEL_TURNS; turn++) await page.mouse.wheel(0, direction * stepPx);
  }
}

const COMES_WITHIN_MS = 5_000;

/** The middle of a card that is in view, clear of what floats over the map; waits until there is one. */
export async function cardInView(page: Page): Promise<Point> {
  const found = await page.waitForFunction(
    () => {
      for (const node of document.querySelectorAll(".react-flow__node")) {
        const { x, y, width, height } = node.getBoundingClientRect();
        const middle = { x: x + width / 2, y: y + height / 2 };
        const isClear =
          middle.x > innerWidth * 0.25 &&
          middle.x < innerWidth * 0.7 &&
          middle.y > innerHeight * 0.2 &&
          middle.y < innerHeight * 0.8 &&
          node.contains(document.elementFromPoint(middle.x, middle.y));
        if (isClear) return middle;
      }
      return undefined;
    },
    undefined,
    { timeout: COMES_WITHIN_MS },
  );
  const point = await found.jsonValue();
  if (point === undefined) throw new Error("No card is in view.");
  return point;
}

const FIFTY = 50;
const MARQUEE_STEP_PX = 8;

/** Draws a marquee from a point until it holds fifty cards; gives the middle of one of them. */
export async function selectFiftyFrom(page: Page, from: Point): Promise<Point> {
  await page.keyboard.down("Shift");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let reach = 80; reach < 400 && (await selectedCount(page)) < FIFTY; reach += MARQUEE_STEP_PX)
    await page.mouse.move(from.x + reach, from.y + reach);
  await page.mouse.up();
  await page.keyboard.up("Shift");
  const count = await selectedCount(page);
  if (count < FIFTY) throw new Error(`Only ${count} cards could be selected.`);
  return page.evaluate(() => {
    const taken =
      document.querySelector(".react-flow__nodesselection-rect") ??
      document.querySelector(".react-flow__node.selected");
    const { x, y, width, height } = taken?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: x + width / 2, y: y + height / 2 };
  });
}

function selectedCount(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll(".react-flow__node.selected").length);
}
