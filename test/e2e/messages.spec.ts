import { expect, type Locator } from "@playwright/test";
import { MapPage } from "./support/MapPage.ts";
import { makeMap } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("Nothing is drawn");
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Waits until one ends before the other begins. */
async function expectApart(one: Locator, other: Locator): Promise<void> {
  await expect(async () => {
    const [a, b] = [await boxOf(one), await boxOf(other)];
    expect(a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y).toBe(true);
  }).toPass();
}

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
  [320, 640],
] as const)
  test(`a message leaves dialogs and the bars alone, ${width} × ${height}`, async ({ page, request }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    const { links } = await makeMap(request, { template: "alliance" });
    const map = await MapPage.join(page, links.owner);
    await page.getByRole("button", { name: "Tidy", exact: true }).click();
    await page.getByRole("menuitem", { name: "Tidy everything" }).click();
    const said = page.getByText(/^Tidied \d+ cards$/);
    await expect(said).toBeVisible();
    const message = said.locator("..");
    const close = message.getByRole("button", { name: "Close this message" });
    await page.setViewportSize({ width, height });

    await expect.poll(async () => (await boxOf(message)).width).toBeLessThanOrEqual(360);
    const { x, right } = await boxOf(message);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);

    await map.bar.getByRole("button", { name: "Share", exact: true }).click();
    await expect(map.dialog.getByRole("heading", { name: /Share/ })).toBeVisible();
    await expectApart(message, map.dialog);
    await close.click();
    await expect(map.dialog, "closing a message does not close the dialog").toBeVisible();
  });
