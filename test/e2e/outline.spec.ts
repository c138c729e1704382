import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectFocusToShow } from "./support/keyboard.ts";
import { MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("a map is read and drawn in the outline, by keys alone, on 320 pixels", async ({ page, request }) => {
  test.slow();
  const { keyboard } = page;
  const made = await makeMap(request, { template: UNITING_CARE });
  await MapPage.join(page, made.links.owner);
  await keyboard.press("Alt+2");
  const tree = page.getByRole("tree", { name: "Outline of the map" });
  const row = (name: string | RegExp) => tree.getByRole("treeitem", { name });
  const current = tree.locator("[role=treeitem][tabindex='0']");
  await page.setViewportSize({ width: 320, height: 640 });

  await test.step("it says who lets what to whom, and how deep each row stands", async () => {
    await current.focus();
    await keyboard.press("Home");
    await expect(row("Commissioners")).toBeFocused();
    await keyboard.type("camb");
    await expect(current).toHaveAccessibleName("Cambridgeshire and Peterborough CCG, CCG");
    await expectFocusToShow(page);
    await keyboard.press("ArrowRight");
    await expect(current).toHaveAccessibleName(
      /^lets Older people’s and adult community services, Prime provider contract, £726m in all, .*3 findings, should fix$/,
    );
    await expect(current).toHaveAttribute("aria-level", "3");
    await expect(current).toHaveAttribute("aria-posinset", "1");
    await expect(row(/^is held by UnitingCare Partnership/)).toHaveAttribute("aria-expanded", "false");
    await expectAccessible(page, "the outline on 320 pixels");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  await test.step("a sub-contract is added below it and named in its row, as one step", async () => {
    await keyboard.press("Shift+F10");
    await expectAccessible(page, "the menu of a row");
    await page.getByRole("menuitem", { name: /^Add a sub-contract under/ }).press("Enter");
    await expect(tree.getByRole("textbox", { name: "Name" })).toBeFocused();
    await keyboard.type("Winter beds");
    await keyboard.press("Enter");
    await expect(row(/^has under it Winter beds, Sub-contract, value not stated/)).toBeFocused();
    await keyboard.press("F2");
    await keyboard.type("Never mind");
    await keyboard.press("Escape");
    await expect(row(/^has under it Winter beds/)).toBeFocused();
  });

  await test.step("a board is added from the list of everything", async () => {
    await page.getByRole("button", { name: "Add…" }).press("Enter");
    await keyboard.type("programme boardd");
    await expect(page.getByText("No kind is called that.")).toBeVisible();
    await keyboard.press("Backspace");
    await keyboard.press("Enter");
    await expect(tree.getByRole("textbox", { name: "Name" })).toBeFocused();
    await keyboard.type("Frailty board");
    await keyboard.press("Enter");
    await expect(row(/^Frailty board, Programme board/)).toBeFocused();
  });

  await test.step("it is connected without a line, deleted, and brought back", async () => {
    await keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Connect…" }).press("Enter");
    await keyboard.type("winter");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await page
      .getByRole("listbox", { name: "Kinds of connection" })
      .getByRole("option")
      .first()
      .press("Enter");
    await expect
      .poll(async () => {
        const { relations, elements } = await mapOnServer(request, made);
        const board = elements.find(({ name }) => name === "Frailty board");
        return relations.filter(({ from }) => from === board?.id).map(({ type }) => type);
      })
      .toEqual(["governs"]);
    await expect(row(/^Frailty board/)).toHaveAttribute("aria-selected", "true");
    await row(/^Frailty board/).click();
    await keyboard.press("Delete");
    await expect(row(/^Frailty board/)).toHaveCount(0);
    await expect(current).toBeFocused();
    await keyboard.press("Control+z");
    await expect(row(/^Frailty board/)).toHaveCount(1);
  });
});

test("what is current in the outline is what is selected on the map, and the reverse", async ({
  page,
  request,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.watchOnly(page, made.links.viewer);
  await map.card(/: UnitingCare Partnership/).click();
  await map.bar.getByRole("radio", { name: "Outline" }).click();
  const current = page.getByRole("tree").locator("[role=treeitem][tabindex='0']");
  await expect(current).toHaveAccessibleName(/^UnitingCare Partnership/);
  await expect(map.panel.getByRole("heading", { name: "UnitingCare Partnership" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add…" })).toHaveCount(0);
  await page.getByRole("treeitem", { name: /^Cambridgeshire and Peterborough CCG/ }).click();
  await expectAccessible(page, "the outline for those who only read");
  await page.keyboard.press("Alt+1");
  await expect(map.card(/: Cambridgeshire and Peterborough CCG/)).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(current).toHaveAccessibleName(/^Cambridgeshire and Peterborough CCG/);
});
