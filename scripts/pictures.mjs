// Makes the pictures of the README: the built product in a real browser, and the maps of the library as they are exported.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { buildIfStale } from "./buildIfStale.mjs";
import { chromiumFlags, findChromium } from "./findChromium.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const PICTURES = join(root, "docs/pictures");
const SYSTEM = "Cambridgeshire: UnitingCare, 2015";
const EXPORTED = { unitingcare: "cambridgeshire-unitingcare-2015", salford: "salford-2016" };
const VIEWPORTS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
// The pictures bear one date, so that making them again changes nothing but what has changed.
const DATE = "2026-11-21";

function exportLibrary() {
  for (const [name, file] of Object.entries(EXPORTED)) {
    for (const format of ["svg", "png"]) {
      const words = ["export", `shared/library/maps/${file}.map.json`, "--date", DATE];
      const output = ["--to", format, "-o", join(PICTURES, `${name}.${format}`)];
      const { status } = spawnSync(process.execPath, ["bin/plumbline.mjs", ...words, ...output], {
        cwd: root,
        stdio: "inherit",
      });
      if (status !== 0) throw new Error(`${file} could not be exported.`);
    }
  }
}

/** Starts the built server on any free port; gives its address and the way to end it. */
function startServer(dataDir) {
  const child = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((ready, fail) => {
    let written = "";
    child.once("exit", (code) => fail(new Error(`The server ended with exit code ${code}.`)));
    child.stdout.on("data", (chunk) => {
      written += chunk;
      const address = /Plumbline is ready: (\S+)/.exec(written)?.[1];
      if (address) ready({ address, stop: () => child.kill("SIGTERM") });
    });
  });
}

async function makeMap(address) {
  const answer = await fetch(`${address}/api/maps`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ template: SYSTEM }),
  });
  if (!answer.ok) throw new Error(`The map was not made: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).links;
}

/** Somebody who has opened the map and said who they are. */
async function arrive(browser, viewport, link, name, organisation) {
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(link);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your name").fill(name);
  await dialog.getByLabel("Organisation").fill(organisation);
  await dialog.getByRole("button", { name: "Join" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  // Off the canvas, so that no card looks pointed at.
  await page.mouse.move(viewport.width / 2, 10);
  return page;
}

/** Two people in one map; the picture is what the first of them sees. */
async function pictureTheMap(browser, address, viewport) {
  const links = await makeMap(address);
  const page = await arrive(browser, viewport, links.owner, "Alex Reid", "CCG finance");
  const other = await arrive(browser, viewport, links.editor, "Sam Okafor", "County Council");
  const { width, height } = viewport;
  await other.mouse.move(width * 0.42, height * 0.55);
  await other.mouse.move(width * 0.45, height * 0.52);
  await page.getByText("Sam Okafor").first().waitFor();
  await page.screenshot({ path: join(PICTURES, `map-${width}x${height}.png`) });
  for (const person of [page, other]) await person.context().close();
}

/** What the map was before a fix was taken, as somebody sees it who looks back. */
async function pictureTheHistory(browser, address, viewport) {
  const links = await makeMap(address);
  const page = await arrive(browser, viewport, links.owner, "Alex Reid", "CCG finance");
  await page.getByRole("button", { name: "Propose both guarantees" }).click();
  await page.getByText("Saved for everyone").waitFor();
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByRole("listitem").filter({ hasText: "Alex Reid" }).first().waitFor();
  const made = page.getByRole("listitem").filter({ hasText: "The map was made" });
  await made.getByRole("button", { name: /look at the map/ }).click();
  await page.getByText("Added since").first().waitFor();
  await page.mouse.move(viewport.width / 2, 10);
  await page.screenshot({ path: join(PICTURES, `history-${viewport.width}x${viewport.height}.png`) });
  await page.context().close();
}

async function pictureTheStart(browser, address, viewport) {
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText(SYSTEM).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(PICTURES, `start-${viewport.width}x${viewport.height}.png`) });
  await context.close();
}

mkdirSync(PICTURES, { recursive: true });
await buildIfStale();
exportLibrary();
const dataDir = mkdtempSync(join(tmpdir(), "plumbline-pictures-"));
const server = await startServer(dataDir);
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags() });
try {
  for (const viewport of VIEWPORTS) {
    await pictureTheStart(browser, server.address, viewport);
    await pictureTheMap(browser, server.address, viewport);
    await pictureTheHistory(browser, server.address, viewport);
  }
} finally {
  await browser.close();
  server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
