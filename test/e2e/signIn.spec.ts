import { type BrowserContext, expect, type Page } from "@playwright/test";
import { CLIENT, TestDirectory } from "../server/signin/support/TestDirectory.ts";
import { freePort } from "../support/freePort.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { expectAccessible } from "./support/axe.ts";
import { MapPage } from "./support/MapPage.ts";
import { test } from "./support/watchedTest.ts";

const TRUST = "Northshire Trust";
const SIGN_IN = { name: `Sign in with ${TRUST}` };
let server: ServerProcess;
let directory: TestDirectory;

test.beforeAll(async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  directory = await TestDirectory.start(0, new URL(address));
  directory.people.set("ada", { name: "Ada Marsh", organisation: TRUST });
  directory.people.set("cyd", { name: "Cyd Long", organisation: TRUST });
  directory.people.set("ben", { name: "Ben Okafor", organisation: "Southdale Council" });
  const environment = {
    PUBLIC_URL: address,
    OIDC_ISSUER: directory.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_NAME: TRUST,
  };
  server = await ServerProcess.start({ port, environment });
});

test.afterAll(async () => {
  await server.stop();
  await directory.stop();
});

/** Goes to the directory and comes back as whoever is at its desk; `null` cancels there. */
async function signIn(page: Page, who: string | null): Promise<void> {
  directory.atDesk = who;
  await page.getByRole("link", SIGN_IN).click();
  await page.waitForURL((url) => url.href.startsWith(server.address));
}

/** Makes a link by keyboard that only people of the map's organisation can use; answers its address. */
async function makeTrustLink({ page, bar, dialog }: MapPage): Promise<string> {
  await bar.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByRole("button", { name: /Who may use it/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: `Only people of ${TRUST}` }).press("Enter");
  await expect(dialog.getByText(/it opens only for those who are of Northshire Trust/)).toBeVisible();
  await dialog.getByRole("button", { name: "Make link" }).press("Enter");
  const address = await dialog.getByRole("textbox", { name: "Editor link" }).inputValue();
  const row = dialog.getByRole("row", { name: `Only people of ${TRUST}, signed in` });
  await expect(row).toBeVisible();
  await expectAccessible(page, "sharing", "around the drawing");
  await row.getByRole("button", { name: /^Change/ }).press("Enter");
  await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
  // The focus is back at what asked, so Escape is heard.
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  return address;
}

test("people sign in with their directory, and a link lets in only those of the map’s organisation", async ({
  page,
  newBrowser,
  watch,
}) => {
  test.slow();
  watch.allowAddress(server.address);
  watch.allowAddress(directory.issuer);
  watch.allow(/Failed to load resource: .* 40[13]|WebSocket/);

  await page.goto(`${server.address}/`);
  await signIn(page, "ada");
  const panel = page.getByRole("region", { name: "You are signed in" });
  await expect(panel).toContainText("Ada Marsh");
  await expect(panel).toContainText(`A map that you make now belongs to ${TRUST}.`);
  await expectAccessible(page, "the start page");
  await page.getByRole("button", { name: "Start with a blank map" }).click();
  const ada = new MapPage(page);
  await ada.ready();
  await expect(ada.dialog).toHaveCount(0);
  const link = await makeTrustLink(ada);

  const cyds = await newBrowser();
  const cyd = await openRefused(cyds, link);
  await expectAccessible(cyd, "a link that demands a sign-in");
  await signIn(cyd, null);
  await expect(cyd.getByRole("alert")).toContainText("You were not signed in: it was cancelled");
  expect(new URL(cyd.url()).search).toBe("");
  await signIn(cyd, "cyd");
  const cydsMap = new MapPage(cyd);
  await cydsMap.ready();
  await expect(cydsMap.dialog).toHaveCount(0);

  await ada.bar.getByRole("button", { name: "People in this map: 2" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Cyd Long" });
  await expect(row).toContainText("Name from the directory");
  await expectAccessible(page, "the list of people", "around the drawing");
  await page.getByRole("button", { name: "How you are signed in" }).click();
  await expect(ada.dialog).toContainText(`From ${TRUST}’s directory`);
  await expect(ada.dialog.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page, "who is signed in", "around the drawing");

  const ben = await openRefused(await newBrowser(), link);
  await signIn(ben, "ben");
  await expect(
    ben.getByRole("heading", { name: "This map is for people of another organisation" }),
  ).toBeVisible();
  await expect(ben.getByText("Ben Okafor")).toBeVisible();
  await expectAccessible(ben, "a link for another organisation");

  const origin = server.address;
  expect((await cyds.request.post(`${origin}/api/sign-out`, { headers: { origin } })).status()).toBe(200);
  await expect(cyd.getByRole("heading", { name: "You are not signed in any more" })).toBeVisible();
  await expect(cyd.getByRole("link", SIGN_IN)).toBeVisible();
  await expect(cyd.getByRole("button", { name: "Go on without signing in" })).toHaveCount(0);
  await expectAccessible(cyd, "a sign-in that is over", "around the drawing");
});

test("where a link demands nothing, people say who they are or sign in", async ({
  page,
  newBrowser,
  watch,
}) => {
  watch.allowAddress(server.address);
  watch.allowAddress(directory.issuer);
  watch.allow(/WebSocket/);
  const made = await page.request.post(`${server.address}/api/maps`, { data: {} });
  const { links } = (await made.json()) as { readonly links: { readonly editor: string } };
  const context = await newBrowser();
  const tab = await context.newPage();
  await tab.goto(links.editor);
  const map = new MapPage(tab);
  await expect(map.dialog.getByLabel("Your name")).toBeVisible();
  await expectAccessible(tab, "who has come", "around the drawing");
  await signIn(tab, "ada");
  await map.ready();
  await expect(map.dialog).toHaveCount(0);
  const origin = server.address;
  await context.request.post(`${origin}/api/sign-out`, { headers: { origin } });
  await tab.getByRole("button", { name: "Go on without signing in" }).click();
  await map.introduce({ name: "Ada at home", organisation: "" });
});

/** Opens a link that does not let in whoever is not signed in. */
async function openRefused(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Sign in to open this map" })).toBeVisible();
  await expect(page.getByRole("link", SIGN_IN)).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  return page;
}
