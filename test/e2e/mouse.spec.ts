import { expect } from "@playwright/test";
import { boxOf, MapPage, middleOf } from "./support/MapPage.ts";
import { makeMap, mapOnServer } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("a map is drawn with the mouse: from the palette, by a double click, from edge to edge, several at once", async ({
  page,
  request,
}) => {
  const made = await makeMap(request);
  const map = await MapPage.join(page, made.links.owner);
  const { mouse } = page;
  const canvas = await boxOf(map.canvas);
  const icb = map.card("Integrated care board: Fenland ICB");
  const trust = map.card("Foundation trust: Fenland Hospitals");
  const contract = map.card("NHS standard contract: Older people");

  await test.step("drag a card from the palette", async () => {
    const target = { x: canvas.x + 250, y: canvas.y + 150 };
    await map.palette.getByRole("button", { name: "ICB" }).dragTo(map.canvas, {
      targetPosition: { x: target.x - canvas.x, y: target.y - canvas.y },
    });
    await expect(map.canvas.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.keyboard.type("Fenland ICB");
    await page.keyboard.press("Enter");
    const { x, y } = await middleOf(icb);
    expect
      .soft(Math.hypot(x - target.x, y - target.y), "the card stays where it was dropped")
      .toBeLessThan(30);
  });

  await test.step("choose a kind, click where it goes", async () => {
    await map.palette.getByRole("button", { name: "Foundation trust" }).click();
    await mouse.click(canvas.x + 700, canvas.y + 450);
    await page.keyboard.type("Fenland Hospitals");
    await page.keyboard.press("Enter");
    await expect(trust).toBeVisible();
  });

  await test.step("double-click the ground and type a name", async () => {
    await mouse.dblclick(canvas.x + 300, canvas.y + 544);
    await map.dialog.getByLabel("Name").fill("Fenland Council");
    await map.dialog.getByRole("button", { name: "Local authority Kind" }).click();
    await page.getByRole("option", { name: "Foundation trust" }).click();
    await map.dialog.getByRole("button", { name: "Foundation trust Kind" }).click();
    await page.getByRole("option", { name: "Local authority" }).click();
    await map.dialog.getByRole("button", { name: "Add to the map" }).click();
    await expect(map.card("Local authority: Fenland Council")).toBeVisible();
  });

  await test.step("draw a line from edge to edge, and choose the contract that is offered first", async () => {
    await icb.hover();
    const from = await boxOf(icb);
    const to = await middleOf(trust);
    await mouse.move(from.x + from.width, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x - 40, to.y - 40, { steps: 5 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await mouse.up();
    const menu = page.getByRole("dialog", { name: "What is this connection?" });
    const first = menu.getByRole("option").first();
    await expect(first).toHaveText(/^Contract\s*Fenland ICB buys from Fenland Hospitals$/);
    await first.click();
    await page.keyboard.type("Older people");
    await page.keyboard.press("Enter");
    await expect(map.relation("Fenland ICB commissions Older people")).toBeVisible();
    await expect(map.relation("Fenland Hospitals holds Older people")).toBeVisible();
  });

  await test.step("undo takes the contract and both its lines in one step, redo brings them back", async () => {
    await map.bar.getByRole("button", { name: /^Undo: / }).click();
    await expect(contract).toHaveCount(0);
    await expect(map.relation(/commissions|holds/)).toHaveCount(0);
    await map.bar.getByRole("button", { name: /^Redo: / }).click();
    await expect(contract).toBeVisible();
    await expect(map.relation(/commissions|holds/)).toHaveCount(2);
  });

  await test.step("several at once: a frame drawn with Shift, moved together, deleted together", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.down("Shift");
    await mouse.move(canvas.x + 75, canvas.y + 5);
    await mouse.down();
    await mouse.move(canvas.x + 900, canvas.y + 640, { steps: 5 });
    await mouse.up();
    await page.keyboard.up("Shift");
    for (const card of [icb, trust, contract]) await expect(card).toHaveAttribute("aria-pressed", "true");
    const before = await Promise.all([icb, trust].map(boxOf));
    const { x, y } = await middleOf(icb);
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 60, y + 30, { steps: 30 });
    await mouse.up();
    for (const [index, card] of [icb, trust].entries())
      await expect.poll(async () => (await boxOf(card)).x - (before[index]?.x ?? 0)).toBeCloseTo(60, -1);
    await page.keyboard.press("Delete");
    for (const card of [icb, trust, contract]) await expect(card).toHaveCount(0);
    await expect.poll(async () => (await mapOnServer(request, made)).elements).toEqual([]);
  });
});

test("a badge on a card leads to its finding, and a finding to its cards", async ({ page, request }) => {
  const made = await makeMap(request, { template: "cambridgeshire-unitingcare-2015" });
  const map = await MapPage.join(page, made.links.owner);
  await map.finding("Must fix: No parent guarantee").getByRole("button").first().click();
  const partnership = map.card("Joint venture: UnitingCare Partnership");
  await expect(partnership).toHaveAttribute("aria-pressed", "true");
  await map.openInspector();
  await expect(map.panel.getByRole("heading", { name: /^\d+ selected$/ })).toBeVisible();
  await map.inspect(partnership);
  await map.panel.getByRole("button", { name: /No parent guarantee/ }).click();
  await expect(map.panel.getByRole("button", { name: "Must fix: No parent guarantee" })).toBeFocused();
});
