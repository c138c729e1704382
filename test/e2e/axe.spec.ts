import { expect } from "@playwright/test";
import { expectAccessible, expectReadableInOtherThemes } from "./support/axe.ts";
import { EVERY_TYPE } from "./support/everyTypeMap.ts";
import { BEN, MapPage } from "./support/MapPage.ts";
import { makeMap, revokeLink } from "./support/makeMap.ts";
import { OWNER_SCREENS, type Screen, VIEWER_SCREENS } from "./support/screens.ts";
import { SURFACES } from "./support/surfaces.ts";
import { test } from "./support/watchedTest.ts";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 320, height: 640 },
];
/** Colours do not depend on the width: the other themes are looked at once. */
const NARROW_PX = 320;

for (const viewport of SIZES) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport });

    test.slow();

    test("start page, join dialog and a blank map", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("button", { name: /UnitingCare/ })).toBeVisible();
      await expectAccessible(page, "start page");
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "broken.map.json", mimeType: "application/json", buffer: Buffer.from("{") });
      await expect(page.getByRole("alert")).toBeVisible();
      await expectAccessible(page, "start page with a broken file");
      await page.getByRole("button", { name: "Start with a blank map" }).click();
      const map = new MapPage(page);
      await expect(map.dialog).toBeVisible();
      await expectAccessible(page, "join dialog");
      await map.dialog.getByRole("button", { name: "Join", exact: true }).click();
      await expect(map.dialog.getByText("Give a name")).toBeVisible();
      await expectAccessible(page, "join dialog without a name");
      await map.introduce(BEN);
      await expectAccessible(page, "blank map");
    });

    // In parts, so that the workers share them; a state that begins where another ends stands in its part.
    for (const [part, screens] of [...inParts(OWNER_SCREENS, 2), SURFACES].entries()) {
      test(`the owner’s map, part ${part + 1}`, async ({ page, request, context }) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        const { links } = await makeMap(request, { map: EVERY_TYPE });
        await walk(await MapPage.join(page, links.owner), screens);
      });
    }

    test("the viewer’s map", async ({ page, request, newBrowser }) => {
      const { links } = await makeMap(request, { map: EVERY_TYPE });
      await MapPage.join(await (await newBrowser()).newPage(), links.editor, BEN);
      const map = await MapPage.watchOnly(page, links.viewer);
      await map.ready();
      await walk(map, VIEWER_SCREENS);
    });

    test("an address that leads nowhere", async ({ page, watch }) => {
      watch.allow(/Failed to load resource: .* 404/);
      await page.goto("/nowhere");
      await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
      await expectAccessible(page, "no such page");
    });

    test("error screens", async ({ page, request, watch, newBrowser }) => {
      watch.allow(/Failed to load resource: .* 40[134]|WebSocket/);
      const made = await makeMap(request);
      const other = await (await newBrowser()).newPage();
      await MapPage.join(other, made.links.viewer, BEN);
      for (const [screen, address, words] of [
        ["no such map", "/m/AAAAAAAAAAAAAAAA", "This browser cannot open the map"],
        ["bad link", `/m/${made.id}#nonsense`, "This link does not open a map"],
      ] as const) {
        await page.goto(address);
        await expect(page.getByRole("heading", { name: words })).toBeVisible();
        await expectAccessible(page, screen);
      }
      await revokeLink(request, made, "viewer");
      await expect(other.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(other, "link revoked while the map is open");
      await page.goto(made.links.viewer);
      await expect(page.getByRole("heading", { name: "This link does not open a map" })).toBeVisible();
      await expectAccessible(page, "revoked link");
    });
  });
}

async function walk(map: MapPage, screens: readonly Screen[]): Promise<void> {
  for (const [index, screen] of screens.entries()) {
    await screen.show(map);
    const lookedAt = index === 0 || screen.changesDrawing ? "everything" : "around the drawing";
    await expectAccessible(map.page, screen.name, lookedAt);
    if ((map.page.viewportSize()?.width ?? 0) > NARROW_PX)
      await expectReadableInOtherThemes(map.page, screen.name, lookedAt);
    await screen.hide?.(map);
  }
}

function inParts(screens: readonly Screen[], parts: number): (readonly Screen[])[] {
  const size = Math.ceil(screens.length / parts);
  return Array.from({ length: parts }, (_, part) => screens.slice(part * size, (part + 1) * size));
}
