import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { ANN, BEN, boxOf, groundSpot, MapPage, middleOf } from "./support/MapPage.ts";
import { UNITING_CARE } from "./support/makeMap.ts";
import { test as base } from "./support/watchedTest.ts";

const PARTNERSHIP = "Joint venture: UnitingCare Partnership";
const CONTRACT = "Prime provider contract:";
const PARENTS = [
  "Cambridge University Hospitals NHS Foundation Trust",
  "Cambridgeshire and Peterborough NHS Foundation Trust",
] as const;
const NO_GUARANTEE = "Must fix: No parent guarantee";
const COMMAND = fileURLToPath(new URL("../../bin/plumbline.mjs", import.meta.url));

const test = base.extend<{ readonly server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern which fixtures are wanted.
  server: async ({}, use) => {
    const server = await ServerProcess.start();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.address),
});

// With everything that glides and fades, as most people see it.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("two organisations map UnitingCare together, fix it, lose the server and take the picture home", async ({
  page,
  server,
  watch,
  newBrowser,
}) => {
  test.setTimeout(120_000);
  const otherBrowser = await newBrowser();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const ann = new MapPage(page);
  let ben: MapPage;
  let viewerLink: string;
  /** What the server answers about the map to the browser of its owner. */
  const ask = async (rest = ""): Promise<string> => {
    const answer = await page.request.get(
      `/api${new URL(page.url()).pathname.replace("/m/", "/maps/")}${rest}`,
    );
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.text();
  };
  const mapNow = async () => JSON.parse(await ask()) as SystemMap;
  const elementNow = async (id: string) => (await mapNow()).elements.find((element) => element.id === id);

  await test.step("the real system is drawn", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: UNITING_CARE }).click();
    await ann.introduce(ANN);
    await expect(ann.card("Clinical commissioning group: Cambridgeshire and Peterborough CCG")).toBeVisible();
    await expect(ann.card(PARTNERSHIP)).toBeVisible();
    for (const parent of PARENTS) {
      await expect(ann.card(`Foundation trust: ${parent}`)).toBeVisible();
      await expect(ann.relation(`${parent} owns UnitingCare Partnership`)).toBeVisible();
    }
    await expect(ann.card(CONTRACT)).toHaveAccessibleName(
      /Older people’s and adult.*£726m.*Held by UnitingCare/,
    );
    await expect(ann.card("Sub-contract:")).toHaveCount(3);
  });

  await test.step("the finding says what is wrong, where it happened and what says so", async () => {
    const finding = ann.finding(NO_GUARANTEE);
    await expect(finding).toContainText(`neither of its parents, ${PARENTS[0]} and ${PARENTS[1]}`);
    await expect(finding).toContainText(/Precedent: Cambridgeshire 2015: .*£16m/);
    await expect(finding).toContainText(/Source: The King’s Fund, New care models/);
    await finding.getByRole("button", { name: NO_GUARANTEE }).click();
    await expect(ann.card(PARTNERSHIP)).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("the editor link brings in a second person", async () => {
    await ann.bar.getByRole("button", { name: "Share" }).click();
    viewerLink = await copyLink(ann, "viewer");
    const editorLink = await copyLink(ann, "editor");
    await ann.dialog.getByRole("button", { name: "Close" }).click();
    ben = await MapPage.join(await otherBrowser.newPage(), editorLink, BEN);
    await expect(ben.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
  });

  await test.step("each sees the other’s cursor, with name and organisation", async () => {
    await point(ann, ben);
    await expect(ann.canvas.getByText(BEN.name)).toBeVisible();
    await expect(ann.canvas.getByText(BEN.organisation)).toBeVisible();
    await expect(ben.canvas.getByText(ANN.name)).toBeVisible();
    await expect(ben.canvas.getByText(ANN.organisation, { exact: true })).toBeVisible();
  });

  await test.step("a card moves for the other while it is still being dragged", async () => {
    const note = "Note: Afterwards";
    const before = await boxOf(ann.card(note));
    const stored = (await elementNow("afterwards"))?.position;
    const from = await middleOf(ben.card(note));
    await ben.page.mouse.move(from.x, from.y);
    await ben.page.mouse.down();
    await ben.page.mouse.move(from.x + 60, from.y - 20, { steps: 4 });
    await expect.poll(async () => (await boxOf(ann.card(note))).x).toBeGreaterThan(before.x + 40);
    expect((await elementNow("afterwards"))?.position).toEqual(stored);
    await ben.page.mouse.up();
    await expect
      .poll(async () => (await elementNow("afterwards"))?.position.x)
      .toBeGreaterThan((stored?.x ?? 0) + 40);
  });

  await test.step("both rename the contract and change its value at once: both changes stay", async () => {
    for (const person of [ann, ben]) await person.inspect(person.card(CONTRACT));
    const [name, value] = [await ann.field("Name"), await ben.field("Total value")];
    await name.fill("Care for older people");
    await value.fill("800m");
    await Promise.all([name.press("Enter"), value.press("Enter")]);
    for (const person of [ann, ben])
      await expect(person.card(CONTRACT)).toHaveAccessibleName(/: Care for older people\..* £800m\./);
  });

  await test.step("both rename it, and both change its value, at the same moment: both see the same", async () => {
    for (const field of ["Name", "Total value"]) {
      const [one, other] = [await ann.field(field), await ben.field(field)];
      await one.fill(field === "Name" ? "Ann’s words" : "801m");
      await other.fill(field === "Name" ? "Ben’s words" : "802m");
      await Promise.all([one.press("Enter"), other.press("Enter")]);
    }
    const agreed = /: (Ann’s|Ben’s) words\..* £80[12]m\./;
    for (const person of [ann, ben]) await expect(person.card(CONTRACT)).toHaveAccessibleName(agreed);
    await expect
      .poll(
        async () =>
          (await ann.card(CONTRACT).getAttribute("aria-label")) ===
          (await ben.card(CONTRACT).getAttribute("aria-label")),
      )
      .toBe(true);
  });

  await test.step("the fix draws two dashed guarantees, and the finding goes for both", async () => {
    for (const person of [ann, ben]) await person.openFindings();
    await ann.finding(NO_GUARANTEE).getByRole("button", { name: "Propose both guarantees" }).click();
    for (const person of [ann, ben]) {
      for (const parent of PARENTS) {
        const guarantee = person.relation(
          new RegExp(`^${parent} guarantees UnitingCare Partnership: .*to be agreed`),
        );
        await expect(guarantee).toBeVisible();
        await expect(guarantee.locator("[stroke-dasharray]").first()).toBeAttached();
      }
      await expect(person.finding(NO_GUARANTEE)).toHaveCount(0);
    }
  });

  await test.step("undo takes back one’s own step only", async () => {
    await ben.inspect(ben.card(PARTNERSHIP));
    await (await ben.field("Notes")).fill("Wound up");
    await (await ben.field("Name")).fill("UnitingCare");
    await (await ben.field("Name")).press("Enter");
    await expect(ann.card("Joint venture: UnitingCare.")).toBeVisible();
    await ann.bar.getByRole("button", { name: /^Undo: Propose/ }).click();
    for (const person of [ann, ben]) {
      await expect(person.relation(/ guarantees /)).toHaveCount(0);
      await expect(person.card("Joint venture: UnitingCare.")).toBeVisible();
      await person.openFindings();
      await expect(person.finding(NO_GUARANTEE)).toBeVisible();
    }
  });

  await test.step("the server is killed: both are told; what is drawn meanwhile is kept", async () => {
    watch.allow(/WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/);
    for (const person of [ann, ben]) await expect(person.saveState).toHaveText("Saved for everyone");
    await server.kill();
    for (const person of [ann, ben]) await expect(person.saveState).toHaveText(/Reconnecting/);
    await ben.inspect(ben.card("Clinical commissioning group:"));
    await (await ben.field("Name")).fill("Cambridgeshire CCG");
    await (await ben.field("Name")).press("Enter");
    await expect(ben.saveState).toHaveText("Offline, 1 change kept on this device");
  });

  await test.step("the server is back: both reconnect by themselves and nothing is lost", async () => {
    await server.restart();
    for (const person of [ann, ben]) {
      await expect(person.saveState).toHaveText("Saved for everyone", { timeout: 20_000 });
      await expect(person.card("Clinical commissioning group: Cambridgeshire CCG")).toBeVisible();
      await expect(person.card(CONTRACT)).toHaveAccessibleName(/ words\./);
    }
    const { elements, relations } = await mapNow();
    expect([elements.length, relations.length]).toEqual([10, 17]);
    expect(elements.find(({ id }) => id === "unitingcare")).toMatchObject({
      name: "UnitingCare",
      notes: "Wound up",
    });
    await expect(ann.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
  });

  await test.step("the viewer link shows it all and changes nothing", async () => {
    const viewer = await MapPage.watchOnly(await (await newBrowser()).newPage(), viewerLink);
    await viewer.ready();
    await expect(viewer.bar.getByText("View only")).toBeVisible();
    await expect(viewer.canvas.getByRole("button")).toHaveCount(await ann.canvas.getByRole("button").count());
    await expect(viewer.finding(NO_GUARANTEE)).toBeVisible();
    const before = await mapNow();
    await offersNoEditing(viewer);
    await tryToEdit(viewer);
    // Once a later change of somebody else has come to the viewer, anything of the viewer's own would have arrived too.
    const code = await ben.field("ODS code");
    await ben.unfold("More");
    await code.fill("06H");
    await expect.poll(async () => (await elementNow("ccg")) as object).toHaveProperty("odsCode", "06H");
    await viewer.inspect(viewer.card("Clinical commissioning group:"));
    await viewer.unfold("More");
    await expect(viewer.panel.getByText("06H")).toBeVisible();
    const withCode = before.elements.map((element) =>
      element.id === "ccg" ? { ...element, odsCode: "06H" } : element,
    );
    expect(await mapNow()).toEqual({ ...before, elements: withCode });
  });

  await test.step("the pictures, and the same on the command line", async () => {
    const date = new Date().toISOString().slice(0, 10);
    const svg = (await ann.export("Picture (SVG)")).toString();
    expect(svg).toContain(`>${UNITING_CARE}<`);
    for (const inLegend of ["Commissioner", "Sub-contract", "Money, thicker for more"])
      expect(svg).toContain(`>${inLegend}<`);
    expect(svg).toContain(`Drawn on ${dayInWords(date)} · Not legal advice`);
    expect(await ask(`/export.svg?date=${date}`)).toBe(svg);

    const { widthPx, heightPx, bytes } = pngSize(await ann.export("Picture (PNG)"));
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect([widthPx, heightPx]).toEqual([Number(width) * 2, Number(height) * 2]);
    expect(bytes).toBeGreaterThan(50_000);

    const folder = await mkdtemp(join(tmpdir(), "plumbline-story-"));
    try {
      const file = join(folder, "taken-home.map.json");
      await writeFile(file, await ann.export("Map file"));
      const findings = JSON.parse(await plumbline("check", file, "--format", "json"));
      expect(findings).toEqual(JSON.parse(await ask("/findings")));
      expect(findings.findings.map(({ rule }: { rule: string }) => rule)).toContain(
        "missing-parent-guarantee",
      );
      await plumbline("export", file, "--to", "svg", "--date", date, "-o", join(folder, "picture.svg"));
      expect(await readFile(join(folder, "picture.svg"), "utf8")).toBe(svg);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Both point at a spot of the ground that no panel covers. */
async function point(...people: readonly MapPage[]): Promise<void> {
  for (const person of people) {
    const { x, y } = await groundSpot(person);
    await person.page.mouse.move(x - 10, y);
    await person.page.mouse.move(x, y);
  }
}

/** Copies a link from the open share dialog. */
async function copyLink({ dialog, page }: MapPage, role: "editor" | "viewer"): Promise<string> {
  await dialog.getByRole("button", { name: `Copy ${role} link` }).click();
  const shown = dialog.getByRole("textbox", { name: new RegExp(`^${role} link`, "i") });
  await expect(shown).toHaveValue(/\/m\/[\w-]+#\S+$/);
  await expect(dialog.getByText("The link is on the clipboard")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(shown).toHaveValue(link);
  return link;
}

async function offersNoEditing(viewer: MapPage): Promise<void> {
  const { bar, palette, panel } = viewer;
  await expect(palette).toHaveCount(0);
  await expect(bar.getByRole("button", { name: /Undo|Redo|Map details/ })).toHaveCount(0);
  await expect(panel.getByRole("button", { name: /Propose/ })).toHaveCount(0);
  await viewer.inspect(viewer.card(CONTRACT));
  await expect(panel.getByText("Total value", { exact: true })).toBeVisible();
  await expect(panel.getByRole("textbox")).toHaveCount(0);
  await expect(panel.getByRole("button", { name: /Delete/ })).toHaveCount(0);
}

/** Everything by which an editor would change the map. */
async function tryToEdit(viewer: MapPage): Promise<void> {
  const { page, canvas } = viewer;
  const card = viewer.card("Note: Afterwards");
  const { x, y } = await middleOf(card);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y - 40, { steps: 3 });
  await page.mouse.up();
  await card.focus();
  for (const key of ["Space", "ArrowRight", "Enter", "F2", "Delete", "Control+z", "c", "k", "Enter"])
    await page.keyboard.press(key);
  const ground = await groundSpot(viewer);
  await page.mouse.dblclick(ground.x, ground.y);
  await expect(viewer.dialog).toHaveCount(0);
  await expect(canvas.getByRole("textbox")).toHaveCount(0);
}

function pngSize(png: Buffer): { widthPx: number; heightPx: number; bytes: number } {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { widthPx: png.readUInt32BE(16), heightPx: png.readUInt32BE(20), bytes: png.length };
}

function dayInWords(date: string): string {
  return new Date(date).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** Runs the command line; gives its standard output. `check` says with exit code 1 that something must be fixed. */
function plumbline(...words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [COMMAND, ...words], (error, stdout, stderr) => {
      if (error !== null && error.code !== 1) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
