import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { FindPage } from "./support/FindPage.ts";
import { BEN } from "./support/MapPage.ts";
import { makeMap, mapOnServer, SALFORD, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("what the map says is found, focused and narrowed without a mouse", async ({ page, request }) => {
  test.slow();
  const { keyboard } = page;
  const { links } = await makeMap(request, { template: SALFORD });
  const map = await FindPage.join(page, links.owner);
  const trust = map.card(/^Foundation trust: Salford Royal/);
  const mentalHealth = map.card(/^Foundation trust: Greater Manchester West/);
  const council = map.card(/^Local authority: Salford City Council/);

  await test.step("search at once, in the words of the vocabulary", async () => {
    await keyboard.press("/");
    await keyboard.type("ft");
    await expect(map.options).toHaveText([/^Salford Royal.*Foundation trust/, /^Greater Manchester West/]);
    await expect(council.locator("> *").first()).toHaveCSS("opacity", "0.3");
    await expectAccessible(page, "the search");
    await map.search.fill("SÁLFORD royál s75");
    await expect(map.options.first()).toHaveText(/delegates|Salford Royal/);
    await map.search.fill("nobody says that");
    await expect(page.getByText("Nothing on this map says that.")).toBeVisible();
    await map.search.fill("mental health foundation");
    await expect(map.options.first()).toHaveText(/Greater Manchester West/);
    await keyboard.press("Enter");
    await expect(map.search).toHaveCount(0);
    await expect(mentalHealth).toBeFocused();
    await expect(council.locator("> *").first()).toHaveCSS("opacity", "1");
  });

  await test.step("focus on it, a step more each time", async () => {
    await keyboard.press("Shift+F");
    await expect(map.chips).toContainText("within 1 step of Greater Manchester West");
    await expect(council).toHaveCount(0);
    const near = await map.canvas.getByRole("button", { pressed: false }).count();
    await keyboard.press("Shift+F");
    await expect(map.chips).toContainText("within 2 steps of");
    expect(await map.canvas.getByRole("button", { pressed: false }).count()).toBeGreaterThan(near);
    await expectAccessible(page, "a focus");
    await keyboard.press("Shift+F");
    await keyboard.press("Shift+F");
    await expect(map.chips).toBeHidden();
    await expect(council).toBeVisible();
  });

  await test.step("filter by what the map states", async () => {
    await map.openPanel("Filter");
    await page.getByRole("dialog").getByText("Kind", { exact: true }).click();
    await page.getByRole("checkbox", { name: /^Foundation trust/ }).check();
    await expect(page.getByText("2 of 13 cards fit.")).toBeVisible();
    await page.getByRole("radio", { name: "Hidden" }).check();
    await expect(trust, "the map is there for everybody while the filter is open").toBeVisible();
    await expectAccessible(page, "the filter");
    await map.closePanel();
    await expect(map.tools.getByRole("button", { name: "Filter (on)" })).toBeFocused();
    await expect(map.chips).toContainText("Filter: foundation trust");
    await expect(map.chips).toContainText("2 of 13 shown");
    await expect(trust).toBeVisible();
    await expect(council).toHaveCount(0);
    await map.canvas.getByRole("button", { name: /^Foundation trust: Salford/ }).focus();
    await keyboard.press("Control+a");
    await expect(map.canvas.getByRole("button", { pressed: true })).toHaveCount(2);
  });

  await test.step("who goes to something hidden sees it", async () => {
    await keyboard.press("/");
    await keyboard.type("city council");
    await expect(map.options.first()).toHaveText(/Salford City Council/);
    await keyboard.press("Enter");
    await expect(council).toBeFocused();
    await map.chips.getByRole("button", { name: "Clear" }).click();
    await expect(map.chips).toBeHidden();
  });
});

test("a view is saved for everybody, opened by each for themselves, and taken back", async ({
  page,
  browser,
  request,
}) => {
  test.slow();
  const made = await makeMap(request, { template: UNITING_CARE });
  const map = await FindPage.join(page, made.links.owner);
  const other = await (await browser.newContext()).newPage();
  const viewer = await FindPage.join(other, made.links.viewer, BEN);

  await test.step("mark and narrow the map", async () => {
    await map.tools.page().getByRole("button", { name: "Notes", exact: true }).click();
    await map.openPanel("Colour");
    await map.choose("Mark with a colour by", "Status of contracts");
    await map.choose("Draw a circle as large as", "Annual value");
    await map.closePanel();
    await expect(page.getByRole("region", { name: "Colour: Status of contracts" })).toContainText(
      "Terminated",
    );
    await expect(page.getByTestId("marks")).toContainText("Terminated");
    await map.openPanel("Filter");
    await page.getByRole("dialog").getByText("Connections", { exact: true }).click();
    await page.getByRole("checkbox", { name: /^pays/ }).check();
    await map.closePanel();
  });

  await test.step("save it under a name", async () => {
    await map.openPanel("Views");
    await page.getByLabel("Save what is shown now as").fill("Money only");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "Saved views" })).toContainText("Money only");
    await expectAccessible(page, "the saved views");
    await map.closePanel();
    await expect(map.saveState).toHaveText("Saved for everyone");
    const { views } = await mapOnServer(request, made);
    expect(Object.values(views ?? {})).toEqual([
      expect.objectContaining({
        name: "Money only",
        hiddenLayers: ["notes"],
        filter: { relations: ["pays"] },
        colourBy: "status",
        sizeBy: "value",
        region: expect.objectContaining({ width: expect.any(Number) }),
      }),
    ]);
  });

  await test.step("a viewer opens it, and nobody else's screen changes", async () => {
    await viewer.openPanel("Views");
    await expect(other.getByLabel("Save what is shown now as")).toHaveCount(0);
    await expect(other.getByRole("button", { name: "Delete “Money only”" })).toHaveCount(0);
    await other.getByRole("button", { name: "Money only" }).click();
    await expect(viewer.chips).toContainText("connections: pays");
    await expect(viewer.card(/Afterwards/)).toHaveCount(0);
    await expect(other.getByTestId("marks")).toContainText("Terminated");
    await viewer.chips.getByRole("button", { name: "Clear" }).click();
    await expect(map.chips).toContainText("connections: pays");
  });

  await test.step("what is added meanwhile and does not fit is counted", async () => {
    await viewer.openPanel("Filter");
    await other.getByRole("dialog").getByText("Type", { exact: true }).click();
    await other.getByRole("checkbox", { name: /^Contract/ }).check();
    await other.getByRole("radio", { name: "Hidden" }).check();
    await viewer.closePanel();
    await page
      .getByRole("button", { name: "Show all that" })
      .or(page.getByRole("button", { name: "Show the whole map" }))
      .first()
      .focus();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press("s");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Newcomer");
    await page.keyboard.press("Enter");
    await expect(viewer.chips).toContainText("1 more was added and is hidden");
    await viewer.chips.getByRole("button", { name: "Show", exact: true }).click();
    await expect(viewer.card(/Newcomer/)).toBeVisible();
  });

  await test.step("delete it, and take that back", async () => {
    await map.openPanel("Views");
    await page.getByRole("button", { name: "Delete “Money only”" }).click();
    await expect(page.getByRole("list", { name: "Saved views" })).toHaveCount(0);
    await map.closePanel();
    await page.keyboard.press("Control+z");
    await map.openPanel("Views");
    await expect(page.getByRole("list", { name: "Saved views" })).toContainText("Money only");
    await map.closePanel();
  });
});

test("the bar and all it opens fit a window of 320 pixels, and the minimap moves the view by keys", async ({
  page,
  request,
}) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  const { links } = await makeMap(request, { template: SALFORD });
  const map = new FindPage(page);
  await page.goto(links.owner);
  await map.dialog.getByLabel("Your name").fill("Ann");
  await map.dialog.getByLabel("Organisation").fill("CCG");
  await map.dialog.getByRole("button", { name: "Join", exact: true }).click();
  await test.step("a command opens what belongs to the bar, which is folded, behind a panel", async () => {
    await map.panel.getByRole("button", { name: "Open findings and inspector" }).click();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("colour or size");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Colour" })).toBeInViewport({ ratio: 1 });
    await map.closePanel();
  });
  const inWindow = async () => {
    const boxes = await map.tools
      .getByRole("button")
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getBoundingClientRect().toJSON()).filter(({ width }) => width > 0),
      );
    expect(boxes.length).toBeGreaterThan(5);
    for (const { left, right, width, height } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(320);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  };
  await inWindow();
  await map.openPanel("Layers");
  await page.getByRole("dialog").getByRole("button", { name: "Money" }).click();
  await map.closePanel();
  await expect(map.card(/Pooled budget/)).toHaveCount(0);
  await map.tools.getByRole("button", { name: "Minimap" }).click();
  await map.minimap.focus();
  const view = () => page.locator(".react-flow__viewport").getAttribute("style");
  const before = await view();
  await page.keyboard.press("ArrowRight");
  await expect.poll(view).not.toBe(before);
  await expectAccessible(page, "the minimap in a narrow window");
  await map.openPanel("Filter");
  await expectAccessible(page, "the filter in a narrow window");
});
