import { expect, type Page } from "@playwright/test";
import { Fingers, type Spot } from "./support/fingers.ts";
import { boxOf, groundSpot, MapPage, middleOf } from "./support/MapPage.ts";
import { makeMap } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test.use({ hasTouch: true });

test("fingers move, zoom, select, name, connect and add; nothing stays half done", async ({
  page,
  request,
}) => {
  const made = await makeMap(request, { template: "cambridgeshire-unitingcare-2015" });
  const map = await MapPage.join(page, made.links.owner);
  await expect(map.palette).toBeVisible();
  const fingers = await Fingers.on(page);
  const ccg = map.card(/^Clinical commissioning group: Cambridgeshire/);
  const others = map.card(/^Organisation: Other NHS providers/);
  const widthOf = async () => (await boxOf(ccg)).width;
  const undo = map.bar.getByRole("button", { name: /^Undo/ });
  const name = map.canvas.getByRole("textbox", { name: "Name" });

  await test.step("one finger on the ground moves the view, a tap selects", async () => {
    const before = await boxOf(ccg);
    const ground = await groundSpot(map);
    await fingers.drag(ground, { x: ground.x + 60, y: ground.y + 20 });
    await expect.poll(async () => (await boxOf(ccg)).x - before.x).toBeGreaterThan(40);
    const { x, y } = await middleOf(ccg);
    await page.touchscreen.tap(x, y);
    await expect(ccg).toHaveAttribute("aria-pressed", "true");
    await expect(undo).toBeDisabled();
  });

  await test.step("one finger on a card moves it; a second one puts it back and zooms", async () => {
    const before = await boxOf(others);
    const grip = { x: before.x + 40, y: before.y + 20 };
    await fingers.drag(grip, { x: grip.x - 60, y: grip.y - 20 });
    await expect.poll(async () => before.x - (await boxOf(others)).x).toBeGreaterThan(30);
    await expect(map.bar.getByRole("button", { name: "Undo: Move Other NHS providers" })).toBeEnabled();

    const card = await boxOf(ccg);
    const one = { x: card.x + 40, y: card.y + 30 };
    const moved = { x: one.x + 20, y: one.y };
    const other = { x: moved.x + 120, y: moved.y };
    await fingers.down(one);
    await fingers.move([one], [moved]);
    await fingers.down(moved, other);
    await fingers.move([moved, other], [moved, { x: other.x + 90, y: other.y }]);
    await fingers.up();
    await expect.poll(widthOf).toBeGreaterThan(card.width * 1.4);
    await expect(map.bar.getByRole("button", { name: "Undo: Move Other NHS providers" })).toBeEnabled();
  });

  await test.step("a finger that is taken away puts the card back, and the next one moves it", async () => {
    await page.getByRole("button", { name: "Show the whole map" }).tap();
    await expect.poll(widthOf).toBeLessThan(200);
    const before = await middleOf(others);
    const away = { x: before.x - 80, y: before.y - 40 };
    await fingers.down(before);
    await fingers.move([before], [away]);
    await fingers.cancel();
    await expect.poll(async () => Math.round((await middleOf(others)).x - before.x)).toBe(0);
    await fingers.drag(before, away);
    await expect.poll(async () => before.x - (await middleOf(others)).x).toBeGreaterThan(30);
  });

  await test.step("a long press opens the menu, two taps the name", async () => {
    const spot = await middleOf(others);
    await fingers.down(spot);
    await expect(page.getByRole("menuitem", { name: "Connect to a card on the map" })).toBeVisible();
    await fingers.up();
    await page.getByRole("menuitem", { name: "Connect to a card on the map" }).tap();
    await ccg.tap();
    await expect(page.getByRole("dialog", { name: "What is this connection?" })).toBeVisible();
    await page.keyboard.press("Escape");
    const { x, y } = await middleOf(ccg);
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect(name).toBeFocused();
    await page.keyboard.press("Escape");
  });

  await test.step("a finger draws a connection, and carries a kind from the palette", async () => {
    await others.tap();
    const { x, y, width } = await boxOf(others);
    const handle = { x: x + width / 2, y: y - 14 };
    // It is drawn once the card is selected.
    await expect.poll(() => isGround(page, handle)).toBe(false);
    await fingers.drag(handle, await middleOf(map.card(/^Joint venture: UnitingCare/)));
    await expect(page.getByRole("dialog", { name: "What is this connection?" })).toBeVisible();
    await page.keyboard.press("Escape");
    const kind = await middleOf(map.palette.getByRole("button", { name: "Foundation trust" }));
    // Up and down a finger scrolls the palette; sideways it carries.
    const beside = { x: kind.x + 120, y: kind.y };
    await fingers.down(kind);
    await fingers.move([kind], [beside]);
    await fingers.move([beside], [await groundSpot(map)]);
    await fingers.up();
    await expect(name).toBeFocused();
    await page.keyboard.type("Fenland Hospitals");
    await page.keyboard.press("Enter");
    await expect(map.card("Foundation trust: Fenland Hospitals")).toBeVisible();
  });
});

/** Whether nothing lies at a point of the screen but the ground of the map. */
function isGround(page: Page, { x, y }: Spot): Promise<boolean> {
  return page.evaluate(
    ([left, top]) =>
      document.elementFromPoint(left ?? 0, top ?? 0)?.classList.contains("react-flow__pane") === true,
    [x, y],
  );
}
