import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { BEN, MapPage } from "./support/MapPage.ts";
import { makeMap, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("somebody is followed by keyboard over the map, until one moves it oneself or they leave", async ({
  page,
  request,
  newBrowser,
}) => {
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), links.editor, BEN);
  const followed = ben.page.getByRole("status").filter({ hasText: "You see what Ann" });
  const followAnn = async () => {
    const people = ben.bar.getByRole("button", { name: "People in this map: 2" });
    await people.focus();
    await people.press("Enter");
    const button = ben.page.getByRole("button", { name: /^Follow Ann .*: see what they see$/ });
    await button.focus();
    await button.press("Enter");
    await expect(followed).toBeVisible();
  };
  const middle = async (of: Page) => {
    const card = of.locator(".react-flow__node").filter({ hasText: "UnitingCare Partnership" }).first();
    const box = await card.boundingBox();
    return { x: Math.round((box?.x ?? 0) / 10), width: Math.round((box?.width ?? 0) / 10) };
  };

  await followAnn();
  await expectAccessible(ben.page, "following somebody");
  const before = await middle(ben.page);
  for (let press = 0; press < 3; press++) await ann.page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(async () => (await middle(ben.page)).width).toBeGreaterThan(before.width);
  await expect.poll(() => middle(ben.page)).toEqual(await middle(ann.page));

  await ben.page.getByRole("button", { name: "Zoom out" }).click();
  await expect(followed).toHaveCount(0);
  const own = await middle(ben.page);
  await ann.page.getByRole("button", { name: "Show the whole map" }).click();
  await ann.page.getByRole("button", { name: "Zoom in" }).click();
  expect((await middle(ben.page)).width).toBeLessThanOrEqual(own.width);

  await followAnn();
  await ann.page.close();
  await expect(followed).toHaveCount(0);
});
