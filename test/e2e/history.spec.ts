import { expect, type Locator } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { HistoryPage } from "./support/HistoryPage.ts";
import { tabTo } from "./support/keyboard.ts";
import { cardBoxes, overlapping } from "./support/layout.ts";
import { ANN, BEN, boxOf, MapPage } from "./support/MapPage.ts";
import { type MadeMap, makeMap, mapOnServer, tokenOf, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const CONTRACT = "Prime provider contract:";
const AFTERWARDS = "Note: Afterwards";
const OLD_NAME = "Older people’s and adult community services";

/** Renames the contract, which is on the map of UnitingCare. */
async function rename(map: MapPage, name: string): Promise<void> {
  await map.inspect(map.card(CONTRACT));
  const field = await map.field("Name");
  await field.fill(name);
  await field.press("Enter");
  await expect(map.card(CONTRACT)).toHaveAccessibleName(new RegExp(name));
  await expect(map.saveState).toHaveText("Saved for everyone");
}

async function remove(map: MapPage, card: Locator): Promise<void> {
  await card.click();
  await map.page.keyboard.press("Delete");
  await expect(card).toHaveCount(0);
  await expect(map.saveState).toHaveText("Saved for everyone");
}

/** The cards that something on the screen covers. */
async function cardsUnder(cover: Locator, map: MapPage): Promise<readonly string[]> {
  const cards = await cardBoxes(map);
  expect(cards.length).toBeGreaterThan(5);
  return overlapping([{ name: "Over it", ...(await boxOf(cover)) }], cards);
}

test("who changed what is told in words, as it happens, without moving the list", async ({
  page,
  request,
  newBrowser,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  await rename(ben, "Older people");
  const history = await HistoryPage.open(ann);
  const change = history.row("Ben Okafor");
  await expect(change).toContainText("CPFT finance");
  await expect(change).toContainText(`Renamed “${OLD_NAME}” to Older people`, { ignoreCase: true });

  await test.step("what is new waits until it is asked for", async () => {
    await remove(ben, ben.card(AFTERWARDS));
    await expect(ann.card(AFTERWARDS)).toHaveCount(0);
    await expect(ann.panel.getByRole("button", { name: /new change/ })).toBeVisible();
    await expect(ann.panel.getByText(/Afterwards/)).toHaveCount(0);
    await history.showNew();
    await expect(history.rows.filter({ hasText: "Afterwards" })).toHaveCount(1);
    await expect(ann.panel.getByRole("heading", { name: "History" })).toBeFocused();
  });

  await test.step("a name leads to its card, unless that is gone", async () => {
    await change.getByRole("link", { name: "Older people" }).first().click();
    await expect(ann.card(CONTRACT)).toHaveAttribute("aria-pressed", "true");
    await expect(history.row("Afterwards").getByRole("link", { name: "Afterwards" })).toHaveCount(0);
  });

  await test.step("by person, and about what is chosen", async () => {
    await ann.panel.getByRole("button", { name: "Filter" }).click();
    await page.getByRole("dialog").getByLabel("Only what concerns the selection").check();
    await page.keyboard.press("Escape");
    await expect(history.rows.filter({ hasText: "Ben Okafor" }).first()).toContainText("Older people");
    await expect(history.row("Afterwards")).toHaveCount(0);
    await ann.page.getByRole("button", { name: "Show all" }).click();
    await expect(history.row("Afterwards")).toHaveCount(1);
  });
});

test("a moment is looked at by one person alone, while the others go on", async ({
  page,
  request,
  newBrowser,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  await rename(ben, "Older people");
  await remove(ben, ben.card(AFTERWARDS));
  await expect(ann.card(AFTERWARDS)).toHaveCount(0);
  await history.look(history.row("As it began"));

  await expect(history.banner).toContainText("“As it began”");
  await expect(ann.card(CONTRACT)).toHaveAccessibleName(new RegExp(OLD_NAME));
  await expect(ann.card(AFTERWARDS)).toBeVisible();
  await expect(history.banner).toContainText("Gone since: 1");
  await expect(history.banner).toContainText("Changed since: 1");
  await expect.poll(() => cardsUnder(history.banner, ann), "cards under the banner").toEqual([]);

  await test.step("nothing on it can be changed", async () => {
    await expect(ann.palette).toHaveCount(0);
    await ann.card(AFTERWARDS).click();
    await page.keyboard.press("Delete");
    await expect(ann.card(AFTERWARDS)).toBeVisible();
    await expect(ann.bar.getByRole("button", { name: /^Undo/ })).toBeDisabled();
    await ann.openInspector();
    await expect(ann.panel.getByRole("textbox")).toHaveCount(0);
  });

  await test.step("what the others do meanwhile is counted, and they still see that this person is here", async () => {
    await expect(ben.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
    await remove(ben, ben.card("Organisation: Other NHS providers"));
    await expect(history.banner).not.toContainText("Gone since: 1");
    await expect(ann.card("Organisation: Other NHS providers")).toBeVisible();
  });

  await test.step("what is different is listed by name", async () => {
    await history.press("What is different…");
    const list = page.getByRole("dialog", { name: "What is different…" });
    await expect(list.getByRole("link", { name: "Afterwards" })).toBeVisible();
    await list.getByRole("link", { name: "Older people" }).first().click();
    await expect(ann.card(CONTRACT)).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Escape");
  });

  await test.step("from change to change, with buttons and the slider", async () => {
    await history.press("Next change");
    await expect(history.banner).toContainText("after a change by Ben Okafor");
    const slider = history.banner.getByRole("slider", { name: "Moment" });
    await slider.focus();
    await page.keyboard.press("Home");
    await expect(history.banner.getByRole("button", { name: "Previous change" })).toBeDisabled();
    await expect(ann.card(CONTRACT)).toHaveAccessibleName(new RegExp(OLD_NAME));
  });

  await test.step("back to now, with the focus where it came from", async () => {
    await history.press("Back to now");
    await expect(history.banner).toHaveCount(0);
    await expect(ann.card(CONTRACT)).toHaveAccessibleName(/Older people\./);
    await expect(ann.card(AFTERWARDS)).toHaveCount(0);
    await expect(ann.palette).toBeVisible();
    await expect(page.locator(":focus")).toHaveCount(1);
  });
});

test("a moment is restored for everybody in one step, and undone in one", async ({
  page,
  request,
  newBrowser,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const before = await mapOnServer(request, made);
  const ann = await MapPage.join(page, made.links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  await rename(ben, "Older people");
  await remove(ben, ben.card(AFTERWARDS));
  await expect(ann.card(AFTERWARDS)).toHaveCount(0);
  const changed = await mapOnServer(request, made);
  await history.look(history.row("As it began"));
  await history.press("Restore this…");
  await expect(ann.dialog).toContainText("1 card comes back.");
  await expect(ann.dialog).toContainText("1 card changes back.");
  await ann.dialog.getByRole("button", { name: "Restore the map" }).click();

  await expect(history.banner).toHaveCount(0);
  await expect(ben.page.getByText(/^Ann Archer restored the map as it was on /)).toBeVisible();
  await expect(ben.card(AFTERWARDS)).toBeVisible();
  await expect(ben.card(CONTRACT)).toHaveAccessibleName(new RegExp(OLD_NAME));
  await expect(ann.saveState).toHaveText("Saved for everyone");
  expect(await mapOnServer(request, made)).toEqual(before);
  await history.showNew();
  await expect(history.row("Restored the map as it was")).toContainText("Ann Archer");

  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(ben.card(AFTERWARDS)).toHaveCount(0);
  await expect(ben.page.getByText(/^Ann Archer has taken back that the map was restored/)).toBeVisible();
  await expect(ann.saveState).toHaveText("Saved for everyone");
  expect(await mapOnServer(request, made)).toEqual(changed);
});

test("a moment becomes a map of its own", async ({ page, request, context }) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);
  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  await remove(ann, ann.card(AFTERWARDS));
  await history.look(history.row("As it began"));
  await history.press("Copy as a new map…");
  await expect(ann.dialog.getByLabel("Title of the new map")).toHaveValue(
    /^Cambridgeshire: UnitingCare, 2015 \(as of \d+ \w+ \d{4}, \d\d:\d\d\)$/,
  );
  await ann.dialog.getByRole("button", { name: "Make the copy" }).click();
  const opened = context.waitForEvent("page");
  await ann.dialog.getByRole("link", { name: "Open the new map in a new tab" }).click();
  const copy = new MapPage(await opened);
  await copy.ready();
  await expect(copy.bar.getByRole("heading", { name: /UnitingCare, 2015 \(as of / })).toBeVisible();
  await expect(copy.card(AFTERWARDS)).toBeVisible();
  expect(new URL(copy.page.url()).pathname).not.toBe(new URL(page.url()).pathname);
  await ann.dialog.getByRole("button", { name: "Done" }).click();
  await history.press("Back to now");
  await expect(ann.card(AFTERWARDS)).toHaveCount(0);
});

test("owners take names away, from moments and from people; editors name moments; viewers see no history", async ({
  page,
  request,
  newBrowser,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  const viewer = await MapPage.watchOnly(await (await newBrowser()).newPage(), made.links.viewer);
  await viewer.ready();
  await expect(viewer.panel.getByRole("tab", { name: "History" })).toHaveCount(0);

  const bens = await HistoryPage.open(ben);
  await rename(ben, "Older people");
  await HistoryPage.open(ben);
  await bens.name("Ben’s version");
  await expect(bens.row("Ben’s version")).toContainText("by Ben Okafor");
  await expect(ben.panel.getByRole("button", { name: /Take the mark/ })).toHaveCount(0);
  await expect(ben.panel.getByRole("button", { name: "More about the history" })).toHaveCount(0);

  const history = await HistoryPage.open(ann);
  await history
    .row("Ben’s version")
    .getByRole("button", { name: /Take the mark/ })
    .click();
  await history.row("Ben’s version").getByRole("button", { name: "Take it away" }).click();
  await expect(history.row("Ben’s version")).toHaveCount(0);
  await expect(history.row("Ben Okafor")).not.toHaveCount(0);

  await ann.panel.getByRole("button", { name: "More about the history" }).click();
  await page.getByRole("menuitem", { name: /Erase a person’s name/ }).click();
  await ann.dialog.getByRole("button", { name: "Erase the name" }).click();
  await expect(ann.dialog.getByRole("alert")).toHaveText("Say whose name shall go.");
  await ann.dialog.getByRole("radio", { name: "Ben Okafor" }).check();
  await ann.dialog.getByRole("button", { name: "Erase the name" }).click();
  await expect(ann.dialog).toHaveCount(0);
  await expect(history.row("Ben Okafor")).toHaveCount(0);
  await expect(history.row("Older people").first()).toContainText("Somebody without a name");
});

test("without a mouse: look at a moment, go back, restore and undo", async ({ page, request }) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);
  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  await remove(ann, ann.card(AFTERWARDS));
  const look = history.row("As it began").getByRole("button", { name: /look at the map/ });
  await ann.panel.getByRole("tab", { name: "History" }).focus();
  await tabTo(look);
  await page.keyboard.press("Enter");
  await expect(ann.card(AFTERWARDS)).toBeVisible();
  await tabTo(history.banner.getByRole("button", { name: "Back to now" }), "Shift+Tab");
  await page.keyboard.press("Escape");
  await expect(history.banner).toHaveCount(0);
  await expect(look).toBeFocused();
  await page.keyboard.press("Space");
  await tabTo(history.banner.getByRole("button", { name: "Restore this…" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(ann.dialog.getByRole("button", { name: "Restore the map" }));
  await page.keyboard.press("Enter");
  await expect(history.banner).toHaveCount(0);
  await expect(ann.card(AFTERWARDS)).toBeVisible();
  await expect(look).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(ann.card(AFTERWARDS)).toHaveCount(0);
});

test("what cannot be had is said, and can be asked for again", async ({ page, request, watch }) => {
  watch.allow(/Failed to load resource/);
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);

  await test.step("the list", async () => {
    await page.route(/\/history\?/, (route) => route.abort());
    await ann.panel.getByRole("tab", { name: "History" }).click();
    await expect(ann.panel.getByRole("alert")).toContainText("The server cannot be reached");
    await page.unroute(/\/history\?/);
    await ann.panel.getByRole("button", { name: "Try again" }).click();
    await expect(ann.panel.getByText("The history begins here.")).toBeVisible();
  });

  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  const look = history.row("As it began").getByRole("button", { name: /look at the map/ });

  await test.step("a moment while the server is away", async () => {
    await page.route(/\/history\/\d+/, (route) => route.abort());
    await look.click();
    await expect(history.banner.getByRole("alert")).toContainText("The server cannot be reached");
    await page.unroute(/\/history\/\d+/);
    await history.press("Try again");
    await expect(history.banner).toContainText("You are looking at");
    await history.press("Back to now");
  });

  await test.step("a moment that is not kept any more", async () => {
    await rename(ann, "Older people");
    await HistoryPage.open(ann);
    await history.showNew();
    await page.route(/\/history\/\d+/, (route) =>
      route.fulfill({ status: 404, json: { error: { message: "No." } } }),
    );
    await history
      .row("Renamed")
      .getByRole("button", { name: /look at the map/ })
      .click();
    await expect(history.banner.getByRole("alert")).toContainText("not kept any more");
    await expect(history.banner.getByRole("button", { name: "Try again" })).toHaveCount(0);
    await history.press("Close");
    await expect(history.banner).toHaveCount(0);
  });

  await test.step("no name", async () => {
    await ann.panel.getByRole("button", { name: "Name this moment" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Name it" }).click();
    await expect(page.getByRole("dialog")).toContainText("Give it a name");
  });
});

test("without a connection a moment that is on the screen can be restored, and arrives later", async ({
  page,
  request,
  watch,
}) => {
  watch.allow(/Failed to load resource|WebSocket|ERR_INTERNET_DISCONNECTED/);
  const made = await makeMap(request, { template: UNITING_CARE });
  const before = await mapOnServer(request, made);
  const ann = await MapPage.join(page, made.links.owner);
  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  await remove(ann, ann.card(AFTERWARDS));
  await history.look(history.row("As it began"));
  await page.context().setOffline(true);
  await expect(ann.saveState).not.toHaveText("Saved for everyone");
  await history.press("Restore this…");
  await expect(ann.dialog).toContainText("There is no connection now");
  await ann.dialog.getByRole("button", { name: "Restore the map" }).click();
  await expect(ann.card(AFTERWARDS)).toBeVisible();
  await page.context().setOffline(false);
  await expect(ann.saveState).toHaveText("Saved for everyone", { timeout: 30_000 });
  expect(await mapOnServer(request, made)).toEqual(before);
});

test("a map that is deleted while a moment is looked at ends, and nothing can be restored", async ({
  page,
  request,
  watch,
}) => {
  watch.allow(/Failed to load resource|WebSocket/);
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.owner);
  const history = await HistoryPage.open(ann);
  await history.name("As it began");
  await history.look(history.row("As it began"));
  await deleteMap(request, made);
  const ended = page.getByRole("alertdialog");
  await expect(ended).toBeVisible();
  await ended.getByRole("button", { name: "Close" }).click();
  await expect(history.banner.getByRole("button", { name: "Restore this…" })).toBeDisabled();
  await history.press("Back to now");
  await expect(ann.card(AFTERWARDS)).toBeVisible();
});

async function deleteMap(request: Parameters<typeof makeMap>[0], { id, links }: MadeMap): Promise<void> {
  const headers = { authorization: `Bearer ${tokenOf(links.owner)}` };
  expect((await request.delete(`/api/maps/${id}`, { headers })).status()).toBe(204);
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 320, height: 640 },
]) {
  test.describe(`${viewport.width} px wide`, () => {
    test.use({ viewport });

    test("every state of the history is accessible, and nothing is wider than the window", async ({
      page,
      request,
      watch,
    }) => {
      test.slow();
      watch.allow(/Failed to load resource/);
      const made = await makeMap(request, { template: UNITING_CARE });
      const ann = await MapPage.join(page, made.links.owner, ANN);
      const check = async (screen: string) => {
        await expectAccessible(page, screen);
        expect
          .soft(await page.evaluate(() => document.documentElement.scrollWidth), screen)
          .toBeLessThanOrEqual(viewport.width);
      };
      const history = await HistoryPage.open(ann);
      await check("no change yet");
      await history.name("As it began");
      await check("a named moment");
      await ann.panel.getByRole("button", { name: /Take the mark/ }).click();
      await check("asked whether to take the mark away");
      await ann.panel.getByRole("button", { name: "Keep it" }).click();
      await ann.card(AFTERWARDS).focus();
      await page.keyboard.press("Delete");
      await history.showNew();
      await check("a change");
      await ann.panel.getByRole("button", { name: "Filter" }).click();
      await page.getByRole("dialog").getByLabel("Only what concerns the selection").check();
      await check("filter");
      await page.keyboard.press("Escape");
      await check("nothing fits");
      await ann.panel.getByRole("button", { name: "Show all" }).click();
      await ann.panel.getByRole("button", { name: "More about the history" }).click();
      await page.getByRole("menuitem").click();
      await ann.dialog.getByRole("radio", { name: "Another name" }).check();
      await check("erasing a name");
      await page.keyboard.press("Escape");
      await history.look(history.row("As it began"));
      await check("a moment");
      await history.press("What is different…");
      await check("what is different");
      await page.keyboard.press("Escape");
      await history.press("Copy as a new map…");
      await check("copying");
      await page.keyboard.press("Escape");
      await history.press("Restore this…");
      await ann.dialog.getByText("What comes back").click();
      await check("restoring");
      await ann.dialog.getByRole("button", { name: "Restore the map" }).click();
      await expect(history.banner).toHaveCount(0);
      await check("restored");
      await page.route(/\/history\/\d+/, (route) => route.abort());
      await history.showNew();
      await history.rows
        .first()
        .getByRole("button", { name: /look at the map/ })
        .click();
      await expect(history.banner.getByRole("alert")).toBeVisible();
      await check("a moment that did not come");
    });
  });
}
