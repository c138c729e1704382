import { expect, type Locator, type Page } from "@playwright/test";
import { EVERY_TYPE } from "./support/everyTypeMap.ts";
import { HistoryPage } from "./support/HistoryPage.ts";
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

async function tidyEverything(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Tidy", exact: true }).click();
  await page.getByRole("menuitem", { name: "Tidy everything" }).click();
  const said = page.getByText(/^Tidied \d+ cards$/);
  await expect(said).toBeVisible();
  return said.locator("..");
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
    const message = await tidyEverything(page);
    const close = message.getByRole("button", { name: "Close this message" });
    await page.setViewportSize({ width, height });

    await expect.poll(async () => (await boxOf(message)).width).toBeLessThanOrEqual(360);
    const { x, right } = await boxOf(message);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);

    await map.bar.getByRole("button", { name: "Share", exact: true }).click();
    await expect(map.dialog.getByRole("heading", { name: /Share/ })).toBeVisible();
    await expectApart(message, map.dialog);
    await page.getByRole("button", { name: "Show code and QR" }).click();
    const onProjector = page.getByRole("dialog", { name: /^Join/ });
    await expectApart(message, onProjector.getByRole("img", { name: /QR/ }));
    await expectApart(message, onProjector);
    await onProjector.getByRole("button", { name: "Close" }).click();
    await close.click();
    await expect(map.dialog, "closing a message does not close the dialog").toBeVisible();
  });

test("a message lies over nothing of the page, and offers nothing for a map that is not on the screen", async ({
  page,
  request,
}) => {
  const { links } = await makeMap(request, { map: EVERY_TYPE });
  const map = await MapPage.join(page, links.owner);
  await page.getByRole("button", { name: "Legend", exact: true }).click();
  const legend = page.getByRole("region", { name: "Legend" }).locator("..");
  const canvas = await boxOf(map.canvas);
  expect((await boxOf(legend)).height, "most of the map stays in sight").toBeLessThan(canvas.height * 0.4);

  const message = await tidyEverything(page);
  await expectApart(message, legend);
  await map.bar.getByRole("radio", { name: "Outline" }).click();
  await expectApart(message, page.getByRole("tree").locator(".."));
  await map.bar.getByRole("radio", { name: "Tables" }).click();
  await expectApart(message, page.getByRole("tabpanel").first());
  await map.bar.getByRole("radio", { name: "Map" }).click();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectApart(message, map.palette);
  await map.panel.getByRole("button", { name: "Open findings and inspector" }).click();
  await expectApart(message, map.panel);
  await page.setViewportSize({ width: 1366, height: 768 });

  const history = await HistoryPage.open(map);
  await expect(message).toBeVisible();
  await history.look(history.rows.last());
  await expect(message).toHaveCount(0);
});
