import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { BEN, MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer, UNITING_CARE } from "./support/makeMap.ts";
import { TablesPage } from "./support/TablesPage.ts";
import { test } from "./support/watchedTest.ts";

const HEAD = /^Older people’s and adult community services/;

test("contracts are edited like a spreadsheet, by keys alone, and every step can be undone", async ({
  page,
  request,
}) => {
  test.slow();
  const { keyboard } = page;
  const made = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, made.links.owner);
  const tables = await TablesPage.open(map, "Contracts");

  await test.step("a figure as people write it, and a choice by its first letters", async () => {
    await (await tables.cell(HEAD, "Annual value")).click();
    await keyboard.type("145.2m");
    await expect(page.getByText("£145,200,000", { exact: true })).toBeVisible();
    await keyboard.press("Tab");
    await expect(await tables.cell(HEAD, "Annual value")).toHaveText("£145,200,000");
    await expect(await tables.cell(HEAD, "Status")).toBeFocused();
    await keyboard.type("live");
    await keyboard.press("Enter");
    await expect(await tables.cell(HEAD, "Status")).toHaveText("Live");
    await expect(tables.grid.getByRole("row").last()).toContainText("£145,200,000 stated; 3 not stated");
  });

  await test.step("what cannot be read is said at once, and Escape brings back what was there", async () => {
    await (await tables.cell(HEAD, "Annual value")).click();
    await keyboard.press("F2");
    await keyboard.type("a lot");
    await expect(page.getByRole("alert").filter({ hasText: "This is not an amount" })).toBeVisible();
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: /Annual value/ }).first()).toBeFocused();
    await expectAccessible(page, "a cell that cannot be read");
    await keyboard.press("Escape");
    await expect(await tables.cell(HEAD, "Annual value")).toHaveText("£145,200,000");
  });

  await test.step("a holder is ticked by name", async () => {
    await (await tables.cell(HEAD, "Held by")).click();
    await keyboard.press("Enter");
    await keyboard.type("other nhs");
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await expect(await tables.cell(HEAD, "Held by")).toHaveText(
      "UnitingCare Partnership; Other NHS providers",
    );
    await keyboard.press("Control+z");
    await expect(await tables.cell(HEAD, "Held by")).toHaveText("UnitingCare Partnership");
  });

  await test.step("a block is pasted: new rows, and what cannot be read is asked about", async () => {
    await tables.show("Organisations");
    await tables.grid.getByRole("rowheader", { name: "Other NHS providers" }).click();
    await tables.paste("Other providers\tOther\nHome First\tVoluntary organisation\nMystery\tNo such kind");
    await expect(map.dialog).toContainText("Nothing has been written yet");
    await expect(map.dialog).toContainText("No such kind");
    await expectAccessible(page, "what of a paste cannot be read");
    await map.dialog.getByRole("button", { name: "Paste the rest (1 cell and 2 new rows)" }).click();
    await expect(await tables.cell("Home First", "Kind")).toHaveText("Voluntary organisation");
    await expect(await tables.cell("Mystery", "Kind")).toHaveText("No such kind (not saved)");
    await expect(map.bar.getByRole("button", { name: "Undo: Paste 1 cell and 2 new rows" })).toBeEnabled();
    await keyboard.press("Control+z");
    await expect(tables.row("Home First")).toHaveCount(0);
    await expect(tables.row("Other NHS providers")).toHaveCount(1);
  });

  await test.step("a row is added, named, found and deleted", async () => {
    await page.getByRole("button", { name: "Add an organisation" }).click();
    await keyboard.type("Fenland Hospice");
    await keyboard.press("Enter");
    await expect(tables.row("Fenland Hospice")).toHaveCount(1);
    await page.getByRole("searchbox", { name: "Find in organisations" }).fill("hospice");
    await expect(page.getByText("1 of 6 organisations")).toBeVisible();
    await tables.grid.getByRole("rowheader", { name: "Fenland Hospice" }).click();
    await expect(map.panel.getByRole("heading", { name: "Fenland Hospice" })).toBeVisible();
    await keyboard.press("Control+Delete");
    await expect(tables.row("Fenland Hospice")).toHaveCount(0);
  });
  await expect(map.saveState).toHaveText(/Saved for everyone/);
  const stored = await mapOnServer(request, made);
  expect(stored.elements.find(({ type }) => type === "contract")).toMatchObject({
    annualValue: 145_200_000,
    status: "live",
  });
});

test("two people in one table: nothing typed is lost, no row moves away, and viewers only read", async ({
  page,
  request,
  newBrowser,
}) => {
  test.slow();
  const made = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, made.links.owner);
  const tables = await TablesPage.open(map, "Contracts");
  const other = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  const others = await TablesPage.open(other, "Contracts");

  await test.step("somebody else changes the cell that is being edited", async () => {
    await (await tables.cell(HEAD, "Total value")).dblclick();
    await page.keyboard.type("800m");
    await (await others.cell(HEAD, "Total value")).click();
    await other.page.keyboard.type("700m");
    await other.page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "Changed meanwhile to “£700m”" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(await others.cell(HEAD, "Total value")).toHaveText("£800,000,000");
  });

  await test.step("somebody else deletes the row that is being edited", async () => {
    const name = "Services of other NHS providers";
    await tables.grid.getByRole("columnheader", { name: "Name" }).click();
    await tables.grid.getByRole("rowheader", { name }).dblclick();
    await page.keyboard.type("Half a thought");
    await others.grid.getByRole("rowheader", { name }).click();
    await other.page.getByRole("button", { name: "Delete row" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Somebody has deleted this row" })).toBeVisible();
    await expect(tables.grid.getByRole("textbox")).toHaveValue("Half a thought");
    await page.keyboard.press("Escape");
    await expect(tables.grid.getByRole("textbox")).toHaveCount(0);
    await expect(tables.grid.getByRole("rowheader")).toHaveCount(4);
  });

  await test.step("a viewer reads the same on a phone, sorts it, and comes back to the map", async () => {
    const phone = await (await newBrowser()).newPage();
    await phone.setViewportSize({ width: 320, height: 640 });
    const viewer = await MapPage.watchOnly(phone, made.links.viewer);
    const read = await TablesPage.open(viewer, "Contracts");
    await read.grid.getByRole("columnheader", { name: "Total value" }).click();
    await expect(read.grid.getByRole("columnheader", { name: "Total value" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await expect(read.grid.getByRole("rowheader").first()).toHaveText(HEAD);
    await (await read.cell(HEAD, "Total value")).dblclick();
    await expect(read.grid.getByRole("textbox")).toHaveCount(0);
    await expect(phone.getByRole("button", { name: "Add a contract" })).toHaveCount(0);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expectAccessible(phone, "a table on a phone");
    expect(new URL(phone.url()).search).toBe("?view=tables");
    await phone.goBack();
    await expect(viewer.canvas).toBeVisible();
    await expect(read.grid).toHaveCount(0);
  });
});
