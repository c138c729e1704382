import { expect } from "@playwright/test";
import { DroppingProxy, type Hindrance } from "../support/droppingProxy.ts";
import { ANN, BEN, MapPage } from "./support/MapPage.ts";
import { type MadeMap, makeMap, revokeLink, UNITING_CARE } from "./support/makeMap.ts";
import { test as base } from "./support/watchedTest.ts";

const FOUNDATION_TRUST = /^Foundation trust: Cambridgeshire and Peterborough/;

interface Fixtures {
  /** A proxy before the server, which lets everything through until it is told otherwise. */
  readonly office: DroppingProxy;
}

const test = base.extend<Fixtures>({
  office: async ({ baseURL, watch }, use) => {
    const office = await DroppingProxy.start(baseURL ?? "");
    watch.allowAddress(office.url);
    watch.allow(/WebSocket connection to .* failed/);
    await use(office);
    await office.close();
  },
});

const throughProxy = ({ links }: MadeMap, role: "owner" | "editor", office: DroppingProxy) =>
  links[role].replace(new URL(links[role]).origin, office.url);

async function rename(person: MapPage, card: string | RegExp, name: string): Promise<void> {
  await person.inspect(person.card(card));
  await (await person.field("Name")).fill(name);
  await (await person.field("Name")).press("Enter");
}

const details = ({ page }: MapPage) => page.getByRole("dialog", { name: "Connection" });

for (const [name, upgrades] of [
  ["refuses upgrades", 403],
  ["drops upgrades", "drop"],
  ["never answers upgrades", "swallow"],
  ["cuts WebSockets after a second", { cutAfterMs: 1_000 }],
] as const satisfies readonly (readonly [string, Hindrance["upgrades"]])[]) {
  test(`two people work together through a proxy that ${name}`, async ({
    page,
    office,
    request,
    newBrowser,
  }) => {
    office.hindrance = { upgrades };
    const made = await makeMap(request, { template: UNITING_CARE });
    const ann = await MapPage.join(page, throughProxy(made, "owner", office), ANN);
    const ben = await MapPage.join(
      await (await newBrowser()).newPage(),
      throughProxy(made, "editor", office),
      BEN,
    );
    // On a busy machine a way that is cut twice takes a while to be given up.
    for (const person of [ann, ben])
      await expect(person.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible({
        timeout: 30_000,
      });
    await rename(ann, FOUNDATION_TRUST, "The trust");
    await expect(ben.card("Foundation trust: The trust")).toBeVisible();
    await rename(ben, "Foundation trust: The trust", "Our trust");
    await expect(ann.card("Foundation trust: Our trust")).toBeVisible();
    for (const person of [ann, ben]) await expect(person.saveState).toHaveText("Saved for everyone");
    await ann.saveState.click();
    await expect(details(ann)).toContainText("Plain HTTP");
    expect(office.upgrades).toBeGreaterThan(0);
  });
}

test("eight tabs of one browser, more than it opens connections, all save and hear of each other", async ({
  page,
  office,
  request,
  context,
}) => {
  test.slow();
  office.hindrance = { upgrades: "drop" };
  const made = await makeMap(request, { template: UNITING_CARE });
  const link = throughProxy(made, "owner", office);
  const tabs = [await MapPage.join(page, link, ANN)];
  while (tabs.length < 8) {
    const tab = new MapPage(await context.newPage());
    await tab.page.goto(link);
    await tab.ready();
    tabs.push(tab);
  }
  const [first, last] = [tabs[0], tabs[7]];
  if (!first || !last) throw new Error("Eight tabs");
  await rename(last, FOUNDATION_TRUST, "The trust");
  await expect(last.saveState).toHaveText("Saved for everyone");
  for (const tab of tabs) await expect(tab.card("Foundation trust: The trust")).toBeVisible();
  await rename(first, "Foundation trust: The trust", "Our trust");
  for (const tab of tabs) await expect(tab.card("Foundation trust: Our trust")).toBeVisible();
  await expect(first.saveState).toHaveText("Saved for everyone");
});

test("a link that is taken back closes the map at once, also over plain HTTP", async ({
  page,
  office,
  request,
  watch,
}) => {
  office.hindrance = { upgrades: "drop" };
  watch.allow(/Failed to load resource: .* 40[134]/);
  const made = await makeMap(request, { template: UNITING_CARE });
  const ben = await MapPage.join(page, throughProxy(made, "editor", office), BEN);
  await revokeLink(request, made, "editor");
  await expect(ben.page.getByRole("heading", { name: "Your link to this map was taken back" })).toBeVisible();
  await expect(ben.saveState).toHaveText("Disconnected");
});

test("the connection details say what is the case, by keyboard, and go back to a WebSocket when asked to", async ({
  page,
  office,
  request,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  office.hindrance = { upgrades: 403 };
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, throughProxy(made, "owner", office), ANN);
  await expect(ann.saveState).toHaveAccessibleName("Saved for everyone: connection details");
  await ann.saveState.focus();
  await page.keyboard.press("Enter");
  await expect(details(ann)).toContainText("Plain HTTP");
  await expect(details(ann)).toContainText("blocks WebSockets");
  await expect(details(ann)).toContainText(/There and back\s*\d+ ms/);
  await expect(details(ann)).toContainText(/Last saved\s*\d\d:\d\d:\d\d/);
  await expect(details(ann)).toContainText(/Not saved yet\s*Nothing/);

  await details(ann).getByRole("button", { name: "Copy for the IT desk" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Connected by: Plain HTTP; the WebSocket was refused");
  expect(copied).toContain(`${office.url.replace("http", "ws")}/sync/`);
  expect(copied).not.toContain(made.id);
  expect(copied).not.toContain(new URL(made.links.owner).hash.slice(1));

  office.hindrance = {};
  await details(ann).getByRole("button", { name: "Try again now" }).click();
  await expect(details(ann)).toContainText(/Connected by\s*WebSocket/, { timeout: 20_000 });
  await expect(details(ann).getByRole("button", { name: "Try again now" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(details(ann)).toHaveCount(0);
  await expect(ann.saveState).toBeFocused();
  await rename(ann, FOUNDATION_TRUST, "The trust");
  await expect(ann.saveState).toHaveText("Saved for everyone");
});
