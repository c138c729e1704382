import { expect, type Locator } from "@playwright/test";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { expectAccessible } from "./support/axe.ts";
import { ANN, BEN, MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

const NO_GUARANTEE = "Must fix: No parent guarantee";
const PRICE = "The price may not cover the cost";
const CONTRACT = "Prime provider contract: Older people";
const ACCEPTED = /^Accepted by the room/;

/** How many findings the panel counts, as it says them aloud: the number in the shape is for the eye. */
async function counts({ panel }: MapPage): Promise<Record<string, number>> {
  const list = panel.getByRole("list", { name: "How many findings there are" });
  const words = await list.locator("button > span").allTextContents();
  return Object.fromEntries(words.map((word) => [word.replace(/^\d+\s*/, ""), Number.parseInt(word, 10)]));
}

async function accept(map: MapPage, finding: Locator, reason: string): Promise<void> {
  await finding.getByRole("button", { name: /^Accept…/ }).click();
  await map.dialog.getByLabel("Reason").fill(reason);
  await map.dialog.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(map.dialog).toHaveCount(0);
}

test("a finding is accepted with a reason, comes back when its facts change, and can be withdrawn", async ({
  page,
  request,
}) => {
  test.slow();
  const made = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, made.links.owner);
  const { panel, dialog } = map;
  const finding = map.finding(PRICE);
  await expect(finding).toBeVisible();
  const before = await counts(map);

  await test.step("it asks for a reason and a name, and says what is wrong with the date", async () => {
    await finding.getByRole("button", { name: /^Accept…/ }).click();
    await expect(dialog.getByLabel("Accepted by")).toHaveValue(ANN.name);
    await dialog.getByLabel("Accepted by").fill("");
    await dialog.getByLabel("Look at it again by").fill("yesterday");
    await dialog.getByRole("button", { name: "Accept", exact: true }).click();
    await expect(dialog.getByLabel("Reason")).toBeFocused();
    await expect(dialog.getByText("Give the reason")).toBeVisible();
    await expect(dialog.getByText("Give the name")).toBeVisible();
    await expect(dialog.getByText("This is not a date")).toBeVisible();
    await expectAccessible(page, "accepting without a reason");
    await dialog.getByLabel("Reason").fill("The trusts have promised the difference.");
    await dialog.getByLabel("Accepted by").fill("A. Chair");
    await dialog.getByLabel("Look at it again by").fill("1 April 2099");
    await dialog.getByRole("button", { name: "Accept", exact: true }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("it leaves the counts and the badge, and stays listed with what was said", async () => {
    await expect(panel.getByRole("heading", { name: ACCEPTED })).toHaveText("Accepted by the room (1)");
    await expect(finding).toContainText("“The trusts have promised the difference.”");
    await expect(finding).toContainText(/Accepted by A\. Chair on \d+ \w+ \d{4}/);
    await expect(finding).toContainText("To be looked at again by 1 April 2099");
    expect(await counts(map)).toEqual({ ...before, "Should fix": (before["Should fix"] ?? 0) - 1 });
    await expect(map.card(CONTRACT)).toHaveAccessibleName(
      new RegExp(`${(before["Should fix"] ?? 0) - 1} findings?, should fix`),
    );
    await expectAccessible(page, "an accepted finding");
  });

  await test.step("one undo takes it back, and a redo brings it again", async () => {
    await map.bar.getByRole("button", { name: /^Undo/ }).click();
    await expect(panel.getByRole("heading", { name: ACCEPTED })).toHaveCount(0);
    expect(await counts(map)).toEqual(before);
    await map.bar.getByRole("button", { name: /^Redo/ }).click();
    await expect(panel.getByRole("heading", { name: ACCEPTED })).toBeVisible();
    await expect
      .poll(async () => (await mapOnServer(request, made)).decisions)
      .toMatchObject([
        { rule: "price-below-cost", subjects: ["contract"], by: "A. Chair", reviewBy: "2099-04-01" },
      ]);
  });

  await test.step("it comes back by itself when the price changes, with what was said then", async () => {
    await map.inspect(map.card(CONTRACT));
    const value = await map.field("Total value");
    await value.fill("£700m");
    await value.press("Enter");
    await map.openFindings();
    await expect(finding).toContainText("It was accepted before. The facts have changed since");
    await expect(finding).toContainText("“The trusts have promised the difference.”");
    await expect(panel.getByRole("heading", { name: ACCEPTED })).toHaveCount(0);
    await expectAccessible(page, "a finding that has come back");
    await map.bar.getByRole("button", { name: /^Undo/ }).click();
    await expect(panel.getByRole("heading", { name: ACCEPTED })).toBeVisible();
  });

  await test.step("withdrawing is one step too", async () => {
    await finding.getByRole("button", { name: /^Withdraw/ }).click();
    await expect(panel.getByRole("heading", { name: ACCEPTED })).toHaveCount(0);
    await expect(finding).not.toContainText("accepted before");
    expect(await counts(map)).toEqual(before);
  });
});

test("two people who accept the same finding at once agree on one decision", async ({
  page,
  request,
  newBrowser,
  watch,
}) => {
  test.slow();
  watch.allow(/Failed to load resource|WebSocket|ERR_INTERNET_DISCONNECTED/);
  const made = await makeMap(request, { template: UNITING_CARE });
  const other = await newBrowser();
  const ann = await MapPage.join(page, made.links.owner);
  const ben = await MapPage.join(await other.newPage(), made.links.editor, BEN);
  // The dialog is loaded while there is a connection.
  await ben
    .finding(NO_GUARANTEE)
    .getByRole("button", { name: /^Accept…/ })
    .click();
  await expect(ben.dialog.getByLabel("Reason")).toBeVisible();
  await other.setOffline(true);
  await ben.dialog.getByLabel("Reason").fill("Ben’s reason");
  await ben.dialog.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(ben.finding(NO_GUARANTEE)).toContainText("Ben’s reason");
  await accept(ann, ann.finding(NO_GUARANTEE), "Ann’s reason");
  await expect(ann.finding(NO_GUARANTEE)).toContainText("Ann’s reason");
  await other.setOffline(false);
  await expect(ben.saveState).toHaveText(/Saved for everyone/);
  await expect.poll(async () => (await mapOnServer(request, made)).decisions?.length).toBe(1);
  const [decision] = (await mapOnServer(request, made)).decisions ?? [];
  expect([
    { by: ANN.name, reason: "Ann’s reason" },
    { by: BEN.name, reason: "Ben’s reason" },
  ]).toContainEqual({ by: decision?.by, reason: decision?.reason });
  for (const person of [ann, ben]) {
    await expect(person.finding(NO_GUARANTEE)).toContainText(`“${decision?.reason}”`);
    await expect(person.finding(NO_GUARANTEE)).toContainText(`Accepted by ${decision?.by}`);
  }
});

test("the list is filtered, grouped, and gone through with the keyboard; the counts stay those of the map", async ({
  page,
  request,
}) => {
  test.slow();
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, links.owner, {
    name: "Ann",
    organisation: "Cambridgeshire and  Peterborough CCG",
  });
  const { panel, dialog } = map;
  const cards = panel.getByRole("article");
  const status = panel.getByRole("status").filter({ hasText: "listed" });
  await expect(map.finding(NO_GUARANTEE)).toBeVisible();
  const all = await cards.count();
  const before = await counts(map);
  const choose = async (field: RegExp, option: string) => {
    await dialog.getByRole("button", { name: field }).click();
    await page.getByRole("option", { name: option }).click();
  };

  await test.step("next and previous from the canvas and from the panel", async () => {
    await map.card(/.+/).first().focus();
    await page.keyboard.press("F8");
    const title = cards.first().getByRole("button").first();
    await expect(title).toBeFocused();
    await expect(title).toHaveAttribute("aria-current", "true");
    await expect(map.card("Joint venture: UnitingCare Partnership")).toHaveAttribute("aria-pressed", "true");
    await expect(panel.getByText(`1 of ${all}`)).toBeVisible();
    await page.keyboard.press("F8");
    await expect(cards.nth(1).getByRole("button").first()).toBeFocused();
    await page.keyboard.press("Shift+F8");
    await page.keyboard.press("Shift+F8");
    await expect(cards.last().getByRole("button").first()).toBeFocused();
    await panel.getByRole("button", { name: "Next finding" }).click();
    await expect(title).toBeFocused();
    await expectAccessible(page, "a finding that is shown");
  });

  await test.step("from the inspector, and not while somebody types", async () => {
    await map.openInspector();
    const title = panel.getByRole("tab", { name: "Inspector" });
    await title.focus();
    await map.inspect(map.card(CONTRACT));
    const name = await map.field("Name");
    await name.focus();
    await page.keyboard.press("F8");
    await expect(name).toBeFocused();
    await map.card(CONTRACT).focus();
    await page.keyboard.press("F8");
    await expect(cards.nth(1).getByRole("button").first()).toBeFocused();
  });

  await test.step("by severity", async () => {
    await panel.getByRole("button", { name: /Must fix$/ }).click();
    await expect(cards).toHaveCount(before["Must fix"] ?? 0);
    await expect(status).toContainText(`${before["Must fix"]} of ${all} listed: must fix`);
    expect(await counts(map)).toEqual(before);
    await expectAccessible(page, "findings by severity");
    await panel.getByRole("button", { name: "Show all" }).click();
    await expect(cards).toHaveCount(all);
  });

  await test.step("by rule, and under headings by rule and by element", async () => {
    await panel.getByRole("button", { name: "Filter and group" }).click();
    await choose(/^Group by|Group by$/, "Card or line");
    await choose(/Rule$|^Rule/, PRICE);
    await expectAccessible(page, "the filter");
    await page.keyboard.press("Escape");
    await expect(cards).toHaveCount(1);
    await expect(panel.getByRole("heading", { name: /^Older people’s and adult.* \(1\)$/ })).toBeVisible();
    await panel.getByRole("button", { name: "Show all" }).click();
    await expect(panel.getByRole("heading", { name: "UnitingCare Partnership" })).toBeVisible();
  });

  await test.step("about what is chosen on the map: the list follows, and stays in front", async () => {
    await panel.getByRole("button", { name: "Filter and group" }).click();
    await choose(/About/, "What I choose on the map");
    await page.keyboard.press("Escape");
    await map.card(CONTRACT).click();
    await expect(status).toContainText("about what is chosen on the map");
    await expect(map.finding(PRICE)).toBeVisible();
    await map.card("Note: Afterwards").click();
    await expect(cards).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(panel.getByText("Nothing is chosen.")).toBeVisible();
  });

  await test.step("about my organisation, which is known by its name", async () => {
    await panel.getByRole("button", { name: "Filter and group" }).click();
    await choose(/About/, "My organisation");
    await page.keyboard.press("Escape");
    await expect(status).toContainText("about Cambridgeshire and Peterborough CCG");
    await expect(map.finding(PRICE)).toBeVisible();
    await expect(map.finding(NO_GUARANTEE)).toBeVisible();
  });

  await test.step("a badge brings back what the filter leaves out", async () => {
    await panel.getByRole("button", { name: /Should fix$/ }).click();
    await expect(map.finding(NO_GUARANTEE)).toHaveCount(0);
    await map.canvas.locator("[data-id=unitingcare] [data-badge]").first().click();
    await expect(map.finding(NO_GUARANTEE).getByRole("button").first()).toBeFocused();
    await expect(cards).toHaveCount(all);
  });
});

const UNDER_TWO_ACTS: SystemMap = {
  format: "system-map",
  version: 1,
  title: "Delegated commissioning",
  regime: "england-2012",
  asOf: "2023-04-01",
  elements: [
    {
      id: "england",
      type: "organisation",
      kind: "nhs-england",
      name: "NHS England",
      position: { x: 0, y: 0 },
    },
    {
      id: "trust",
      type: "organisation",
      kind: "foundation-trust",
      name: "Westshire FT",
      position: { x: 0, y: 300 },
    },
    {
      id: "contract",
      type: "contract",
      kind: "nhs-standard",
      name: "Mental health",
      services: ["mental-health"],
      position: { x: 400, y: 300 },
    },
  ],
  relations: [
    {
      id: "delegates",
      type: "delegates",
      from: "england",
      to: "trust",
      function: "nhs-commissioning",
      level: "delegated",
      legalBasis: "section-65z5",
    },
    { id: "buys", type: "commissions", from: "trust", to: "contract" },
  ],
};
const COMMISSIONS = "A provider acts as a commissioner";

test("what another Act changes is shown before the map is switched to it, in one step", async ({
  page,
  request,
}) => {
  const { links } = await makeMap(request, { map: UNDER_TWO_ACTS });
  const map = await MapPage.join(page, links.editor);
  const { panel, dialog } = map;
  await expect(map.finding(COMMISSIONS)).toBeVisible();
  const inForce = panel.getByRole("button", { name: /rules, as of 1 April 2023/ });
  await expect(inForce).toHaveText("2012 Act rules, as of 1 April 2023");

  await inForce.click();
  const date = dialog.getByRole("textbox", { name: "As of" });
  await date.fill("31 April 2023");
  await date.press("Enter");
  await expect(dialog.getByText("This is not a date.")).toBeVisible();
  await expectAccessible(page, "rules in force, with a date that is none");
  await date.press("Escape");
  await date.fill("1 May 2023");
  await date.press("Enter");
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: "2012 Act rules, as of 1 May 2023" })).toBeVisible();
  await map.bar.getByRole("button", { name: /^Undo/ }).click();

  const preview = page.getByRole("dialog", { name: "Switch to the 2022 Act rules?" });
  const open = async () => {
    if (!(await dialog.isVisible())) await inForce.click();
    await dialog.getByRole("button", { name: /Rules that apply/ }).click();
    await page.getByRole("option", { name: /2022/ }).click();
  };
  await open();
  await expect(preview.getByText(/^Under the 2022 Act rules: \d+ findings? goe?s?/)).toBeVisible();
  const go = preview.locator("section").filter({ has: page.getByRole("heading", { name: /^Go \(/ }) });
  await expect(go).toContainText(COMMISSIONS);
  await expect(go).toContainText("Westshire FT, a provider, commissions “Mental health”");
  await expect(preview).toContainText("Checked to 21 November 2026; a Health Bill is before Parliament.");
  await expectAccessible(page, "what another Act changes");
  await preview.getByRole("button", { name: "Cancel" }).click();
  await expect(inForce).toHaveText("2012 Act rules, as of 1 April 2023");

  await map.openInspector();
  await panel
    .getByRole("combobox", { name: "Regime" })
    .selectOption({ label: "England, Health and Care Act 2022" });
  await expect(preview).toBeVisible();
  await preview.getByRole("button", { name: "Close" }).click();
  await map.openFindings();

  await open();
  await preview.getByRole("button", { name: "Switch to the 2022 Act rules" }).click();
  await expect(inForce).toHaveText("2022 Act rules, as of 1 April 2023");
  await expect(map.finding(COMMISSIONS)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(inForce).toHaveText("2012 Act rules, as of 1 April 2023");
  await expect(map.finding(COMMISSIONS)).toBeVisible();
});

test("the facilitator keeps the findings: nobody else sees or hears of them, until they are shown again", async ({
  page,
  request,
  newBrowser,
}) => {
  test.slow();
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), links.editor, BEN);
  await expect(ben.finding(NO_GUARANTEE)).toBeVisible();
  await expect(ben.panel.getByRole("button", { name: "Findings settings" })).toHaveCount(0);
  const show = async (to: string) => {
    await ann.panel.getByRole("button", { name: "Findings settings" }).click();
    await expectAccessible(page, "the settings of the findings");
    await page.getByRole("menuitemradio", { name: to }).click();
  };
  await show("Facilitators only");
  await expect(ann.panel.getByText("Only facilitators see these findings.")).toBeVisible();
  await expect(ann.finding(NO_GUARANTEE)).toBeVisible();
  await expect(ben.panel.getByText("The facilitator has chosen to see the findings alone.")).toBeVisible();
  await expect(ben.panel.getByRole("article")).toHaveCount(0);
  await expect(ben.panel.getByRole("tab", { name: "Findings", exact: true })).toBeVisible();
  await expect(ben.canvas.locator("[data-badge]")).toHaveCount(0);
  await expect(ben.card(/finding/)).toHaveCount(0);
  await ben.inspect(ben.card(CONTRACT));
  await expect(ben.panel.getByText("Findings that name it")).toHaveCount(0);
  await ben.page.keyboard.press("F8");
  await expect(ben.panel.getByRole("article")).toHaveCount(0);
  await expectAccessible(ben.page, "findings that are not shown");
  const picture = (await ben.export("Picture (SVG)")).toString();
  expect(picture).not.toContain("No parent guarantee");
  expect(picture).not.toContain("number of findings");
  await show("Everybody");
  await expect(ben.finding(NO_GUARANTEE)).toBeVisible();
  await expect(ben.canvas.locator("[data-badge]").first()).toBeAttached();
});

test("the facilitator sets a rule otherwise for the map, for everybody to see", async ({
  page,
  request,
  newBrowser,
}) => {
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, links.owner);
  const ben = await MapPage.join(await (await newBrowser()).newPage(), links.editor, BEN);
  await ann.panel.getByRole("button", { name: "More: No parent guarantee" }).click();
  await page.getByRole("menuitem", { name: /^Rule settings…/ }).click();
  const setting = ann.dialog.getByLabel("Setting of “No parent guarantee”");
  await expect(setting).toBeFocused();
  await setting.selectOption("Should fix");
  await expectAccessible(page, "rules on this map");
  await ann.dialog.getByLabel("Search the rules").fill("vat");
  await ann.dialog.getByLabel(/^Setting of .*VAT/).selectOption("Off");
  await ann.dialog.getByRole("button", { name: "Close" }).click();
  for (const person of [ann, ben]) {
    await expect(person.finding("Should fix: No parent guarantee")).toContainText(
      "Set to “should fix” on this map; the rule says “must fix”.",
    );
    await expect(
      person.panel.getByRole("button", { name: "1 rule changed on this map, 1 switched off" }),
    ).toBeVisible();
  }
  await ben.panel.getByRole("button", { name: "1 rule changed on this map, 1 switched off" }).click();
  await expect(ben.dialog.getByText("Only a facilitator changes it.")).toBeVisible();
  await expect(ben.dialog.getByRole("combobox")).toHaveCount(0);
  await expect(ben.dialog.getByRole("listitem").filter({ hasText: "No parent guarantee" })).toContainText(
    "Should fix",
  );
  await ann.panel.getByRole("button", { name: "1 rule changed on this map, 1 switched off" }).click();
  await ann.dialog.getByRole("button", { name: "Set all back to the rule book" }).click();
  await ann.dialog.getByRole("button", { name: "Close" }).click();
  await expect(ben.panel.getByText("1 switched off")).toHaveCount(0);
});

test("a fix says and shows what it will do before it is made, and is taken back with one press", async ({
  page,
  request,
}) => {
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, links.owner);
  const fix = map.finding(NO_GUARANTEE).getByRole("button", { name: "Propose both guarantees" });
  const words = page.getByRole("tooltip");
  // The list may still move under the pointer while the last parts of the page come.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await fix.hover();
    await expect(words).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(words).toHaveText(
    "Adds 2 lines: Cambridge University Hospitals NHS Foundation Trust and Cambridgeshire and Peterborough NHS Foundation Trust guarantee UnitingCare Partnership (proposed)",
  );
  await expect(map.canvas.getByTestId("preview")).toBeAttached();
  await expectAccessible(page, "what a fix will do");
  await map.canvas.hover({ position: { x: 200, y: 30 } });
  await expect(words).toHaveCount(0);
  await expect(map.canvas.getByTestId("preview")).toHaveCount(0);
  await fix.focus();
  await fix.press("Enter");
  await expect(map.finding(NO_GUARANTEE)).toHaveCount(0);
  await expect(map.panel.getByRole("article").first().getByRole("button").first()).toBeFocused();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(map.finding(NO_GUARANTEE)).toBeVisible();
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  test("a fix asks before it is made", async ({ page, request }) => {
    const { links } = await makeMap(request, { template: UNITING_CARE });
    const map = await MapPage.join(page, links.owner);
    const fix = map.finding(NO_GUARANTEE).getByRole("button", { name: "Propose both guarantees" });
    await fix.tap();
    await expect(map.dialog).toContainText("Adds 2 lines:");
    await expectAccessible(page, "a fix that asks");
    await map.dialog.getByRole("button", { name: "Cancel" }).tap();
    await expect(map.dialog).toHaveCount(0);
    await expect(map.finding(NO_GUARANTEE)).toBeVisible();
    await fix.tap();
    await map.dialog.getByRole("button", { name: "Propose both guarantees" }).tap();
    await expect(map.finding(NO_GUARANTEE)).toHaveCount(0);
  });
});

test("everything is under one heading each, in lists, and said once when it changes", async ({
  page,
  request,
}) => {
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const map = await MapPage.join(page, links.owner);
  const { panel } = map;
  await expect(panel.getByRole("heading", { level: 2, name: "Findings" })).toBeVisible();
  await expect(panel.getByRole("heading", { level: 3, name: /^Must fix \(/ })).toBeVisible();
  const finding = map.finding(NO_GUARANTEE);
  await expect(finding.getByRole("heading", { level: 4 })).toBeVisible();
  await expect(
    panel.getByRole("listitem").filter({ has: page.getByRole("article", { name: NO_GUARANTEE }) }),
  ).toHaveCount(1);
  const details = finding.getByText("Why it matters, and the source");
  await details.click();
  await expect(finding.getByText(/^Source: The King’s Fund/)).toBeVisible();
  await expect(finding.getByText(/^The rule: /)).toBeVisible();
  await expect(finding.getByText("Basis: Lesson: it went wrong somewhere")).toBeVisible();
  await expectAccessible(page, "why a finding matters");
  await accept(map, finding, "Known");
  await expect(panel.getByText(/^1 finding accepted, \d+ left$/)).toBeAttached();
});
