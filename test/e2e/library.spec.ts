import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { boxesOf, overlapping } from "./support/layout.ts";
import { ANN, MapPage } from "./support/MapPage.ts";
import { makeMap, SALFORD, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 320, height: 640 },
];

interface Listing {
  readonly title: string;
  readonly kind: string;
}

const cards = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("h3") });
const titles = (page: Page) => page.getByRole("heading", { level: 3 });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search the library" });

for (const viewport of SIZES) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("every map has a card of its own, nothing lies on anything, and a search that finds nothing says what to do", async ({
      page,
      request,
    }) => {
      const { library } = (await (await request.get("/api/library")).json()) as { library: Listing[] };
      await page.goto("/library");
      await expect(titles(page)).toHaveText(library.map(({ title }) => title));
      await expect(page.getByRole("main").getByRole("status")).toHaveText(`${library.length} maps`);
      const boxes = await boxesOf(cards(page));
      expect(boxes).toHaveLength(library.length);
      expect(overlapping(boxes, boxes)).toEqual([]);
      const buttons = await boxesOf(page.getByRole("button", { name: "Open a copy" }));
      expect(
        buttons.filter((button) => button.height < 24 || button.x + button.width > viewport.width),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      await expectAccessible(page, "library");

      await search(page).fill("no such place");
      await expect(page.getByRole("main").getByRole("status")).toContainText("0 of");
      await expectAccessible(page, "library without a match");
      await page.getByRole("button", { name: "Show all maps" }).click();
      await expect(titles(page).first()).toBeVisible();
      await expect(search(page)).toBeFocused();
      await expect(search(page)).toHaveValue("");
    });
  });
}

test("a map is found by a name that stands on it, and a copy of it opens", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /^All \d+ maps in the library$/ }).click();
  await search(page).fill("residential home support providers");
  await expect(titles(page)).toHaveText([SALFORD]);
  const card = cards(page).first();
  await expect(card).toContainText("On the map: Residential, home and support providers");
  await expect(card.getByRole("list", { name: "Findings" })).toContainText(/\d+ Should fix/);
  await expect(card.getByText("What it teaches")).toBeVisible();
  const picture = card.locator("img");
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await page.getByRole("button", { name: `Open a copy ${SALFORD}` }).click();
  const map = new MapPage(page);
  await map.introduce(ANN);
  await expect(page).toHaveTitle(new RegExp(SALFORD));
  await expect(map.card("Foundation trust: Salford Royal NHS Foundation Trust")).toBeVisible();
});

test("pressing the picture opens a copy too", async ({ page }) => {
  await page.goto("/library?q=unitingcare");
  const card = cards(page).filter({ hasText: UNITING_CARE });
  const picture = await card.locator("img").boundingBox();
  if (!picture) throw new Error("The picture is not on the screen.");
  await page.mouse.click(picture.x + picture.width / 2, picture.y + picture.height / 2);
  await expect(page).toHaveURL(/\/m\//);
});

test("themes are chosen by keyboard, and the choice stands in the address", async ({ page }) => {
  await page.goto("/library?q=joint");
  await search(page).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: /^All \d/ })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: /^Models to start from/ })).toBeChecked();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Models to start from"]);
  await expect(titles(page)).toContainText(["Blank corporate joint venture model"]);
  await expect(page).toHaveURL("/library?q=joint&theme=templates");
  await page.reload();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Models to start from"]);
});

test("an empty map leads to the library, and the library back to the start", async ({ page, request }) => {
  const { links } = await makeMap(request);
  await MapPage.join(page, links.owner);
  await page.getByRole("link", { name: "Start from a contract model" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Models to start from"]);
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Learn from a real system" })).toBeVisible();
});

test("the library that does not come says so, and can be asked for again", async ({ page, watch }) => {
  watch.allow(/Failed to load resource/);
  await page.route("/api/library", (route) => route.abort(), { times: 1 });
  await page.goto("/library");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(titles(page).first()).toBeVisible();
});

test("a copy that cannot be made says why where it is seen", async ({ page, watch }) => {
  watch.allow(/Failed to load resource/);
  await page.goto("/library");
  await expect(titles(page).last()).toBeAttached();
  await page.route("/api/maps", (route) =>
    route.fulfill({ status: 429, json: { error: { message: "Too many new maps. Try again in a minute." } } }),
  );
  await page.getByRole("button", { name: "Open a copy" }).last().click();
  await expect(page.getByRole("alert")).toContainText("Too many new maps");
  await expect(page.getByRole("alert")).toBeInViewport();
  await expect(page.getByRole("button", { name: "Open a copy" }).last()).toBeEnabled();
});
