import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { ServerProcess } from "../support/serverProcess.ts";
import { expectAccessible } from "./support/axe.ts";
import { boxesOf } from "./support/layout.ts";
import { BEN, MapPage } from "./support/MapPage.ts";
import { type MadeMap, makeMap, revokeLink, tokenOf } from "./support/makeMap.ts";
import { readQrCode } from "./support/readQrCode.ts";
import { test } from "./support/watchedTest.ts";

const refusedCalls = /Failed to load resource: .* 40[134]|WebSocket/;

/** Calls the interface as the owner of a map. */
function asOwner(request: APIRequestContext, map: MadeMap) {
  const { origin } = new URL(map.links.owner);
  const headers = { authorization: `Bearer ${tokenOf(map.links.owner)}` };
  return {
    post: (path: string, data: object) =>
      request.post(`${origin}/api/maps/${map.id}${path}`, { headers, data }),
  };
}

async function openShareDialog({ bar, dialog }: MapPage): Promise<void> {
  await bar.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog.getByRole("table")).toBeVisible();
}

/** Shows a short code to the room, and reads it. */
async function showCode(map: MapPage): Promise<string> {
  await openShareDialog(map);
  await map.dialog.getByRole("button", { name: "Show code and QR" }).click();
  return map.page.getByText(/^[3-9A-Y]{4}-[3-9A-Y]{4}$/).innerText();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.goto("/join");
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("button", { name: "Join", exact: true }).click();
}

test("a room joins by the code and by the QR code on the projector, until the code is taken back", async ({
  page,
  request,
  newBrowser,
  watch,
}) => {
  test.slow();
  watch.allow(refusedCalls);
  const made = await makeMap(request, { title: "Board session" });
  const ann = await MapPage.joinAnew(page, made.links.owner);
  const code = await showCode(ann);
  const qr = page.getByRole("img", { name: /^QR code/ });
  await expectAccessible(page, "the projector");
  const scanned = await readQrCode(qr);
  expect(scanned).toBe(`${new URL(made.links.owner).origin}/join#${code.replace("-", "")}`);
  await page.keyboard.press("Escape");
  await expect(qr).toHaveCount(0);

  const typing = await (await newBrowser()).newPage();
  await typeCode(typing, ` ${code.toLowerCase().replace("-", " ")}`);
  const ben = new MapPage(typing);
  await ben.introduce(BEN);
  expect(new URL(typing.url())).toMatchObject({ pathname: `/m/${made.id}`, hash: "" });
  await expect(ben.palette).toBeVisible();

  const scanning = await (await newBrowser()).newPage();
  await scanning.goto(scanned);
  await new MapPage(scanning).introduce({ name: "Cem Demir", organisation: "" });
  expect(new URL(scanning.url())).toMatchObject({ pathname: `/m/${made.id}`, hash: "" });

  await ann.dialog.getByRole("button", { name: "Close" }).click();
  await openShareDialog(ann);
  const row = ann.dialog.getByRole("row", { name: /Short code/ });
  await expect(row).toContainText("Now, by 2 people");
  await row.getByRole("button", { name: "Revoke: Short code" }).click();
  await ann.dialog.getByRole("button", { name: "Revoke", exact: true }).click();
  for (const tab of [typing, scanning])
    await expect(tab.getByRole("heading", { name: "Your link to this map was taken back" })).toBeVisible();
  await typeCode(typing, code);
  await expect(typing.getByText("This code opens no map.")).toBeVisible();
});

test("the page for codes says what to do, whatever is typed", async ({ page, watch }) => {
  watch.allow(refusedCalls);
  await page.goto("/");
  await page.getByRole("link", { name: "Join with a code" }).click();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("Type the code that is on the screen")).toBeVisible();
  await typeCode(page, "AAAA-AAAA");
  await expect(page.getByText("ask the facilitator for a new one")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Code" })).toBeFocused();
  await expectAccessible(page, "a code that opens nothing");
  await page.goto("/join#AAAA-AAAC");
  await expect(page.getByText("ask the facilitator for a new one")).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
});

test("whoever is removed loses the map at once, is told so, and comes back only when let in", async ({
  page,
  request,
  newBrowser,
  watch,
}) => {
  watch.allow(refusedCalls);
  const made = await makeMap(request);
  const theirs = await (await newBrowser()).newPage();
  await MapPage.joinAnew(theirs, made.links.editor, BEN);
  const ann = await MapPage.joinAnew(page, made.links.owner);
  await expect(ann.bar.getByRole("button", { name: "People in this map: 2" })).toBeVisible();
  const controls = ann.bar.getByRole("radio").or(ann.bar.getByRole("button", { name: "Share", exact: true }));
  const placesForTwo = await boxesOf(controls);
  await ann.bar.getByRole("button", { name: "People in this map: 2" }).click();
  await page.getByRole("button", { name: `Remove ${BEN.name} from this map` }).click();
  const question = page.getByRole("alertdialog", { name: `Remove ${BEN.name}?` });
  await expectAccessible(page, "about to remove somebody");
  await question.getByRole("button", { name: "Remove from this map" }).click();

  await expect(theirs.getByRole("heading", { name: "You have been removed from this map" })).toBeVisible();
  await expect(ann.bar.getByRole("button", { name: "People in this map: 1" })).toBeVisible();
  expect(await boxesOf(controls), "nothing moves as people come and go").toEqual(placesForTwo);
  for (const link of [made.links.editor, made.links.viewer]) {
    await theirs.goto("/join");
    await theirs.goto(link);
    await expect(theirs.getByText("The facilitator has removed you from this map.")).toBeVisible();
  }

  await openShareDialog(ann);
  await ann.dialog.getByRole("tab", { name: "Removed people" }).click();
  await ann.dialog.getByRole("button", { name: `Let back in: ${BEN.name}` }).click();
  await expect(ann.dialog.getByText("Nobody has been removed")).toBeVisible();
  await ann.dialog.getByRole("tab", { name: "What has happened" }).click();
  await expect(ann.dialog.getByText("let a removed person back in")).toBeVisible();
  await theirs.goto("/join");
  await theirs.goto(made.links.editor);
  await expect(theirs.getByTestId("save-state")).toBeVisible();
});

test("a link that is revoked, and one that expires, end the session at once and say so", async ({
  page,
  request,
  newBrowser,
  watch,
}) => {
  watch.allow(refusedCalls);
  const made = await makeMap(request);
  const ben = await MapPage.joinAnew(page, made.links.editor, BEN);
  await revokeLink(request, made, "editor");
  await expect(page.getByRole("heading", { name: "Your link to this map was taken back" })).toBeVisible();
  await expect(ben.saveState).toHaveText(/^Disconnected/);

  const other = await (await newBrowser()).newPage();
  const ann = await MapPage.joinAnew(other, made.links.owner);
  const expiring = await asOwner(request, made).post("/links", { role: "viewer", label: "Till noon" });
  const { link } = (await expiring.json()) as { link: string };
  const third = await (await newBrowser()).newPage();
  await MapPage.watchOnly(third, link);
  await openShareDialog(ann);
  await expect(ann.dialog.getByRole("row", { name: /Till noon/ })).toContainText("Now, by one person");
  await ann.dialog.getByRole("button", { name: "Change: Till noon" }).click();
  await ann.dialog.getByLabel("New label").fill("Till one");
  await ann.dialog.getByRole("button", { name: "Save" }).click();
  await expect(ann.dialog.getByRole("row", { name: /Till one/ })).toBeVisible();
  await endLinkSoon(request, made, link);
  await expect(
    third.getByRole("heading", { name: "Your link to this map is not valid any more" }),
  ).toBeVisible();
});

test("the administrator finds a map, helps its owner back in, and deletes it", async ({ page, watch }) => {
  const key = "an administrator’s key for this test";
  const server = await ServerProcess.start({ environment: { PLUMBLINE_ADMIN_KEY: encodeURIComponent(key) } });
  try {
    watch.allow(refusedCalls);
    watch.allowAddress(server.address);
    for (const title of ["Ours", "Theirs"])
      await fetch(`${server.address}/api/maps`, { method: "POST", body: JSON.stringify({ title }) });
    await page.goto(`${server.address}/admin`);
    await page.getByLabel("Administrator’s key").fill("wrong");
    await page.getByRole("button", { name: "Open" }).click();
    await expect(page.getByText("This needs the administrator's key of this server.")).toBeVisible();
    await expectAccessible(page, "a wrong administrator’s key");
    await page.getByLabel("Administrator’s key").fill(encodeURIComponent(key));
    await page.getByRole("button", { name: "Open" }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(2);
    await page.getByLabel("Search").fill("our");
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await expectAccessible(page, "the administrator’s list of maps");

    await page.getByRole("button", { name: "New owner link: Ours" }).click();
    await page.getByRole("button", { name: "Make the link" }).click();
    const link = await page.getByRole("textbox", { name: "Owner link" }).inputValue();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

    await page.getByRole("button", { name: "Delete: Ours" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Delete for good" }).click();
    await expect(question.getByText("letter by letter")).toBeVisible();
    await expectAccessible(page, "a map is about to be deleted");
    await question.getByRole("textbox").fill("Ours");
    await question.getByRole("button", { name: "Delete for good" }).click();
    await expect(page.getByText("No map has that in its title")).toBeVisible();
    await page.getByRole("tab", { name: "Security log" }).click();
    await expect(page.getByText("The administrator of the server deleted the map.")).toBeVisible();
    await expectAccessible(page, "the administrator’s security log");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not open a map" })).toBeVisible();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain(encodeURIComponent(key));
  } finally {
    await server.stop();
  }
});

test("without a key there is no administrator’s page", async ({ request }) => {
  expect((await request.get("/admin")).status()).toBe(404);
});

/** Lets a link end within a second, as an owner who has set the time. */
async function endLinkSoon(request: APIRequestContext, map: MadeMap, link: string): Promise<void> {
  const { origin } = new URL(map.links.owner);
  const session = await request.post(`${origin}/api/session`, {
    data: { map: map.id, token: tokenOf(link) },
  });
  const { link: id } = (await session.json()) as { link: string };
  const changed = await request.patch(`${origin}/api/maps/${map.id}/links/${id}`, {
    headers: { authorization: `Bearer ${tokenOf(map.links.owner)}` },
    data: { expiresAt: new Date(Date.now() + 500).toISOString() },
  });
  expect(changed.status()).toBe(200);
}
