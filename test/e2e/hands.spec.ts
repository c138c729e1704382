import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { cardBoxes } from "./support/layout.ts";
import { boxOf, groundSpot, MapPage, middleOf } from "./support/MapPage.ts";
import { makeMap, mapOnServer } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const TEMPLATE = "cambridgeshire-unitingcare-2015";

test("everything that can be done is found by its name, and in the menu of what is there", async ({
  page,
  request,
}) => {
  const made = await makeMap(request, { template: TEMPLATE });
  const map = await MapPage.join(page, made.links.owner);
  const { keyboard } = page;
  const search = page.getByRole("combobox", { name: "Search commands, kinds and cards" });
  const active = page.getByRole("listbox", { name: "Commands" }).getByRole("option", { selected: true });
  const ccg = map.card(/^Clinical commissioning group: Cambridgeshire/);
  const menu = page.getByRole("menu");

  await test.step("initials find a kind, Enter adds it", async () => {
    await keyboard.press("Control+k");
    await expect(search).toBeFocused();
    await expectAccessible(page, "all commands");
    await keyboard.type("ft");
    await expect(active).toContainText("Add a foundation trust");
    await expectAccessible(page, "commands found");
    await keyboard.press("Enter");
    await expect(map.canvas.getByRole("textbox", { name: "Name" })).toBeFocused();
    await keyboard.type("Fenland Hospitals");
    await keyboard.press("Enter");
    await expect(map.card("Foundation trust: Fenland Hospitals")).toBeFocused();
  });

  await test.step("what was used last stands first; undo says what it would take back", async () => {
    await keyboard.press("Control+k");
    await expect(page.getByRole("group", { name: "Used last" }).getByRole("option").first()).toContainText(
      "Add a foundation trust",
    );
    await keyboard.type("undo");
    await expect(active).toContainText("Undo: Add");
    await keyboard.press("Enter");
    await expect(map.card("Foundation trust: Fenland Hospitals")).toHaveCount(0);
    await expect(page.getByText(/^Undone: Add/)).toBeVisible();
  });

  await test.step("the name of a card leads to it; what cannot run says why", async () => {
    await keyboard.press("Control+k");
    await keyboard.type("camb ccg");
    await keyboard.press("Enter");
    await expect(ccg).toBeFocused();
    await keyboard.press("Control+k");
    await keyboard.type("turn the connection");
    await expect(active).toContainText("Select a connection first");
    await keyboard.press("Escape");
    await expect(ccg).toBeFocused();
  });

  await test.step("menus open by keyboard at the card, and by the right button at the connection", async () => {
    await keyboard.press("Shift+F10");
    await expect(menu.getByRole("menuitem", { name: /^Connect…/ })).toBeVisible();
    await expectAccessible(page, "menu of a card");
    await keyboard.press("Escape");
    await expect(ccg).toBeFocused();
    const pays = map.relation(/^Cambridgeshire and Peterborough CCG pays UnitingCare/);
    await pays.focus();
    await keyboard.press("ContextMenu");
    await menu.getByRole("menuitem", { name: "Turn the connection round" }).click();
    await expect(
      map.relation(/^UnitingCare Partnership pays Cambridgeshire and Peterborough CCG/),
    ).toBeVisible();
    await map.bar.getByRole("button", { name: "Undo: Turn a connection round" }).click();
    await expect(pays).toBeVisible();
  });

  await test.step("help leads to the shortcuts, which can be searched", async () => {
    await map.bar.getByRole("button", { name: "Help" }).click();
    await menu.getByRole("menuitem", { name: /^Shortcuts/ }).click();
    await map.dialog.getByLabel("Search shortcuts").fill("nearest card");
    await expect(map.dialog.getByText("Go to the nearest card that way")).toBeVisible();
    await expect(map.dialog.getByText("Undo", { exact: true })).toHaveCount(0);
    await expectAccessible(page, "shortcuts");
    await keyboard.press("Escape");
  });
});

test("a map grows from a card: by name, from a handle to the ground, by keys alone", async ({
  page,
  request,
}) => {
  const made = await makeMap(request);
  const map = await MapPage.join(page, made.links.owner);
  const { keyboard, mouse } = page;
  const icb = map.card("Integrated care board: Fenland ICB");
  const trust = map.card("Foundation trust: Fenland Hospitals NHS Foundation Trust");
  const connection = page.getByRole("dialog", { name: "What is this connection?" });

  await test.step("a name says what it names", async () => {
    const { x, y } = await groundSpot(map);
    await mouse.dblclick(x + 200, y + 80);
    await map.dialog.getByLabel("Name").fill("Fenland ICB");
    await expect(map.dialog.getByRole("button", { name: /ICB Kind/ })).toBeVisible();
    await keyboard.press("Enter");
    await expect(icb).toBeFocused();
  });

  await test.step("a line that ends over the ground asks what is there; one undo takes it all back", async () => {
    const { x, y, width, height } = await boxOf(icb);
    await icb.hover();
    await mouse.move(x + width, y + height / 2);
    await mouse.down();
    await mouse.move(x + width + 150, y + height + 180, { steps: 6 });
    await mouse.up();
    await map.dialog.getByLabel("Name").fill("Fenland Hospitals NHS Foundation Trust");
    await expect(map.dialog.getByRole("button", { name: /^Fenland ICB buys from/ })).toBeVisible();
    await expectAccessible(page, "add and connect");
    await keyboard.press("Enter");
    await expect(trust).toBeVisible();
    await expect(map.relation(/^Fenland ICB commissions/)).toBeVisible();
    await keyboard.press("Control+z");
    await expect(trust).toHaveCount(0);
    await expect(map.relation(/commissions|holds/)).toHaveCount(0);
    await keyboard.press("Control+y");
    await expect(trust).toBeVisible();
  });

  await test.step("by keys: a card on the one before, arrows from card to card, a connection picked on the map", async () => {
    await trust.focus();
    await keyboard.press("Shift+q");
    await expect(map.dialog.getByLabel("Name")).toBeFocused();
    await keyboard.type("Age UK");
    await keyboard.press("Enter");
    const charity = map.card("Voluntary organisation: Age UK");
    await expect(charity).toBeFocused();
    await keyboard.press("Control+ArrowUp");
    await expect(charity).not.toBeFocused();
    await icb.focus();
    await keyboard.press("Shift+c");
    await expect(map.canvas.getByText("Connect Fenland ICB")).toBeVisible();
    await expectAccessible(page, "picking on the map");
    for (
      let press = 0;
      press < 5 && !(await charity.evaluate((card) => card === document.activeElement));
      press++
    ) {
      await keyboard.press("ArrowDown");
      await expect(icb).not.toBeFocused();
    }
    await expect(charity).toBeFocused();
    await keyboard.press("Enter");
    await expect(connection.getByRole("option").first()).toBeFocused();
    await connection.getByRole("option").filter({ hasText: "Fenland ICB pays Age UK" }).click();
    await expect(map.relation("Fenland ICB pays Age UK")).toBeVisible();
  });

  await test.step("several steps are taken back at once", async () => {
    await map.bar.getByRole("button", { name: "Take back several steps" }).click();
    await page.getByRole("menuitem", { name: /^Add Fenland Hospitals/ }).click();
    await expect(map.canvas.getByRole("button", { name: /Age UK|Fenland Hospitals/ })).toHaveCount(0);
    await expect(icb).toBeVisible();
    await expect.poll(async () => (await mapOnServer(request, made)).elements.length).toBe(1);
  });
});

test("the tour takes two minutes on a map of one’s own, and can be left and taken up again", async ({
  page,
}) => {
  const map = new MapPage(page);
  const tour = page.getByRole("region", { name: /./ }).filter({ hasText: /^Step \d of 8/ });
  const next = tour.getByRole("button", { name: "Next" });
  await page.goto("/");
  await page.getByRole("button", { name: "Take the two-minute tour" }).click();
  await map.introduce({ name: "Ann Archer", organisation: "CCG" });
  await expect(tour).toContainText("Step 1 of 8");
  await expectAccessible(page, "the tour");
  const step = await boxOf(tour);
  for (const { name, x, y, width, height } of await cardBoxes(map))
    expect(
      x + width <= step.x || step.x + step.width <= x || y + height <= step.y || step.y + step.height <= y,
      `${name} is not covered`,
    ).toBe(true);
  await next.click();
  const { x, y } = await groundSpot(map);
  await page.mouse.dblclick(x, y);
  await map.dialog.getByLabel("Name").fill("Age UK Cambridgeshire");
  await page.keyboard.press("Enter");
  await expect(tour, "it goes on by itself").toContainText("Step 3 of 8");
  await next.click();
  await map.finding("Must fix: No parent guarantee").getByRole("button").first().click();
  await expect(tour).toContainText("Step 5 of 8");

  await tour.getByRole("button", { name: "Leave the tour" }).click();
  await expect(tour).toHaveCount(0);
  await page.reload();
  await map.ready();
  await page.getByRole("button", { name: "Go on with the tour" }).click();
  await expect(tour).toContainText("Step 5 of 8");
  await map.panel
    .getByRole("button", { name: /^Propose/ })
    .first()
    .click();
  await expect(tour).toContainText("Step 6 of 8");
  await page.keyboard.press("Control+z");
  await expect(tour).toContainText("Step 7 of 8");
  await next.click();
  await tour.getByRole("button", { name: "Finish" }).click();
  await expect(tour).toHaveCount(0);
  await expect(middleOf(map.card(/Age UK Cambridgeshire/))).resolves.toBeDefined();
});

test("a press takes no words with it, menus are whole and begin harmlessly, and the focus stays in what is asked", async ({
  page,
  request,
}) => {
  const made = await makeMap(request, { template: TEMPLATE });
  const map = await MapPage.join(page, made.links.owner);
  const { keyboard, mouse } = page;
  const entries = page.getByRole("menu").getByRole("menuitem");
  const ccg = map.card(/^Clinical commissioning group: Cambridgeshire/);

  await test.step("a marquee selects cards, and none of the page's words", async () => {
    await map.panel.getByRole("heading", { name: "Findings" }).click();
    const { x, y } = await groundSpot(map);
    await mouse.move(x, y);
    await keyboard.down("Shift");
    await mouse.down();
    await mouse.move(x + 400, y + 300, { steps: 4 });
    await mouse.move(x + 900, y + 560, { steps: 4 });
    await mouse.up();
    await keyboard.up("Shift");
    await expect(map.canvas.getByRole("button", { pressed: true })).not.toHaveCount(0);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  });

  await test.step("the menu of a card is whole wherever it opens", async () => {
    for (const part of [0.2, 0.52, 0.98]) {
      await ccg.evaluate((card, share) => {
        const at = { clientX: innerWidth * share, clientY: innerHeight * share };
        card.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...at }));
      }, part);
      await expect(entries.first()).toBeFocused();
      await expect(entries.last()).toHaveAccessibleName(/^Delete/);
      for (const entry of await entries.all()) await expect(entry).toBeInViewport({ ratio: 1 });
      await keyboard.press("Escape");
    }
  });

  await test.step("the menu of a connection does not begin with what deletes", async () => {
    await map.relation(/^Cambridgeshire and Peterborough CCG pays UnitingCare/).focus();
    await keyboard.press("Shift+F10");
    await expect(entries.first()).toBeFocused();
    await expect(entries.first()).toHaveAccessibleName(/^Change the connection into/);
    await expect(entries.last()).toHaveAccessibleName(/^Delete/);
    await keyboard.press("Escape");
  });

  await test.step("Enter takes the first card that fits", async () => {
    await ccg.focus();
    await keyboard.press("c");
    await keyboard.type("unitingg");
    await expect(map.dialog.getByText("No card fits.")).toBeVisible();
    await keyboard.press("Backspace");
    await keyboard.press("Enter");
    await expect(map.dialog.getByRole("listbox", { name: "Kinds of connection" })).toBeVisible();
    await keyboard.press("Escape");
    await expect(map.dialog).toHaveCount(0);
  });

  await test.step("a view is saved, and keys still reach the panel", async () => {
    await page.getByRole("button", { name: "Views" }).click();
    await map.dialog.getByLabel("Save what is shown now as").fill("All of it");
    await map.dialog.getByRole("button", { name: "Save" }).click();
    await expect(map.dialog.getByRole("button", { name: "All of it", exact: true })).toBeVisible();
    await expect(map.dialog.getByLabel("Save what is shown now as")).toBeFocused();
    await keyboard.press("Escape");
    await expect(map.dialog).toHaveCount(0);
  });

  await test.step("a button with nothing left to do keeps the focus until it is left", async () => {
    const undo = map.bar.getByRole("button", { name: /^Undo($|:)/ });
    await undo.focus();
    await keyboard.press("Enter");
    await expect(undo).toBeDisabled();
    await expect(undo).toBeFocused();
    await keyboard.press("Tab");
    await expect(map.bar.getByRole("button", { name: /^Redo: Save the view/ })).toBeFocused();
  });
});
