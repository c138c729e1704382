import { expect } from "@playwright/test";
import { MapPage } from "./support/MapPage.ts";
import { makeMap } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("a part of the page that does not come is said, asked for again, and opened when it comes", async ({
  page,
  request,
  watch,
}) => {
  watch.allow(/Failed to load resource|dynamically imported module|Unable to preload CSS/);
  const { links } = await makeMap(request, { template: "alliance" });
  const map = await MapPage.join(page, links.owner);
  await page.route(/\/assets\/CommandDialog-.*\.js$/, (route) => route.abort(), { times: 2 });
  await page.keyboard.press("Control+k");
  await expect(page.getByText("A part of Plumbline could not be loaded")).toBeVisible();
  await expect(map.canvas).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
});
