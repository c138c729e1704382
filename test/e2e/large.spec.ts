import { expect } from "@playwright/test";
import { largeMap } from "../bench/canvas/largeMap.ts";
import { expectAccessible } from "./support/axe.ts";
import { MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const CARD = ".react-flow__node";

// With everything that glides and fades, as most people see it.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("a map of 900 cards: a picture from afar that can be pressed, dragged and gone through, cards and lines from near", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const sent = largeMap(900, 1200);
  const made = await makeMap(request, { map: sent });
  const map = await MapPage.join(page, made.links.owner);
  const picture = map.canvas.getByTestId("picture").locator("canvas:visible");
  await expect(picture).toHaveCount(1);
  expect(await page.locator(CARD).count()).toBeLessThan(20);

  const [first] = sent.elements;
  const target = sent.elements[433];
  if (first === undefined || target === undefined) throw new Error("The map is too small.");
  /** Where a point of the map is on the screen: the first card is always drawn, and says how the view stands. */
  const onScreen = async ({ x, y }: { readonly x: number; readonly y: number }) => {
    const at = await page.evaluate(() => {
      const viewport = document.querySelector(".react-flow__viewport");
      const pane = document.querySelector(".react-flow__renderer")?.getBoundingClientRect();
      const { a, e, f } = new DOMMatrix(viewport === null ? "" : getComputedStyle(viewport).transform);
      return { zoom: a, left: e + (pane?.x ?? 0), top: f + (pane?.y ?? 0) };
    });
    return { x: at.left + x * at.zoom, y: at.top + y * at.zoom, zoom: at.zoom };
  };
  const middle = { x: target.position.x + 90, y: target.position.y + 40 };

  await test.step("a painted card is selected by a press, and moved by dragging it", async () => {
    const card = page.locator(`${CARD}[data-id="${target.id}"]`);
    // The view still moves once when the panels beside it have come.
    await expect(async () => {
      const at = await onScreen(middle);
      await page.mouse.click(at.x, at.y);
      await expect(card).toHaveAttribute("aria-pressed", "true", { timeout: 2_000 });
    }).toPass();
    const from = await onScreen(middle);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 1; step <= 5; step++) await page.mouse.move(from.x + step * 8, from.y + step * 4);
    await page.mouse.up();
    const movedBy = async () => {
      const { elements } = await mapOnServer(request, made);
      return (elements.find(({ id }) => id === target.id)?.position.x ?? 0) - target.position.x;
    };
    await expect.poll(movedBy).toBeGreaterThan(30 / from.zoom);
    expect(await movedBy()).toBeLessThan(50 / from.zoom);
    await expectAccessible(page, "a large map from afar");
  });

  await test.step("Tab comes to cards that are only painted", async () => {
    await page.locator(`${CARD}[data-id="${first.id}"]`).focus();
    await page.keyboard.press("Tab");
    await expect(page.locator(`${CARD}[data-id="${sent.elements[1]?.id}"]`)).toBeFocused();
  });

  await test.step("from near there are cards and lines, and no picture", async () => {
    const at = await onScreen(middle);
    await page.mouse.move(at.x, at.y);
    for (let turn = 0; turn < 14; turn++) await page.mouse.wheel(0, -120);
    await expect(map.canvas.getByTestId("picture")).toHaveCount(0);
    await expect(map.canvas).toHaveAttribute("data-detail", "full");
    await expect(page.locator("[role=button][data-relation]").first()).toBeAttached();
    expect(await page.locator(CARD).count()).toBeLessThan(300);
  });
});
