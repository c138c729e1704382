import { writeFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { EVERY_TYPE } from "./support/everyTypeMap.ts";
import { ANN, BEN, boxOf, MapPage } from "./support/MapPage.ts";
import { type MadeMap, makeMap, mapOnServer, readMap, revokeLink, tokenOf } from "./support/makeMap.ts";
import { choose, OWNER_SCREENS } from "./support/screens.ts";
import { test } from "./support/watchedTest.ts";

const ATTACKS = {
  address: "javascript:alert(1)",
  "image and script": `"><img src=x onerror=alert(1)><script>alert(1)</script>`,
} as const;

for (const [kind, attack] of Object.entries(ATTACKS)) {
  test(`a map whose every text is an attack (${kind}) is drawn as text and does nothing`, async ({
    page,
    watch,
  }) => {
    test.slow();
    // The page itself makes the map, from a file, as somebody would who was sent one. A dialog or a request fails every test (PageWatch).
    await page.goto("/");
    await openFile(page, JSON.stringify(withTexts(EVERY_TYPE, attack)));
    const map = new MapPage(page);
    await map.introduce({ name: attack, organisation: attack });
    expect(await page.title()).toContain(attack);
    await expect(map.card(attack).first()).toBeVisible();
    for (const screen of OWNER_SCREENS.filter(({ name }) =>
      /findings|share dialog$|people|export|details/.test(name),
    )) {
      await screen.show(map);
      await screen.hide?.(map);
    }
    await map.openInspector();
    const cards = map.canvas.getByRole("button");
    for (let index = 0; index < (await cards.count()); index++) {
      await cards.nth(index).focus();
      await page.keyboard.press("Escape");
      await cards.nth(index).focus();
      await page.keyboard.press("Space");
      await expect(cards.nth(index)).toHaveAttribute("aria-pressed", "true");
    }
    await expectHarmless(page);
    await expect(page.locator(`a[href^="javascript:" i]`)).toHaveCount(0);

    const svg = (await map.export("Picture (SVG)")).toString();
    expect(svg).not.toMatch(
      /<script|<img|<foreignObject|\son\w+\s*=\s*["'][^"']*alert|href=["']javascript:/i,
    );
    expect((await map.export("Picture (PNG)")).length).toBeGreaterThan(10_000);
    // The picture as the server sends it, opened as a document of its own, and the one from the browser without the server's
    // policy. The browser says of every look into a sandboxed document that it runs no script there.
    watch.allow(/^console error: Blocked script execution in '[^']*export\.svg'/);
    await page.goto(`/api${new URL(page.url()).pathname.replace("/m/", "/maps/")}/export.svg`);
    await expectPicture(page);
    await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
    await expectPicture(page);

    await page.goto("/");
    await expect(page.getByRole("link", { name: attack })).toBeVisible();
    await expectHarmless(page);
  });
}

test("endless, right-to-left and emoji names stay inside their cards and panels", async ({
  page,
  request,
}) => {
  const endless = "Trust ".repeat(1_700).trim();
  const names = {
    trust: endless,
    ccg: "مجموعة التكليف السريري",
    practice: "👩‍⚕️ Ward 🏥 7",
    vehicle: "x".repeat(10_000),
  };
  const elements = EVERY_TYPE.elements.map((element) => ({
    ...element,
    name: names[element.id as keyof typeof names] ?? element.name,
  }));
  const made = await makeMap(request, { map: { ...EVERY_TYPE, title: endless.slice(0, 1_000), elements } });
  const map = await MapPage.join(page, made.links.owner);
  for (const [card, width] of [
    ["Foundation trust: Trust Trust", 250],
    ["Joint venture: xxxx", 250],
    [names.ccg, 250],
    [names.practice, 250],
  ] as const) {
    await choose(map, card);
    const box = await boxOf(map.card(card).first());
    expect(box.width, card).toBeLessThan(width);
    expect(box.height, card).toBeLessThan(250);
    await map.openInspector();
    await expectNoSidewaysScroll(page);
  }
  expect((await readMap(request, made, "/export.svg")).length).toBeLessThan(200_000);
  const stored = await mapOnServer(request, made);
  expect(Object.fromEntries(stored.elements.map(({ id, name }) => [id, name]))).toMatchObject(names);
});

test("a broken map file is refused at the place where it is broken, and nothing of it is opened", async ({
  page,
}) => {
  await page.goto("/");
  const alert = page.getByRole("alert");
  const [first, ...others] = EVERY_TYPE.elements;
  for (const [text, words] of [
    [`{\n  "format": "system-map",\n  "version": 1\n  "title": "x"\n}`, /line 4/i],
    [JSON.stringify({ ...EVERY_TYPE, elements: [{ ...first, kind: "castle" }, ...others] }), /castle/],
    [JSON.stringify({ ...EVERY_TYPE, elements: [...EVERY_TYPE.elements, { ...first }] }), /place/],
    [
      JSON.stringify({
        ...EVERY_TYPE,
        elements: EVERY_TYPE.elements.map((one) =>
          one.id === "contract" ? { ...one, totalValue: -1 } : one,
        ),
      }),
      /contract.*totalValue|totalValue.*contract/s,
    ],
    [
      JSON.stringify({ ...EVERY_TYPE, relations: [{ id: "r", type: "pays", from: "ccg", to: "nobody" }] }),
      /nobody/,
    ],
    ["", /empty|line 1/i],
  ] as const) {
    await openFile(page, text);
    await expect(alert).toContainText("“broken.map.json” could not be opened");
    await expect(alert).toContainText(words);
  }
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("button", { name: "Start with a blank map" })).toBeEnabled();
});

test("a file of 50 MB is refused before anything of it is read", async ({ page }, testInfo) => {
  const path = testInfo.outputPath("huge.map.json");
  await writeFile(path, Buffer.alloc(50 * 1024 * 1024, " "));
  await page.goto("/");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("alert")).toContainText(/50 MB.*16 MB/);
});

test("the token of another map, and a link that was taken back, open nothing", async ({
  page,
  request,
  watch,
}) => {
  watch.allow(/Failed to load resource: .* 40[134]/);
  const [one, other] = [await makeMap(request, { title: "One" }), await makeMap(request, { title: "Other" })];
  await page.goto(`/m/${one.id}#${tokenOf(other.links.owner)}`);
  await expect(page.getByRole("heading", { name: "This link does not open a map" })).toBeVisible();
  await revokeLink(request, one, "editor");
  await page.goto("about:blank");
  await page.goto(one.links.editor);
  await expect(page.getByRole("heading", { name: "This link does not open a map" })).toBeVisible();
});

test("a link that is taken back while its map is open says so and stops the editing; nobody else notices", async ({
  page,
  request,
  watch,
  newBrowser,
}) => {
  watch.allow(/WebSocket|Failed to load resource: .* 40[134]/);
  const made = await makeMap(request, { map: EVERY_TYPE });
  const ann = await MapPage.join(page, made.links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  await expect(ann.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
  await revokeLink(request, made, "editor");
  const ended = ben.page.getByRole("alertdialog", { name: "Your link to this map was taken back" });
  await expect(ended).toBeVisible();
  await ben.page.keyboard.press("Escape");
  await expect(ended).toHaveCount(0);
  await expect(ben.saveState).toHaveText("Disconnected");
  await expect(ben.palette).toHaveCount(0);
  const trust = "Foundation trust: Fenland Hospitals";
  await choose(ben, trust);
  for (const key of ["Delete", "ArrowRight", "F2"]) await ben.page.keyboard.press(key);
  await expect(ben.canvas.getByRole("textbox")).toHaveCount(0);
  await ben.openInspector();
  await expect(ben.panel.getByText("Basics").or(ben.panel.getByText("Not stated")).first()).toBeVisible();
  await expect(ben.panel.getByRole("textbox")).toHaveCount(0);
  await expect(ann.bar.getByRole("button", { name: "People in this map: 1" })).toBeVisible();
  await expect(ann.saveState).toHaveText("Saved for everyone");
  await expect(ann.card(trust)).toBeVisible();
  expect(await mapOnServer(request, made)).toEqual(EVERY_TYPE);
});

test("two tabs of one person are two cursors and lose nothing", async ({ page, request, context }) => {
  const made = await makeMap(request, { map: EVERY_TYPE });
  const one = await MapPage.join(page, made.links.owner);
  const tab = await context.newPage();
  await tab.goto(new URL(page.url()).pathname);
  const other = new MapPage(tab);
  await other.ready();
  for (const here of [one, other])
    await expect(here.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
  await rename(one, "Foundation trust: Fenland Hospitals", "Fen Hospitals");
  await rename(other, "GP practice: Market Street Surgery", "Market Surgery");
  for (const here of [one, other]) {
    await expect(here.card("Foundation trust: Fen Hospitals")).toBeVisible();
    await expect(here.card("GP practice: Market Surgery")).toBeVisible();
  }
  await one.bar.getByRole("button", { name: /^Undo: / }).click();
  for (const here of [one, other]) {
    await expect(here.card("Foundation trust: Fenland Hospitals")).toBeVisible();
    await expect(here.card("GP practice: Market Surgery")).toBeVisible();
  }
});

test("a clock that is wrong by a year harms nothing", async ({ page, request, newBrowser }) => {
  const made = await makeMap(request, { map: EVERY_TYPE });
  const right = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  await page.clock.install({ time: Date.now() - 365 * 24 * 60 * 60 * 1000 });
  await page.clock.resume();
  const wrong = await MapPage.join(page, made.links.owner, ANN);
  await expect(right.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
  await rename(wrong, "Foundation trust: Fenland Hospitals", "Said last year");
  await expect(right.card("Foundation trust: Said last year")).toBeVisible();
  await rename(right, "Foundation trust: Said last year", "Said today");
  await expect(wrong.card("Foundation trust: Said today")).toBeVisible();
  for (const person of [wrong, right]) await expect(person.saveState).toHaveText("Saved for everyone");
});

test("a reload keeps the role, and tabs by different links in one browser keep theirs", async ({
  context,
  request,
}) => {
  const made = await makeMap(request, { map: EVERY_TYPE });
  const editor = await MapPage.join(await context.newPage(), made.links.editor);
  const viewer = new MapPage(await context.newPage());
  await viewer.page.goto(made.links.viewer);
  for (const attempt of ["as they come", "after a reload"]) {
    await viewer.ready();
    await expect(viewer.bar.getByText("View only"), attempt).toBeVisible();
    await expect(viewer.palette, attempt).toHaveCount(0);
    await editor.ready();
    await expect(editor.palette, attempt).toBeVisible();
    await expect(editor.bar.getByText("View only"), attempt).toHaveCount(0);
    await Promise.all([viewer.page.reload(), editor.page.reload()]);
  }
  for (const tab of [viewer, editor]) await tab.ready();
  await rename(editor, "Foundation trust: Fenland Hospitals", "Renamed after the reload");
  await expect(viewer.card("Foundation trust: Renamed after the reload")).toBeVisible();
  await expectSaved(made, request);
});

async function expectSaved(made: MadeMap, request: Parameters<typeof mapOnServer>[0]): Promise<void> {
  await expect
    .poll(async () => (await mapOnServer(request, made)).elements.map(({ name }) => name))
    .toContain("Renamed after the reload");
}

async function rename(map: MapPage, card: string, name: string): Promise<void> {
  await choose(map, card);
  await map.page.keyboard.press("F2");
  const field = map.canvas.getByRole("textbox", { name: "Name" });
  await field.fill(name);
  await field.press("Enter");
}

function openFile(page: Page, text: string): Promise<void> {
  const file = { name: "broken.map.json", mimeType: "application/json", buffer: Buffer.from(text) };
  return page.locator("input[type=file]").setInputFiles(file);
}

/** The map with one text wherever the format takes any text, and in fields and settings that it does not know. */
function withTexts(map: SystemMap, text: string): unknown {
  const said = { notes: text, source: text, unknown: { [text]: [text] }, [text]: text };
  return {
    ...map,
    title: text,
    foreign: text,
    settings: { rules: { [text]: "off" } },
    decisions: [
      {
        rule: "missing-parent-guarantee",
        subjects: ["vehicle"],
        choice: "accepted",
        reason: text,
        by: text,
        at: "2015-04-01",
      },
    ],
    elements: map.elements.map((element) => ({
      ...element,
      name: text,
      ...said,
      ...(element.type === "note" ? { text, colour: text } : {}),
      ...(element.type === "organisation" ? { odsCode: text } : {}),
    })),
    relations: map.relations.map((relation) => ({ ...relation, label: text, ...said })),
  };
}

/** Nothing of the map's texts has become an element or run. */
async function expectHarmless(page: Page): Promise<void> {
  await expect(page.locator("img[src=x], script:not([src]), [onerror]")).toHaveCount(0);
}

async function expectPicture(page: Page): Promise<void> {
  await expect(page.locator("svg text").first()).toBeVisible();
  await expectHarmless(page);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}
