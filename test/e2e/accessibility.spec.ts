import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { EVERY_TYPE } from "./support/everyTypeMap.ts";
import { expectFocusToShow, focusNow, tabTo } from "./support/keyboard.ts";
import { BEN, MapPage } from "./support/MapPage.ts";
import { makeMap } from "./support/makeMap.ts";
import { spreadText, unreadable } from "./support/readable.ts";
import { OWNER_SCREENS } from "./support/screens.ts";
import { test } from "./support/watchedTest.ts";

/** What a page of 1280 × 1024 pixels shows when it is zoomed in four times. */
const ZOOMED_IN = { width: 320, height: 256 };

test.describe("seen four times as large", () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test.slow();

  test("every state fits, with more room between the letters, and can be hit", async ({
    page,
    request,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { links } = await makeMap(request, { map: EVERY_TYPE });
    const map = await MapPage.join(page, links.owner);
    await spreadText(page);
    // On a map of this size there is no ground left to press twice.
    for (const screen of OWNER_SCREENS.filter(({ name }) => name !== "quick add")) {
      await screen.show(map);
      expect.soft(await unreadable(page), screen.name).toEqual([]);
      await screen.hide?.(map);
    }
    for (const path of ["/", "/library", "/join", "/accessibility"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await spreadText(page);
      expect.soft(await unreadable(page), path).toEqual([]);
    }
  });

  test("the focus is never covered", async ({ page, request }) => {
    await page.setViewportSize(ZOOMED_IN);
    const { links } = await makeMap(request, { map: EVERY_TYPE });
    await MapPage.join(page, links.owner, BEN);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const covered: string[] = [];
    let stops = 0;
    for (; stops < 150; stops++) {
      await page.keyboard.press("Tab");
      const { what, isMarked, isInView } = await focusNow(page);
      if (what === undefined) break;
      // In the middle of a place stand the cards that belong to it.
      if (!isMarked || !(isInView || what.startsWith("div Locality"))) covered.push(what);
    }
    expect(covered).toEqual([]);
    expect(stops).toBeGreaterThan(40);
  });
});

test("less motion: nothing slides or fades; in forced colours nothing is lost", async ({ page, request }) => {
  test.slow();
  const motions = () =>
    page.evaluate(() =>
      [...document.styleSheets, ...document.adoptedStyleSheets].length === 0
        ? ["no style sheet"]
        : document
            .getAnimations()
            .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 0)
            .map((animation) => String((animation as CSSTransition).transitionProperty ?? animation.id)),
    );
  const { links } = await makeMap(request, { map: EVERY_TYPE });
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  const map = await MapPage.join(page, links.owner);
  const opened = async () => expect.soft(await motions()).toEqual([]);
  await map.bar.getByRole("button", { name: "Export", exact: true }).press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await opened();
  await page.keyboard.press("Escape");
  await map.bar.getByRole("button", { name: "Share" }).press("Enter");
  await expect(map.dialog.getByRole("row").nth(4)).toBeVisible();
  await opened();
  await expectAccessible(page, "share dialog in forced colours");
  await page.keyboard.press("Escape");
  await expect(map.dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Legend", exact: true }).press("Enter");
  await expect(page.getByRole("region", { name: "Legend" })).toBeVisible();
  await opened();
  await expectAccessible(page, "map with its legend in forced colours");
  const [selected, plain] = await Promise.all(
    ["Findings", "History"].map((name) =>
      map.panel
        .getByRole("tab", { name })
        .evaluate((tab) => getComputedStyle(tab, "::after").backgroundColor),
    ),
  );
  expect(selected, "the tab that is chosen can be told").not.toBe(plain);
  await page.emulateMedia({ reducedMotion: "no-preference", forcedColors: "none" });
  await map.bar.getByRole("button", { name: "Share" }).press("Enter");
  expect(await seenMoving(page), "without the wish for less, the dialog moves").toBe(true);
});

test("the map is heard in words; legend, theme, export and the statement are reached by keyboard", async ({
  page,
  request,
}) => {
  test.slow();
  const { links } = await makeMap(request, { map: EVERY_TYPE });
  const map = await MapPage.joinAnew(page, links.owner);
  const { keyboard } = page;
  await expect(map.canvas.getByRole("application", { name: "Cards and connections" })).toBeVisible();
  const contract = map.card("Prime provider contract: Older people");
  await expect(contract).toHaveAccessibleDescription(/^4 connections: Fenland CCG commissions it; /);
  await expect(map.canvas.getByRole("group", { name: "Connections" }).getByRole("button")).toHaveCount(
    EVERY_TYPE.relations.length,
  );
  for (const landmark of ["banner", "main"] as const) await expect(page.getByRole(landmark)).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const unnamed = await page
    .getByRole("region")
    .evaluateAll((regions) =>
      regions.filter((one) => !one.hasAttribute("aria-label") && !one.hasAttribute("aria-labelledby")),
    );
  expect(unnamed).toEqual([]);

  const legendButton = page.getByRole("button", { name: "Legend", exact: true });
  const legend = page.getByRole("region", { name: "Legend" });
  await legendButton.focus();
  await keyboard.press("Enter");
  await expect(legend.getByRole("list", { name: "How thick money is" })).toContainText("£100m a year");
  await expect(legend.getByText("Dashed: proposed, to be agreed")).toBeVisible();
  await tabTo(page.getByRole("button", { name: "Fold the legend away" }));
  await expectFocusToShow(page);
  await keyboard.press("Tab");
  await expect(legend).toBeFocused();
  await keyboard.press("Escape");
  await expect(legend).toHaveCount(0);
  await expect(legendButton).toBeFocused();

  const coming = page.waitForEvent("download");
  await tabTo(map.bar.getByRole("button", { name: "Export", exact: true }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toMatch(/\.svg$/);

  await page.goto("/");
  await tabTo(page.getByRole("link", { name: "Accessibility" }));
  await expectFocusToShow(page);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accessibility of Plumbline");
  await expect(page.getByText("Contact whoever sent you the link to the map.")).toBeVisible();
  await expectAccessible(page, "accessibility statement");
});

/** Whether anything that takes time runs within the next moments. */
function seenMoving(page: Page): Promise<boolean> {
  return page
    .waitForFunction(() =>
      document.getAnimations().some(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 0),
    )
    .then(
      () => true,
      () => false,
    );
}
