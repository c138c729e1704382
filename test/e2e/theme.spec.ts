import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { EVERY_TYPE } from "./support/everyTypeMap.ts";
import { MapPage } from "./support/MapPage.ts";
import { makeMap, readMap, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const DARK_GROUND = "rgb(17, 24, 29)";
const LIGHT_GROUND = "rgb(247, 249, 250)";

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  test.slow();

  test("the pages can be read; what is chosen holds before anything is painted", async ({ page }) => {
    for (const path of ["/", "/library", "/accessibility"]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expect(page.locator("body")).toHaveCSS("background-color", DARK_GROUND);
      await expectAccessible(page, `${path}, dark`);
    }

    await page.goto("/");
    await page.getByRole("button", { name: "Appearance" }).click();
    await page.getByRole("menuitemradio", { name: "Light" }).click();
    await expect(page.locator("body")).toHaveCSS("background-color", LIGHT_GROUND);
    await page.addInitScript(() => {
      const painted: string[] = [];
      Object.assign(window, { painted });
      const note = () => {
        if (document.body !== null) painted.push(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
    });
    await page.reload();
    await expect(page.getByRole("button", { name: UNITING_CARE })).toBeVisible();
    const painted = await page.evaluate(() => (window as unknown as { painted: string[] }).painted);
    expect(painted.length).toBeGreaterThan(0);
    expect(painted, "no frame in another theme").not.toContain(DARK_GROUND);
  });

  test("files and paper stay light, the drawing says the same, and without fonts nothing is covered", async ({
    page,
    request,
    watch,
  }) => {
    const made = await makeMap(request, { map: EVERY_TYPE });
    watch.allow(/Failed to load resource: net::ERR_FAILED/);
    await page.route(/\.(woff2?|ttf)$/, (route) => route.abort());
    const map = await MapPage.join(page, made.links.owner);
    expect(await wordsBeyondCards(map)).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    const svg = (await map.export("Picture (SVG)")).toString("utf8");
    expect(svg).toBe(await readMap(request, made, `/export.svg?date=${today}`));

    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const sheet = page.getByRole("img", { name: EVERY_TYPE.title });
    await expect(sheet).toBeVisible();
    await expect(map.bar).toBeHidden();
    for (const { name } of EVERY_TYPE.elements) await expect(sheet).toContainText(name);
    for (const words of [
      EVERY_TYPE.title,
      "Commissioner",
      "Dashed: proposed, to be agreed",
      "Not legal advice",
    ])
      await expect(sheet).toContainText(words);
    const ink = sheet.getByText("Commissioner", { exact: true }).first();
    await expect(ink).toHaveCSS("fill", "rgb(33, 43, 50)");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    await expect(sheet).toHaveCount(0);
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g);
    expect(pages).toHaveLength(1);
  });
});

test("on a machine that has nothing but a wide font, the words stay on their cards", async ({
  playwright,
  launchOptions,
  request,
}, info) => {
  const wide = wideFont();
  test.skip(wide === undefined, "DejaVu Sans is not on this machine");
  const settings = info.outputPath("fonts.conf");
  await writeFile(
    settings,
    `<?xml version="1.0"?><fontconfig><dir>${wide}</dir><cachedir>${info.outputPath("cache")}</cachedir></fontconfig>`,
  );
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    env: { ...process.env, FONTCONFIG_FILE: settings },
  });
  try {
    const page = await browser.newPage();
    await page.route(/\.(woff2?|ttf)$/, (route) => route.abort());
    const map = await MapPage.join(page, links.owner);
    const widths = await page.evaluate(() =>
      ["Arial", "sans-serif", "Arimo"].map((family) => {
        const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
        context.font = `bold 100px ${family}`;
        return context.measureText("Cambridgeshire and Peterborough CCG").width;
      }),
    );
    const [arial = 0, any = 0, arimo = 0] = widths;
    expect(arial, "Arial is not there").toBe(any);
    expect(arimo, "what stands in for Arimo is made narrower").toBeLessThan(any * 0.9);
    expect(await wordsBeyondCards(map)).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** Words of the drawing that reach beyond their cards. */
function wordsBeyondCards({ canvas }: MapPage): Promise<(string | null)[]> {
  return canvas.locator("[aria-roledescription=card]").evaluateAll((cards) =>
    cards.flatMap((card) => {
      const frame = card.getBoundingClientRect();
      return [...(card.querySelector("svg")?.querySelectorAll("text") ?? [])]
        .filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left < frame.left - 1 || right > frame.right + 1;
        })
        .map((text) => text.textContent);
    }),
  );
}

/** The folder of DejaVu Sans, which is a sixth wider than Arial, where the machine has it. */
function wideFont(): string | undefined {
  try {
    const file = execFileSync("fc-match", ["--format=%{file}", "DejaVu Sans"], { encoding: "utf8" });
    return file.includes("DejaVu") ? dirname(file) : undefined;
  } catch {
    return undefined;
  }
}
