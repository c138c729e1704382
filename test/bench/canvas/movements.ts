import type { Page } from "@playwright/test";
import { type FrameTimes, framesDuring, restOf } from "./frameTimes.ts";
import { cardInView, dragFrom, groundOf, selectFiftyFrom, zoomAt } from "./gestures.ts";

/** What is done to both pages, in this order. */
export const MOVEMENTS = [
  "pan, whole map in view",
  "zoom by wheel, from the whole map",
  "drag 50 cards, whole map in view",
  "pan, zoomed in",
  "drag one card, zoomed in",
] as const;

export type Movement = (typeof MOVEMENTS)[number];

const PAN_PX = 160;
const WHEEL_STEP_PX = 100;
const ZOOM_IN_TURNS = 12;
const ZOOM_IN_STEP_PX = 140;

/** Does all of them to a page with a canvas of React Flow and says how long the frames took. `showAll` does what it says. */
export async function measureMovements(
  page: Page,
  showAll: () => Promise<void>,
): Promise<ReadonlyMap<Movement, FrameTimes>> {
  const times = new Map<Movement, FrameTimes>();
  const note = async (movement: Movement, act: () => Promise<void>) => {
    times.set(movement, await framesDuring(page, act));
  };
  await showAll();
  const ground = await groundOf(page);
  await note("pan, whole map in view", () => dragFrom(page, ground, PAN_PX));
  await note("zoom by wheel, from the whole map", () => zoomAt(page, ground, WHEEL_STEP_PX));
  await showAll();
  await restOf(page);
  const hold = await selectFiftyFrom(page, await groundOf(page));
  await note("drag 50 cards, whole map in view", () => dragFrom(page, hold, PAN_PX / 2));
  await page.mouse.click(ground.x, ground.y);
  for (let turn = 0; turn < ZOOM_IN_TURNS; turn++) await page.mouse.wheel(0, -ZOOM_IN_STEP_PX);
  await restOf(page);
  const groundNear = await groundOf(page);
  await note("pan, zoomed in", () => dragFrom(page, groundNear, PAN_PX));
  const card = await cardInView(page);
  await note("drag one card, zoomed in", () => dragFrom(page, card, PAN_PX / 2));
  return times;
}
