import { expect } from "@playwright/test";
import type { MapPage } from "./MapPage.ts";
import { choose, pressEscape, type Screen } from "./screens.ts";

const CCG = "Clinical commissioning group: Fenland CCG";

/** The bar under the map begins folded away in a narrow window. */
async function bottomBar({ page }: MapPage): Promise<void> {
  const unfold = page.getByRole("button", { name: "Show layers and zoom" });
  if (await unfold.isVisible()) await unfold.click();
}

async function openTool(map: MapPage, name: "Filter" | "Colour" | "Views"): Promise<void> {
  await bottomBar(map);
  await map.page
    .getByRole("group", { name: "Find and look" })
    .getByRole("button", { name: new RegExp(`^${name}( \\(on\\))?$`) })
    .click();
  await expect(map.dialog).toBeVisible();
}

async function leaveDialog(map: MapPage): Promise<void> {
  await pressEscape(map);
  await expect(map.dialog).toHaveCount(0);
}

async function press(map: MapPage, name: string, keys: string): Promise<void> {
  await choose(map, name);
  await map.page.keyboard.press(keys);
}

function showAs({ bar }: MapPage, name: "Map" | "Outline" | "Tables"): Promise<void> {
  return bar.getByRole("radio", { name, exact: true }).click();
}

const backToMap = async (map: MapPage): Promise<void> => {
  await showAs(map, "Map");
  await expect(map.card(/.+/).first()).toBeVisible();
};

/** What opens over, beside or instead of the drawing, each by its key or button, for the owner of the map that `EVERY_TYPE` draws. */
export const SURFACES: readonly Screen[] = [
  {
    name: "search",
    changesDrawing: true,
    async show({ page }) {
      await page.keyboard.press("/");
      await page.keyboard.type("fenland");
      await expect(page.getByRole("listbox", { name: "Found" }).getByRole("option").first()).toBeVisible();
    },
  },
  {
    name: "search that finds nothing",
    async show({ page }) {
      await page.getByRole("combobox", { name: "Find on the map" }).fill("nobody says that");
      await expect(page.getByText("Nothing on this map says that.")).toBeVisible();
    },
    async hide(map) {
      await pressEscape(map);
      await pressEscape(map);
      await expect(map.page.getByRole("combobox", { name: "Find on the map" })).toHaveCount(0);
    },
  },
  {
    name: "filter",
    async show(map) {
      await openTool(map, "Filter");
      await map.dialog.getByText("Kind", { exact: true }).click();
      await map.page.getByRole("checkbox", { name: /^Foundation trust/ }).check();
    },
    hide: leaveDialog,
  },
  {
    name: "what is left out",
    changesDrawing: true,
    async show({ page }) {
      await expect(page.getByRole("region", { name: "What is left out" })).toBeVisible();
    },
    async hide({ page }) {
      const leftOut = page.getByRole("region", { name: "What is left out" });
      await leftOut.getByRole("button", { name: "Clear" }).click();
      await expect(leftOut).toBeHidden();
    },
  },
  {
    name: "marks by a field",
    changesDrawing: true,
    async show(map) {
      await openTool(map, "Colour");
      await map.page.getByRole("button", { name: /Mark with a colour by/ }).click();
      await map.page.getByRole("option", { name: "Kind", exact: true }).click();
    },
    hide: leaveDialog,
  },
  {
    name: "legend of the marks",
    async show({ page }) {
      await expect(page.getByRole("region", { name: "Colour: Kind" })).toBeVisible();
    },
    async hide(map) {
      await openTool(map, "Colour");
      await map.page.getByRole("button", { name: /Mark with a colour by/ }).click();
      await map.page.getByRole("option", { name: "Nothing", exact: true }).click();
      await leaveDialog(map);
    },
  },
  { name: "saved views", show: (map) => openTool(map, "Views"), hide: leaveDialog },
  {
    name: "minimap",
    async show(map) {
      await bottomBar(map);
      await map.page.getByRole("button", { name: "Minimap", exact: true }).click();
      await expect(map.page.getByRole("group", { name: /^Minimap/ })).toBeVisible();
    },
    async hide({ page }) {
      await page.getByRole("button", { name: "Minimap", exact: true }).click();
    },
  },
  {
    name: "legend",
    async show({ page }) {
      await page.getByRole("button", { name: "Legend", exact: true }).click();
      await expect(page.getByRole("region", { name: "Legend" })).toBeVisible();
    },
    async hide({ page }) {
      await page.getByRole("button", { name: "Fold the legend away" }).click();
    },
  },
  {
    name: "all commands",
    async show({ page }) {
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("listbox", { name: "Commands" }).getByRole("option").first()).toBeVisible();
    },
    hide: leaveDialog,
  },
  {
    name: "menu of a card",
    async show(map) {
      await press(map, CCG, "Shift+F10");
      await expect(map.page.getByRole("menuitem", { name: /^Connect…/ })).toBeVisible();
    },
    hide: pressEscape,
  },
  {
    name: "picking on the map",
    changesDrawing: true,
    async show(map) {
      await press(map, CCG, "Shift+c");
      await expect(map.canvas.getByText("Connect Fenland CCG")).toBeVisible();
    },
    hide: pressEscape,
  },
  {
    name: "another type",
    async show(map) {
      await choose(map, CCG);
      const unfold = map.panel.getByRole("button", { name: "Open findings and inspector" });
      if (await unfold.isVisible()) await unfold.click();
      await map.openInspector();
      await map.panel.getByRole("button", { name: "Convert to…" }).click();
      await map.dialog.getByLabel("Becomes").selectOption("Joint committee");
    },
    hide: leaveDialog,
  },
  {
    name: "history",
    async show({ panel }) {
      await panel.getByRole("tab", { name: "History" }).click();
      await expect(panel.getByText(/The history begins here|Load older changes/)).toBeVisible();
    },
  },
  {
    name: "outline",
    async show(map) {
      await showAs(map, "Outline");
      await expect(map.page.getByRole("treeitem").first()).toBeVisible();
    },
    hide: backToMap,
  },
  {
    name: "tables",
    async show(map) {
      await showAs(map, "Tables");
      await expect(map.page.getByRole("rowheader").first()).toBeVisible();
    },
    hide: backToMap,
  },
  {
    name: "a list that is pasted",
    async show(map) {
      const { page, dialog } = map;
      await map.card(/.+/).first().focus();
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "Name\tAnnual value\nDiabetes\tlots\nStroke\t2m");
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      });
      await expect(dialog.getByRole("button", { name: "Add to the map" })).toBeVisible();
    },
    hide: leaveDialog,
  },
];
