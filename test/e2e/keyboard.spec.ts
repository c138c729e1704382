import { expect } from "@playwright/test";
import { expectFocusToShow, type FocusNow, focusNow, tabTo } from "./support/keyboard.ts";
import { MapPage } from "./support/MapPage.ts";
import { makeMap, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("a map is begun, drawn, named, priced, moved and mended without a mouse", async ({ page }) => {
  const { keyboard } = page;
  const map = new MapPage(page);
  const icb = map.card("Integrated care board: Fenland ICB");
  const trust = map.card("Foundation trust: Fenland Hospitals");
  const contract = map.card("NHS standard contract: Older people");

  await test.step("begin a blank map", async () => {
    await page.goto("/");
    await tabTo(page.getByRole("button", { name: "Start with a blank map" }));
    await expectFocusToShow(page);
    await keyboard.press("Enter");
    await expect(map.dialog.getByLabel("Your name")).toBeFocused();
    await keyboard.type("Ann Archer");
    await keyboard.press("Tab");
    await keyboard.type("CCG");
    await keyboard.press("Enter");
    await map.ready();
  });

  await test.step("add two organisations", async () => {
    for (const [key, name, card] of [
      ["s", "Fenland ICB", icb],
      ["f", "Fenland Hospitals", trust],
    ] as const) {
      await keyboard.press(key);
      await expect(map.canvas.getByText("click where it goes, or press Enter")).toBeVisible();
      await keyboard.press("Enter");
      await expect(map.canvas.getByRole("textbox", { name: "Name" })).toBeFocused();
      await expectFocusToShow(page);
      await keyboard.type(name);
      await keyboard.press("Enter");
      await expect(card).toBeFocused();
      await expectFocusToShow(page);
    }
  });

  await test.step("put a contract between them", async () => {
    await keyboard.press("c");
    const search = map.dialog.getByRole("searchbox");
    await expect(search).toBeFocused();
    await expectFocusToShow(page);
    await keyboard.type("fenland icb");
    await expect(map.dialog.getByRole("option")).toHaveCount(1);
    await keyboard.press("Enter");
    await expect(map.dialog.getByRole("option").first()).toContainText(
      "Fenland ICB buys from Fenland Hospitals",
    );
    await expectFocusToShow(page);
    await keyboard.press("Enter");
    await expect(map.canvas.getByRole("textbox", { name: "Name" })).toBeFocused();
    await keyboard.type("Frail people");
    await keyboard.press("Enter");
    await expect(map.relation("Fenland ICB commissions Frail people")).toBeVisible();
    await expect(map.relation("Fenland Hospitals holds Frail people")).toBeVisible();
  });

  await test.step("rename it", async () => {
    await expect(map.card("NHS standard contract: Frail people")).toBeFocused();
    await keyboard.press("F2");
    await expect(map.canvas.getByRole("textbox", { name: "Name" })).toHaveValue("Frail people");
    await keyboard.type("Older people");
    await keyboard.press("Enter");
    await expect(contract).toBeFocused();
  });

  await test.step("say what it is worth", async () => {
    // What is chosen is shown in the inspector; the other tab is an arrow away.
    await tabTo(map.panel.getByRole("tab", { name: "Inspector", selected: true }));
    await expectFocusToShow(page);
    await keyboard.press("ArrowLeft");
    await expect(map.panel.getByRole("tab", { name: "Findings", selected: true })).toBeFocused();
    await keyboard.press("ArrowRight");
    await tabTo(map.panel.getByLabel("Total value", { exact: true }));
    await expectFocusToShow(page);
    await keyboard.type("726m");
    await keyboard.press("Enter");
    await expect(contract).toHaveAccessibleName(/£726m/);
    await expect(map.panel.getByText("£726,000,000")).toBeVisible();
  });

  await test.step("move it", async () => {
    await tabTo(contract, "Shift+Tab");
    await expectFocusToShow(page);
    const before = await contract.boundingBox();
    await keyboard.press("ArrowRight");
    await keyboard.press("Shift+ArrowDown");
    await expect.poll(async () => (await contract.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
    await expect.poll(async () => (await contract.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
    await expect(contract).toBeFocused();
  });

  await test.step("delete, undo, redo", async () => {
    await keyboard.press("Delete");
    await expect(contract).toHaveCount(0);
    await expect(map.relation(/Older people/)).toHaveCount(0);
    await keyboard.press("Control+z");
    await expect(contract).toBeVisible();
    await expect(map.relation("Fenland ICB commissions Older people")).toBeVisible();
    await keyboard.press("Control+y");
    await expect(contract).toHaveCount(0);
    await keyboard.press("Control+z");
    await expect(contract).toHaveAccessibleName(/£726m/);
    await expect(map.saveState).toHaveText("Saved for everyone");
  });
});

test("Tab goes through the whole map, and every stop shows", async ({ page, request }) => {
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, links.owner);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const stops: FocusNow[] = [];
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    const stop = await focusNow(page);
    if (stop.what === undefined) break;
    stops.push(stop);
  }
  expect(stops.filter(({ isMarked, isInView }) => !isMarked || !isInView)).toEqual([]);
  const count = await map.canvas.getByRole("button").count();
  expect(stops.length, "cards, lines, bar, palette and panel are all reached").toBeGreaterThan(count + 30);
});
