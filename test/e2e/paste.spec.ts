import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const REGISTER = [
  ["Contract", "Commissioner", "Provider", "Annual value", "Start", "Term"],
  ["Older people", "Fenland CCG", "UnitingCare LLP", "£145.2m", "Apr 2015", "5 years"],
  ["Diabetes", "NHS Fenland CCG", "Fenland Hospitals NHS FT", "lots", "01/04/2015", "36 months"],
]
  .map((row) => row.join("\t"))
  .join("\r\n");

/** Has the browser paste a text, as it would after Ctrl+V, where the focus is. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

test("cards go by the clipboard from one map to another, and the same keys in a field are the field's", async ({
  page,
  request,
  context,
}) => {
  const [one, other] = [await makeMap(request, { template: "alliance" }), await makeMap(request)];
  const map = await MapPage.join(page, one.links.owner);
  const before = await mapOnServer(request, one);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");

  const second = await context.newPage();
  await second.goto(other.links.owner);
  const there = new MapPage(second);
  await there.ready();
  await expect(there.canvas.getByRole("heading", { name: "This map is empty" })).toBeVisible();
  await second.keyboard.press("Control+v");
  await expect(there.canvas.getByRole("button", { pressed: true })).not.toHaveCount(0);
  await expect
    .poll(async () => (await mapOnServer(request, other)).relations.length)
    .toBe(before.relations.length);
  const after = await mapOnServer(request, other);
  expect(after.elements.map(({ name }) => name)).toEqual(before.elements.map(({ name }) => name));
  expect(after.elements.some(({ id }) => before.elements.some((element) => element.id === id))).toBe(false);

  await test.step("cut takes them away, one undo brings them back", async () => {
    await second.keyboard.press("Control+x");
    await expect(there.canvas.getByRole("heading", { name: "This map is empty" })).toBeVisible();
    await second.keyboard.press("Control+z");
    await expect
      .poll(async () => (await mapOnServer(request, other)).elements.length)
      .toBe(before.elements.length);
  });

  await test.step("in a field the keys copy and paste text", async () => {
    await page.bringToFront();
    const card = map.canvas.getByRole("button", { pressed: true }).first();
    await map.inspect(card);
    const name = await map.field("Name");
    await name.fill("Another name");
    await name.press("Control+a");
    await name.press("Control+c");
    await name.press("End");
    await name.press("Control+v");
    await expect(name).toHaveValue("Another nameAnother name");
  });
});

test("a register out of Excel becomes contracts, joined and laid out, after what cannot be read is put right", async ({
  page,
  request,
}) => {
  const made = await makeMap(request);
  const map = await MapPage.join(page, made.links.owner);
  await expect(map.canvas.getByRole("heading", { name: "This map is empty" })).toBeVisible();
  await expectAccessible(page, "an empty map");
  await pasteText(page, REGISTER);
  const dialog = page.getByRole("dialog", { name: "Paste a list or a table" });
  await expect(dialog.getByRole("button", { name: "Contracts This is" })).toBeVisible();
  const wrong = dialog.getByRole("textbox", { name: "Row 3: put right “lots”" });
  await expect(wrong).toHaveAccessibleDescription(/“lots” is not an amount/);
  await expect(dialog.getByRole("status")).toContainText("3 organisations: all new · 2 contracts: all new");
  await expectAccessible(page, "the dialog for a pasted table");
  await wrong.fill("1.25m");
  await expect(wrong).toHaveAccessibleDescription("£1,250,000");

  await test.step("a column may be taken for another, or left out", async () => {
    await dialog.getByRole("button", { name: "Term Term" }).click();
    await page.getByRole("option", { name: "Leave out" }).click();
  });
  await dialog.getByRole("button", { name: "Add to the map" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(map.relation("Fenland CCG commissions Diabetes")).toBeVisible();
  await expect(map.relation("Fenland Hospitals NHS FT holds Diabetes")).toBeVisible();
  await expect.poll(async () => (await mapOnServer(request, made)).elements.length).toBe(5);
  const { elements } = await mapOnServer(request, made);
  expect(elements.find(({ name }) => name === "Diabetes")).toMatchObject({
    annualValue: 1_250_000,
    start: "2015-04-01",
  });
  expect(elements.find(({ name }) => name === "Diabetes")).not.toHaveProperty("termMonths");

  await test.step("the same again finds everything there", async () => {
    await pasteText(page, REGISTER);
    await expect(dialog.getByRole("status")).toContainText("3 organisations: all already on the map");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });
  await test.step("one undo takes all of it away", async () => {
    await map.bar.getByRole("button", { name: /^Undo: Add 3 organisations and 2 contracts/ }).click();
    await expect(map.canvas.getByRole("heading", { name: "This map is empty" })).toBeVisible();
  });
});

test("hard input: 5,000 rows, a name of 10,000 characters, a file, and a list typed without a clipboard", async ({
  page,
  request,
}) => {
  const made = await makeMap(request);
  const map = await MapPage.join(page, made.links.owner);
  const dialog = page.getByRole("dialog");

  await test.step("5,000 rows: says what is taken, and why; few of them are drawn", async () => {
    await expect(map.canvas.getByRole("heading", { name: "This map is empty" })).toBeVisible();
    await pasteText(page, Array.from({ length: 5_000 }, (_, row) => `Practice ${row}`).join("\n"));
    await expect(
      dialog.getByText(/^The first 2,00\d of 5,000 rows are taken: more cards at once/),
    ).toBeVisible();
    expect(await dialog.getByRole("row").count()).toBeLessThan(40);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("a name of 10,000 characters is refused at its cell", async () => {
    await page.getByRole("button", { name: "Paste a list or table" }).click();
    await dialog.getByRole("textbox").fill(`${"x".repeat(10_000)}\nWigan Council`);
    await dialog.getByRole("button", { name: "Continue" }).click();
    await expect(dialog.getByText(/^This has 10,000 characters\. A name may have/)).toBeVisible();
    await page.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(page, "the dialog for a pasted table, 320 px wide");
    const add = dialog.getByRole("button", { name: "Add to the map" });
    await add.click();
    await expect(dialog).toHaveCount(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await expect(map.card("Local authority: Wigan Council")).toBeVisible();
    await expect.poll(async () => (await mapOnServer(request, made)).elements.length).toBe(1);
  });

  await test.step("a file is dropped: a workbook is named, a CSV file asked about, a map file added", async () => {
    await dropFile(page, "register.xlsx", "PK");
    await expect(page.getByText("“register.xlsx” is a workbook.")).toBeVisible();
    await dropFile(page, "bodies.csv", "Name,Kind\nBolton Council,Council\nWigan council,Council");
    await expect(dialog.getByRole("status")).toHaveText("2 organisations: 1 new, 1 already on the map");
    await dialog.getByRole("button", { name: "Add to the map" }).click();
    await expect(map.card("Local authority: Bolton Council")).toBeVisible();
    await dropFile(page, "copy.map.json", JSON.stringify(await mapOnServer(request, made)));
    await expect.poll(async () => (await mapOnServer(request, made)).elements.length).toBe(4);
  });
});

async function dropFile(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text ?? ""], fileName ?? ""));
      const target = document.querySelector(".react-flow__pane");
      const at = { bubbles: true, cancelable: true, clientX: 500, clientY: 600, dataTransfer };
      for (const type of ["dragover", "drop"]) target?.dispatchEvent(new DragEvent(type, at));
    },
    [name, content],
  );
}
