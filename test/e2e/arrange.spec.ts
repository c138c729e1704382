import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { BEN, boxOf, MapPage, middleOf } from "./support/MapPage.ts";
import { makeMap, mapOnServer } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

// With everything that glides and fades, as most people see it.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("a map is tidied in one step that undo takes back, and others see the cards arrive", async ({
  page,
  browser,
  request,
}) => {
  const made = await makeMap(request, { template: "prime-contract" });
  const map = await MapPage.join(page, made.links.owner);
  const before = (await mapOnServer(request, made)).elements;
  await page.getByRole("button", { name: "Tidy", exact: true }).click();
  await expectAccessible(page, "with the menu of Tidy open");
  await expect(page.getByRole("menuitem", { name: "Tidy the selection" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByRole("menuitem", { name: "Tidy everything" }).click();
  await expect(page.getByText(/^Tidied \d cards$/)).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(async () => JSON.stringify((await mapOnServer(request, made)).elements))
    .not.toBe(JSON.stringify(before));

  await test.step("somebody else has it too", async () => {
    const context = await browser.newContext();
    const other = await MapPage.join(await context.newPage(), made.links.editor, BEN);
    await expect(other.card(/^Clinical commissioning group|^Integrated care board/).first()).toBeVisible();
    await context.close();
  });

  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(async () => JSON.stringify((await mapOnServer(request, made)).elements))
    .toBe(JSON.stringify(before));
  await expect(map.bar.getByRole("button", { name: /^Redo: Tidy/ })).toBeVisible();
});

test("cards are pulled into line, put into a place, and locked", async ({ page, browser, request }) => {
  const made = await makeMap(request, { map: TWO_PRACTICES });
  const map = await MapPage.join(page, made.links.owner);
  const one = map.card(/: One\b/);
  const two = map.card(/: Two\b/);
  const placeOf = async (id: string) =>
    (await mapOnServer(request, made)).elements.find((element) => element.id === id)?.place;

  await test.step("an edge that is nearly level snaps, with a line to see", async () => {
    const { x, y } = await middleOf(two);
    const target = await boxOf(one);
    const own = await boxOf(two);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (target.x - own.x) / 2, y, { steps: 3 });
    // What pulls cards into line comes after the first screen: until then a card is let go and taken hold of again.
    await expect(async () => {
      await page.mouse.up();
      const now = await middleOf(two);
      const to = target.x + own.width / 2;
      await page.mouse.move(now.x, now.y);
      await page.mouse.down();
      await page.mouse.move(to + 40, y, { steps: 4 });
      await page.mouse.move(to + 4, y, { steps: 4 });
      await expect(map.canvas.locator("[data-guide]").first()).toBeAttached({ timeout: 1_000 });
    }).toPass();
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await boxOf(two)).x - target.x)).toBeLessThan(0.5);
  });

  await test.step("both are grouped into a place, from the keyboard", async () => {
    await one.click();
    await two.click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+g");
    await expect(map.canvas.getByRole("textbox", { name: "Name" })).toBeFocused();
    await page.keyboard.type("North");
    await page.keyboard.press("Enter");
    await expect(map.card(/North/)).toBeVisible();
    await expect.poll(() => placeOf("one")).toBeTruthy();
  });

  await test.step("a card dragged out of the place is out of it", async () => {
    const { x, y } = await middleOf(two);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 380, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => placeOf("two")).toBeUndefined();
    expect(await placeOf("one")).toBeTruthy();
  });

  await test.step("a locked card stays, and its facilitator is named as who can unlock it", async () => {
    await two.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Lock", exact: true }).click();
    await expect(page.getByText("Locked Two")).toBeVisible();
    const context = await browser.newContext();
    const other = await MapPage.join(await context.newPage(), made.links.editor, BEN);
    await other.card(/: Two\b/).click();
    await other.page.keyboard.press("Delete");
    await expect(other.page.getByText("Two is locked. A facilitator can unlock it.")).toBeVisible();
    await expect(other.card(/: Two\b/)).toBeVisible();
    await context.close();
  });
});

const TWO_PRACTICES = {
  format: "system-map",
  version: 1,
  title: "Two practices",
  regime: "england-2022",
  elements: [
    { id: "one", type: "organisation", kind: "gp-practice", name: "One", position: { x: 0, y: 0 } },
    { id: "two", type: "organisation", kind: "gp-practice", name: "Two", position: { x: 300, y: 240 } },
  ],
  relations: [],
};
