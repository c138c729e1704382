import { expect } from "@playwright/test";
import { groundSpot, type MapPage } from "./MapPage.ts";

/** One state of the page of a map: how to get there from the map as it opens, and how to get back. */
export interface Screen {
  readonly name: string;
  /** Whether the drawing itself is another in this state. */
  readonly changesDrawing?: true;
  show(map: MapPage): Promise<void>;
  hide?(map: MapPage): Promise<void>;
}

export const pressEscape = (map: MapPage) => map.page.keyboard.press("Escape");

async function closeDialog({ dialog }: MapPage): Promise<void> {
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
}

/** Chooses a card or line without the pointer: on a small screen something may lie over it. */
export async function choose(map: MapPage, name: string): Promise<void> {
  const target = map.canvas.getByRole("button", { name }).first();
  await target.focus();
  if ((await target.getAttribute("aria-pressed")) !== "true") {
    await map.page.keyboard.press("Escape");
    await target.focus();
    await map.page.keyboard.press("Space");
  }
  await expect(target).toHaveAttribute("aria-pressed", "true");
}

function inspecting(what: string, name: string): Screen {
  return {
    name: `inspector of ${what}`,
    async show(map) {
      await choose(map, name);
      await openPanel(map);
      await map.openInspector();
    },
    hide: async (map) => {
      await map.card(/.+/).first().focus();
      await pressEscape(map);
    },
  };
}

/** On a narrow screen the panel begins folded away. */
async function openPanel({ panel }: MapPage): Promise<void> {
  const unfold = panel.getByRole("button", { name: "Open findings and inspector" });
  if (await unfold.isVisible()) await unfold.click();
  await expect(panel.getByRole("tab").first()).toBeVisible();
}

async function openShareDialog({ bar, dialog }: MapPage): Promise<void> {
  await bar.getByRole("button", { name: "Share" }).click();
  await expect(dialog.getByRole("row").nth(4)).toBeVisible();
}

const findings: Screen = {
  name: "findings",
  async show(map) {
    await openPanel(map);
    await map.openFindings();
  },
};

const shortcuts: Screen = {
  name: "shortcuts sheet",
  async show(map) {
    await map.card(/.+/).first().focus();
    await map.page.keyboard.press("?");
    await expect(map.page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
  },
  hide: closeDialog,
};

const exportMenu: Screen = {
  name: "export menu",
  async show({ bar, page }) {
    await bar.getByRole("button", { name: "Export", exact: true }).click();
    await expect(page.getByRole("menuitem")).toHaveCount(3);
  },
  hide: pressEscape,
};

const people: Screen = {
  name: "people",
  async show({ bar, page }) {
    await bar.getByRole("button", { name: "People in this map" }).click();
    await expect(page.getByRole("dialog", { name: "People in this map" })).toBeVisible();
  },
  hide: pressEscape,
};

const connection: Screen = {
  name: "connection details",
  async show({ saveState, page }) {
    await saveState.click();
    await expect(page.getByRole("dialog", { name: "Connection" })).toContainText(/\d ms/);
  },
  hide: pressEscape,
};

const forgetting: Screen = {
  name: "forget on this device",
  async show({ saveState, page }) {
    await saveState.click();
    await page.getByRole("button", { name: "Forget on this device" }).click();
    await expect(page.getByRole("dialog", { name: "Forget on this device" })).toBeVisible();
  },
  hide: closeDialog,
};

/** Every state of the map that {@link EVERY_TYPE} draws, for its owner. */
export const OWNER_SCREENS: readonly Screen[] = [
  findings,
  inspecting("an organisation", "Foundation trust: Fenland Hospitals"),
  inspecting("a contract", "Prime provider contract: Older people"),
  inspecting("a fund", "Pooled budget: Better care pool"),
  inspecting("a forum", "Programme board: Programme board"),
  inspecting("a place", "Locality: Fenland"),
  inspecting("a note", "Note: To settle"),
  inspecting("a connection", "Fenland CCG pays Better care pool"),
  {
    name: "inspector of several",
    async show(map) {
      await map.card(/.+/).first().focus();
      await map.page.keyboard.press("Control+a");
      await openPanel(map);
      await map.openInspector();
      await expect(map.panel.getByRole("heading", { name: /\d+ selected/ })).toBeVisible();
    },
    async hide(map) {
      await map.card(/.+/).first().focus();
      await pressEscape(map);
    },
  },
  {
    name: "inspector of the map",
    async show(map) {
      await openPanel(map);
      await map.openInspector();
      await expect(map.panel.getByText("This map")).toBeVisible();
    },
  },
  {
    name: "share dialog",
    show: openShareDialog,
    hide: closeDialog,
  },
  {
    name: "share dialog with a link and a question",
    async show(map) {
      await openShareDialog(map);
      await map.dialog.getByRole("button", { name: "Copy viewer link" }).click();
      await expect(map.dialog.getByRole("textbox", { name: "Viewer link" })).toHaveValue(/#/);
      await map.dialog
        .getByRole("button", { name: /^Revoke: / })
        .first()
        .click();
      await expect(map.dialog.getByRole("button", { name: "Keep" })).toBeVisible();
    },
    hide: closeDialog,
  },
  {
    name: "share dialog with a link that is changed",
    async show(map) {
      await openShareDialog(map);
      await map.dialog
        .getByRole("button", { name: /^Change: / })
        .first()
        .click();
      await expect(map.dialog.getByLabel("New label")).toBeVisible();
    },
    hide: closeDialog,
  },
  {
    name: "the projector",
    async show(map) {
      await openShareDialog(map);
      await map.dialog.getByRole("button", { name: "Show code and QR" }).click();
      await expect(map.page.getByRole("img", { name: /^QR code/ })).toBeVisible();
    },
    async hide(map) {
      await map.page.keyboard.press("Escape");
      await expect(map.page.getByRole("img", { name: /^QR code/ })).toHaveCount(0);
      await closeDialog(map);
    },
  },
  {
    name: "share dialog: removed people",
    async show(map) {
      await openShareDialog(map);
      await map.dialog.getByRole("tab", { name: "Removed people" }).click();
      await expect(map.dialog.getByText("Nobody has been removed")).toBeVisible();
    },
    hide: closeDialog,
  },
  {
    name: "share dialog: what has happened",
    async show(map) {
      await openShareDialog(map);
      await map.dialog.getByRole("tab", { name: "What has happened" }).click();
      await expect(map.dialog.getByText("The map was made.")).toBeVisible();
    },
    hide: closeDialog,
  },
  exportMenu,
  people,
  connection,
  forgetting,
  {
    name: "map details",
    async show({ bar, dialog }) {
      await bar.getByRole("button", { name: /^Map details/ }).click();
      await expect(dialog.getByRole("textbox", { name: "As of" })).toBeVisible();
    },
    hide: pressEscape,
  },
  {
    name: "connect dialog: where to",
    async show(map) {
      await choose(map, "Clinical commissioning group: Fenland CCG");
      await map.page.keyboard.press("c");
      await expect(map.dialog.getByRole("listbox", { name: "To which card?" })).toBeVisible();
    },
  },
  {
    name: "connect dialog: which connection",
    async show({ dialog }) {
      await dialog.getByRole("option", { name: /Together LLP/ }).click();
      await expect(dialog.getByRole("listbox", { name: "Kinds of connection" })).toBeVisible();
    },
    hide: closeDialog,
  },
  {
    name: "quick add",
    changesDrawing: true,
    async show(map) {
      const { page, dialog } = map;
      const { x, y } = await groundSpot(map);
      await page.mouse.dblclick(x, y);
      await expect(dialog.getByLabel("Name")).toBeVisible();
    },
    hide: pressEscape,
  },
  {
    name: "name edited on the card",
    changesDrawing: true,
    async show(map) {
      await choose(map, "Foundation trust: Fenland Hospitals");
      await map.page.keyboard.press("F2");
      await expect(map.canvas.getByRole("textbox", { name: "Name" })).toBeVisible();
    },
    hide: pressEscape,
  },
  {
    name: "about to place a card",
    changesDrawing: true,
    async show(map) {
      await map.card(/.+/).first().focus();
      await map.page.keyboard.press("f");
      await expect(map.canvas.getByRole("status").filter({ hasText: "click where it goes" })).toBeVisible();
    },
    hide: pressEscape,
  },
  shortcuts,
];

/** Every state of the map for somebody who only watches. */
export const VIEWER_SCREENS: readonly Screen[] = [
  findings,
  inspecting("a contract, to read", "Prime provider contract: Older people"),
  inspecting("a connection, to read", "Fenland CCG pays Better care pool"),
  {
    name: "share dialog of a viewer",
    async show({ bar, dialog }) {
      await bar.getByRole("button", { name: "Share" }).click();
      await expect(dialog.getByText("Only an owner")).toBeVisible();
    },
    hide: closeDialog,
  },
  exportMenu,
  people,
  connection,
  shortcuts,
];
