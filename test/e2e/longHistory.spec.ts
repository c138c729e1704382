import { expect } from "@playwright/test";
import { HistoryPage } from "./support/HistoryPage.ts";
import { boxOf, MapPage } from "./support/MapPage.ts";
import { makeMap } from "./support/makeMap.ts";
import { stubHistory } from "./support/stubHistory.ts";
import { test } from "./support/watchedTest.ts";

// A picture of thousands of rows for every step takes longer than the test.
test.use({ trace: "off" });

test("five thousand changes are listed page by page, and names of any length stay in the panel", async ({
  page,
  request,
}) => {
  test.slow();
  const count = 5_000;
  const { links } = await makeMap(request);
  const ann = await MapPage.join(page, links.owner);
  await stubHistory(page, count);
  await HistoryPage.open(ann);
  // Not by role: among so many rows that takes the runner seconds, not the page.
  const rows = page.locator("ol > li");
  const list = page.locator("[role=tabpanel]");
  await page.getByText("Load older changes").focus();
  for (let shown = 200; shown < count; shown += 200) {
    await expect(rows).toHaveCount(shown);
    await page.keyboard.press("Enter");
  }
  await expect(rows).toHaveCount(count);
  await expect(page.locator(":focus")).toHaveText("The history begins here.");
  const last = rows.last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toContainText("long 1");
  const [room, row] = [await boxOf(list), await boxOf(last)];
  expect(row.x + row.width).toBeLessThanOrEqual(room.x + room.width);
  expect(await list.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
});
