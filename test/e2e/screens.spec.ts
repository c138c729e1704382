import { expect, type Page } from "@playwright/test";
import {
  boxesOf,
  cardBoxes,
  isInside,
  labelBoxes,
  linesBehindCards,
  overlap,
  overlapping,
} from "./support/layout.ts";
import { boxOf, MapPage, type ScreenBox } from "./support/MapPage.ts";
import { makeMap, SALFORD, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const SMALLEST_BUTTON_PX = 24;

for (const viewport of SIZES) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("the start page fits", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("button", { name: UNITING_CARE })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectLargeButtons(page);
    });

    for (const template of [UNITING_CARE, SALFORD]) {
      test(`${template}: panels beside the map, labels clear of cards and of each other`, async ({
        page,
        request,
      }) => {
        const { links } = await makeMap(request, { template });
        const map = await MapPage.join(page, links.owner);
        await expectNoSidewaysScroll(page);
        await expectLargeButtons(page);
        const free = await expectPanelsAtTheEdges(map, viewport);
        const cards = await cardBoxes(map);
        expect(
          cards.filter((card) => !isInside(card, free)),
          "cards that are not in view",
        ).toEqual([]);
        expect(overlapping(cards, cards), "cards on cards").toEqual([]);
        await expectLabelsClear(map);
      });
    }

    test("labels stay clear when a fix adds lines", async ({ page, request }) => {
      const { links } = await makeMap(request, { template: UNITING_CARE });
      const map = await MapPage.join(page, links.owner);
      await map.panel.getByRole("button", { name: "Propose both guarantees" }).click();
      await expect(map.relation(/ guarantees /)).toHaveCount(2);
      await expectLabelsClear(map);
    });
  });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

async function expectLargeButtons(page: Page): Promise<void> {
  const buttons = (await boxesOf(page.locator("button:visible"))).filter(({ width }) => width > 1);
  expect(buttons.length).toBeGreaterThan(3);
  const small = buttons.filter(
    ({ width, height }) => width < SMALLEST_BUTTON_PX || height < SMALLEST_BUTTON_PX,
  );
  expect(small, "buttons below 24 × 24").toEqual([]);
}

/** Gives what the panels leave of the map. */
async function expectPanelsAtTheEdges(
  { bar, palette, panel, page }: MapPage,
  viewport: { readonly width: number; readonly height: number },
): Promise<ScreenBox> {
  const screen = { x: 0, y: 0, ...viewport };
  const top = await boxOf(bar);
  const [left, right] = [await boxOf(palette), await boxOf(panel)];
  const bottom = await boxOf(page.getByRole("group", { name: "Layers" }));
  for (const box of [left, right, bottom]) {
    expect(isInside(box, screen)).toBe(true);
    expect(overlap(box, top)).toBe(false);
  }
  expect(overlap(left, right) || overlap(left, bottom) || overlap(right, bottom)).toBe(false);
  const x = left.x + left.width;
  const y = top.y + top.height;
  const free = { x, y, width: right.x - x, height: bottom.y - y };
  expect(free.width / viewport.width).toBeGreaterThanOrEqual(2 / 3);
  return free;
}

/** Lines go around cards, labels stand beside them. */
async function expectLabelsClear(map: MapPage): Promise<void> {
  expect(await linesBehindCards(map), "lines behind cards").toEqual([]);
  const labels = await labelBoxes(map);
  expect(labels.length).toBeGreaterThan(10);
  expect(overlapping(labels, labels), "labels on labels").toEqual([]);
  expect(overlapping(labels, await cardBoxes(map)), "labels on cards").toEqual([]);
}
