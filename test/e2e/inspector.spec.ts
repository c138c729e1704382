import { expect } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { ANN, BEN, MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const CONTRACT = "Prime provider contract: Older people";
const at = (x: number, y: number) => ({ position: { x, y } });
const MAP = {
  format: "system-map",
  version: 1,
  title: "Inspected",
  regime: "england-2012",
  asOf: "2016-04-01",
  elements: [
    { id: "ccg", type: "organisation", kind: "ccg", name: "Fenland CCG", population: 100_000, ...at(0, 0) },
    { id: "trust", type: "organisation", kind: "nhs-trust", name: "City Trust", ...at(0, 400) },
    {
      id: "head",
      type: "contract",
      kind: "prime-provider",
      name: "Older people",
      status: "live",
      totalValue: 50_000_000,
      start: "2015-04-01",
      termMonths: 60,
      ...at(0, 180),
    },
    { id: "one", type: "contract", kind: "sub-contract", name: "Beds", status: "live", ...at(320, 180) },
    { id: "two", type: "contract", kind: "sub-contract", name: "Nurses", status: "awarded", ...at(320, 400) },
    { id: "still", type: "contract", kind: "grant", name: "Still", locked: true, ...at(320, 0) },
  ],
  relations: [
    { id: "buys", type: "commissions", from: "ccg", to: "head" },
    { id: "holds", type: "holds", from: "trust", to: "head" },
    { id: "under-one", type: "under", from: "one", to: "head" },
  ],
};

test("a field says what it means, how it is read, what follows and who is in it", async ({
  page,
  request,
  newBrowser,
}) => {
  test.setTimeout(90_000);
  const made = await makeMap(request, { map: MAP });
  const ann = await MapPage.join(page, made.links.owner, ANN);
  await ann.inspect(ann.card(CONTRACT));

  await test.step("help by key, for one field and for all", async () => {
    const risk = await ann.field("Risk share");
    await risk.press("F1");
    await expect(ann.panel.getByText("Who bears it when care costs more")).toBeVisible();
    await expect(risk).toHaveAccessibleDescription(/Who bears it/);
    await risk.press("F1");
    await expect(risk).not.toHaveAccessibleDescription(/Who bears it/);
    await ann.panel.getByRole("button", { name: "Explain", exact: true }).press("Enter");
    await expect(ann.panel.getByText("The first day of the term.")).toBeVisible();
    await expect(ann.panel.getByText("Prime provider contract: One body answers")).toBeVisible();
  });

  await test.step("a figure is read at each key; nonsense is named once it is left", async () => {
    const value = await ann.field("Estimated annual cost");
    await value.fill("12.5");
    await value.press("End");
    await page.keyboard.type("m");
    await expect(value).toHaveAccessibleDescription(/£12,500,000/);
    await value.fill("a lot");
    await expect(value).toHaveAttribute("aria-invalid", "false");
    await value.blur();
    await expect(value).toHaveAttribute("aria-invalid", "true");
    await expect(value).toHaveAccessibleDescription(/Write it like 726m, £1.2bn or 650,000/);
    await value.press("Escape");
    await expect(value).toHaveValue("");
  });

  await test.step("what follows is marked as derived and says what is missing", async () => {
    const derived = ann.panel.getByRole("group").filter({ hasText: /^Derived from the map/ });
    await expect(derived).toContainText("31 March 2020");
    await expect(derived).toContainText("4 years");
    await expect(derived).toContainText("£100");
    await expect(derived).toContainText("The annual income of City Trust is missing.");
  });

  await test.step("what the rules say hangs at the field, with its fix", async () => {
    const route = await ann.field("Procurement");
    await expect(route).toHaveAccessibleDescription(/How it was procured is not stated/);
    await ann.panel.getByRole("button", { name: /How it was procured/ }).click();
    await expect(ann.panel.getByRole("article", { name: /How it was procured is not stated/ })).toBeVisible();
    await ann.openInspector();
  });

  await test.step("somebody else in the field is named, until they leave it", async () => {
    const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
    await ben.inspect(ben.card(CONTRACT));
    await (await ben.field("Notes")).focus();
    const notes = await ann.field("Notes");
    await expect(notes).toHaveAccessibleDescription(/Ben Okafor is editing this/);
    await expectAccessible(page, "fields explained, somebody else in one");
    await (await ben.field("Notes")).blur();
    await expect(notes).not.toHaveAccessibleDescription(/Ben Okafor/);
  });
});

test("what is typed outlives a deletion by somebody else, a reload, and being far too long", async ({
  page,
  request,
  newBrowser,
}) => {
  test.setTimeout(90_000);
  const made = await makeMap(request, { map: MAP });
  const ann = await MapPage.join(page, made.links.owner, ANN);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  const kept = ann.panel.getByRole("region", { name: "Text kept from what was deleted" });

  await test.step("the text of a field is kept, and comes back with the card", async () => {
    await ann.inspect(ann.card(CONTRACT));
    const cost = await ann.field("Estimated annual cost");
    await cost.fill("11m");
    await ben.card(CONTRACT).click();
    await ben.page.keyboard.press("Delete");
    await expect(kept).toContainText("Ben Okafor deleted Older people while you were editing it.");
    await expect(kept.getByLabel("Estimated annual cost", { exact: true })).toHaveValue("11m");
    await expectAccessible(page, "deleted while editing");
    await kept.getByRole("button", { name: "Bring it back" }).click();
    await expect(ben.card(CONTRACT)).toBeVisible();
    await expect(ben.relation("Fenland CCG commissions Older people")).toBeVisible();
    await expect(await ann.field("Estimated annual cost")).toHaveValue("11m");
    await ann.panel.getByRole("button", { name: "Save mine" }).click();
    await expect
      .poll(async () => (await mapOnServer(request, made)).elements.find(({ id }) => id === "head"))
      .toMatchObject({ estimatedAnnualCost: 11_000_000 });
  });

  await test.step("so is the name that is being typed on the card", async () => {
    await ann.card(/Sub-contract: Nurses/).click();
    await page.keyboard.press("F2");
    await page.keyboard.type("District nurses");
    await ben.card(/Sub-contract: Nurses/).click();
    await ben.page.keyboard.press("Delete");
    await expect(kept.getByLabel("Name", { exact: true })).toHaveValue("District nurses");
    await kept.getByRole("button", { name: "Let the text go" }).click();
    await expect(kept).toHaveCount(0);
  });

  await test.step("a name of 10,000 characters is refused, kept, and there after a reload", async () => {
    await ann.inspect(ann.card(CONTRACT));
    const name = await ann.field("Name");
    await name.fill("x".repeat(10_000));
    await expect(name).toHaveAccessibleDescription(/This has 10,000 characters, and 1,000 fit\./);
    await page.reload();
    await ann.ready();
    await ann.openInspector();
    await ann.panel
      .getByRole("region", { name: "Typed and not saved" })
      .getByRole("button", { name: /Older people.*Name/ })
      .click();
    await expect(name).toHaveValue("x".repeat(10_000));
    await name.press("Escape");
    await expect(name).toHaveValue("Older people");
    await expect(ann.panel.getByRole("region", { name: "Typed and not saved" })).toHaveCount(0);
  });
});

test("several are edited together in one step; what is locked stays as it is", async ({ page, request }) => {
  const made = await makeMap(request, { map: MAP });
  const ann = await MapPage.join(page, made.links.owner, ANN);
  const statuses = async () =>
    (await mapOnServer(request, made)).elements.flatMap((each) =>
      each.type === "contract" ? [each.status ?? "none"] : [],
    );
  await ann.inspect(ann.card(/Sub-contract: Beds/));
  for (const name of [/Sub-contract: Nurses/, /Grant: Still/, /Clinical commissioning group/])
    await ann.card(name).click({ modifiers: ["Shift"] });
  await expect(ann.panel.getByRole("heading", { name: "4 selected" })).toBeVisible();
  await expect(ann.panel.getByText("1 locked card stays as it is.")).toBeVisible();
  await expect(ann.panel.getByLabel("Status", { exact: true })).toHaveCount(0);
  await ann.panel.getByRole("button", { name: "Select only the 3 contracts" }).click();
  const status = await ann.field("Status");
  await expect(status.locator("option:checked")).toHaveText("Mixed (2 values)");
  await expectAccessible(page, "several selected");
  await status.selectOption("Terminated");
  await expect.poll(statuses).toEqual(["live", "terminated", "terminated", "none"]);
  const undo = ann.bar.getByRole("button", { name: /Undo: Change status of 2 contracts/ });
  await undo.click();
  await expect.poll(statuses).toEqual(["live", "live", "awarded", "none"]);
  await (await ann.field("Term")).fill("3 years");
  await (await ann.field("Term")).press("Enter");
  await expect
    .poll(
      async () => (await mapOnServer(request, made)).elements.filter((each) => "termMonths" in each).length,
    )
    .toBe(3);

  await ann.panel.getByRole("button", { name: "Still", exact: true }).click();
  await expect(ann.panel.getByText("Locked: its fields can be read, not changed.")).toBeVisible();
  await expect(ann.panel.getByLabel("Name", { exact: true })).toHaveCount(0);
  await expect(ann.panel.getByText("Kept from other tools")).toHaveCount(0);
});

test("a card becomes another kind or type after saying what would be lost, and Undo brings it all back", async ({
  page,
  request,
}) => {
  const made = await makeMap(request, { map: MAP });
  const ann = await MapPage.join(page, made.links.owner, ANN);
  const before = await mapOnServer(request, made);
  await ann.inspect(ann.card(/NHS trust: City Trust/));

  await test.step("another kind asks where something would no longer fit", async () => {
    await (await ann.field("Kind")).selectOption("Local authority");
    await expect(ann.dialog).toContainText("It holds 1 contract; commissioners buy and do not hold.");
    await expect(ann.dialog).toContainText("A commissioner acts as a provider");
    await ann.dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(await ann.field("Kind")).toHaveValue("nhs-trust");
    await (await ann.field("Kind")).selectOption("Foundation trust");
    await expect(ann.card(/Foundation trust: City Trust/)).toBeVisible();
    await ann.bar.getByRole("button", { name: /^Undo/ }).first().click();
  });

  await test.step("another type names what is lost, and keeps the rest", async () => {
    await ann.inspect(ann.card(/Clinical commissioning group: Fenland CCG/));
    await ann.panel.getByRole("button", { name: "Convert to…" }).click();
    await ann.dialog.getByLabel("Becomes").selectOption("Joint committee");
    await expect(ann.dialog).toContainText("Fields: Population");
    await expect(ann.dialog).toContainText("and 1 connection too");
    await expectAccessible(page, "another type");
    await ann.dialog.getByRole("button", { name: "Make it: Joint committee" }).click();
    await expect(ann.card(/Joint committee: Fenland CCG/)).toBeFocused();
    await expect(ann.relation("Fenland CCG commissions Older people")).toBeVisible();
    await ann.bar.getByRole("button", { name: /Undo: Convert Fenland CCG/ }).click();
    await expect(ann.card(/Clinical commissioning group: Fenland CCG/)).toBeVisible();
    await expect.poll(() => mapOnServer(request, made)).toEqual(before);
  });
});
