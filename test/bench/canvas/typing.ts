import type { Locator, Page } from "@playwright/test";
import { restOf, startRecording, stopRecording } from "./frameTimes.ts";
import { cardInView } from "./gestures.ts";

/** What typing a name cost. */
export interface TypingCost {
  /** Tasks of more than 50 ms while it was typed, in milliseconds. */
  readonly longTasks: readonly number[];
  readonly longestFrame: number;
}

const NAME = "Brackenfield and Farrow integrated community services";
const KEY_MS = 60;

/** Opens the name of a card that nobody else moves in the inspector. */
export async function openInInspector(page: Page): Promise<void> {
  const card = await cardInView(page);
  await page.mouse.click(card.x, card.y);
  await page.getByRole("tab", { name: "Inspector" }).click();
  await nameField(page).fill("");
  await restOf(page);
}

/** Types a name into the field of the inspector, which is open. */
export async function typingInInspector(page: Page): Promise<TypingCost> {
  // Not by a click: that waits until nothing moves, and while others work on the map something always does.
  await nameField(page).evaluate((field) => field.focus());
  return typed(page);
}

/** Opens the name of the selected card on the card itself. */
export async function openOnCard(page: Page): Promise<void> {
  const card = await cardInView(page);
  await page.mouse.dblclick(card.x, card.y);
  await editorOnCard(page).fill("");
  await restOf(page);
}

/** Types a name on the card, where its name is open. */
export async function typingOnCard(page: Page): Promise<TypingCost> {
  await editorOnCard(page).evaluate((field) => field.focus());
  const cost = await typed(page);
  await page.keyboard.press("Escape");
  return cost;
}

function nameField(page: Page): Locator {
  return page.getByRole("tabpanel").getByLabel("Name", { exact: true });
}

function editorOnCard(page: Page): Locator {
  return page.locator(".react-flow__viewport textarea");
}

async function typed(page: Page): Promise<TypingCost> {
  await startRecording(page);
  await page.keyboard.type(NAME, { delay: KEY_MS });
  const { frames, longTasks } = await stopRecording(page);
  return { longTasks, longestFrame: Math.max(...frames) };
}
