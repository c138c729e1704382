import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { MESSAGE } from "../../shared/protocol/messages.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { BEN, MapPage } from "./support/MapPage.ts";
import { makeMap, mapOnServer, revokeLink, UNITING_CARE } from "./support/makeMap.ts";
import { RevisedSite } from "./support/RevisedSite.ts";
import { test } from "./support/watchedTest.ts";

const CCG = "Clinical commissioning group:";
const NO_NETWORK =
  /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to load resource/;

/** With a server of its own, to be killed. */
const testOfServer = test.extend<{ readonly server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern which fixtures are wanted.
  server: async ({}, use) => {
    const server = await ServerProcess.start();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.address),
});

test.beforeEach(({ watch }) => watch.allow(NO_NETWORK));

test("what is changed without a network outlives the page, and reaches everybody when the map is opened again", async ({
  page,
  context,
  request,
  newBrowser,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ben = await MapPage.join(await (await newBrowser()).newPage(), made.links.editor, BEN);
  const ann = await MapPage.join(page, made.links.owner);
  await context.setOffline(true);
  await expect(ann.saveState).toHaveText(/Reconnecting/);
  await rename(ann, "Cambridgeshire CCG");
  await expect(ann.saveState).toHaveText("Offline, 1 change kept on this device");
  await expect(page.getByText("1 change is kept on this device")).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const again = new MapPage(await context.newPage());
  await again.page.goto("/");
  await expect(again.page.getByRole("link", { name: made.title })).toContainText("1 change on this device");
  await again.page.goto(`/m/${made.id}`);
  await again.ready();
  for (const person of [again, ben]) await expect(person.card(`${CCG} Cambridgeshire CCG`)).toBeVisible();
  expect((await mapOnServer(request, made)).elements.find(({ id }) => id === "ccg")).toMatchObject({
    name: "Cambridgeshire CCG",
  });
});

test.describe("with the page kept by the browser", () => {
  test.use({ serviceWorkers: "allow" });

  testOfServer(
    "the map opens from this device while the server is down, with what waits, and is saved when it is back",
    async ({ page, request, server }) => {
      test.slow();
      const made = await makeMap(request, { template: UNITING_CARE });
      const ann = await MapPage.join(page, made.links.editor);
      await pageIsKept(page);
      await server.kill();
      await expect(ann.saveState).toHaveText(/Reconnecting/);
      await rename(ann, "One");
      await rename(ann, "Two");
      await expect(ann.saveState).toHaveText("Offline, 2 changes kept on this device");

      await page.reload();
      await expect(ann.card(`${CCG} Two`)).toBeVisible();
      await expect(ann.saveState).toHaveText("Offline, 2 changes kept on this device");
      await expect(page.getByText("This is the copy of the map on this device")).toBeVisible();
      await rename(ann, "Three");
      await expect(ann.saveState).toHaveText("Offline, 3 changes kept on this device");

      await test.step("a second tab does not count them again", async () => {
        const other = new MapPage(await page.context().newPage());
        await other.page.goto(`/m/${made.id}`);
        await expect(other.card(`${CCG} Three`)).toBeVisible();
        await expect(other.saveState).toHaveText("Offline, 3 changes kept on this device");
        await other.page.close();
      });

      await server.restart();
      await expect(ann.saveState).toHaveText("Saved for everyone", { timeout: 20_000 });
      expect((await mapOnServer(request, made)).elements.find(({ id }) => id === "ccg")?.name).toBe("Three");
      await page.reload();
      await ann.ready();
      await expect(ann.card(`${CCG} Three`)).toBeVisible();
    },
  );

  testOfServer(
    "without a copy of the map the page says that the server cannot be reached",
    async ({ page, request, server }) => {
      const made = await makeMap(request);
      await page.goto("/");
      await pageIsKept(page);
      await server.kill();
      await page.goto(`/m/${made.id}`);
      await expect(page.getByRole("heading", { name: "The server cannot be reached" })).toBeVisible();
      await server.restart();
      await page.goto(made.links.viewer);
      await page.getByRole("button", { name: "Just watch" }).click();
      await expect(new MapPage(page).saveState).toHaveText("Up to date");
      await server.kill();
      await page.reload();
      await expect(page.getByRole("heading", { name: "The server cannot be reached" })).toBeVisible();
    },
  );

  test("a new build takes the place of the old one whole, once no tab of the old one is left", async ({
    page,
    context,
    baseURL,
    watch,
  }) => {
    const site = await RevisedSite.start(baseURL ?? "", "aaaa");
    watch.allowAddress(site.address);
    watch.allow(/503/);
    const buildOf = (tab: Page) => tab.locator('meta[name="build"]').getAttribute("content");
    const caches = (tab: Page) => tab.evaluate(() => window.caches.keys());
    try {
      await page.goto(site.address);
      await pageIsKept(page);
      expect(await caches(page)).toEqual(["plumbline-page-aaaa"]);

      site.build = "bbbb";
      await page.reload();
      expect(await buildOf(page)).toBe("bbbb");
      await expect.poll(async () => (await caches(page)).length).toBe(2);
      await page.close();

      const later = await context.newPage();
      await expect
        .poll(
          async () => {
            await later.goto(site.address);
            return caches(later);
          },
          // A browser changes over only once what the page asks for has been answered: asked without a pause, it never does.
          { intervals: [1_000, 2_000, 4_000], timeout: 40_000 },
        )
        .toEqual(["plumbline-page-bbbb"]);
      site.build = undefined;
      await later.goto(`${site.address}/library`);
      expect(await buildOf(later)).toBe("bbbb");
    } finally {
      await site.stop();
    }
  });

  test("only files of the page are kept: no call, and nothing of a map", async ({ page, request }) => {
    const made = await makeMap(request, { template: UNITING_CARE });
    await MapPage.join(page, made.links.owner);
    await pageIsKept(page);
    await page.reload();
    await new MapPage(page).ready();
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { caches: names.length, paths: requests.flat().map(({ url }) => new URL(url).pathname) };
    });
    expect(kept.caches).toBe(1);
    expect(kept.paths).toContain("/");
    expect(kept.paths.filter((path) => path !== "/" && path !== "/favicon.svg")).toEqual(
      kept.paths.filter((path) => path.startsWith("/assets/")),
    );
  });
});

test("a link that was taken back meanwhile loses nothing silently: the changes can be saved as a file, then deleted", async ({
  page,
  context,
  request,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.editor);
  await context.setOffline(true);
  await rename(ann, "Never sent");
  await expect(ann.saveState).toHaveText("Offline, 1 change kept on this device");
  await revokeLink(request, made, "editor");
  await context.setOffline(false);
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("1 change of yours was not taken by the server");

  await test.step("also when the page is opened again", async () => {
    await page.reload();
    await expect(dialog).toContainText("1 change of yours was not taken by the server");
    await expect(ann.card(`${CCG} Never sent`)).toBeAttached();
  });

  await test.step("nothing is deleted unasked", async () => {
    await dialog.getByRole("button", { name: "Delete the copy" }).click();
    await expect(dialog).toContainText("What is deleted here is nowhere else");
  });

  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the map file" }).click();
  expect(await readFile(await (await coming).path(), "utf8")).toContain("Never sent");
  await dialog.getByRole("button", { name: /Delete/ }).click();
  await expect(page.getByRole("heading", { name: "This device has forgotten" })).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
  expect(await mapDatabases(page)).toEqual([]);
});

test("somebody who was removed meanwhile is told so, and keeps what was never sent as a file", async ({
  page,
  context,
  request,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.editor);
  await context.setOffline(true);
  await rename(ann, "Never sent");
  await expect(ann.saveState).toHaveText("Offline, 1 change kept on this device");
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  // What the server answers to a browser that was sent away.
  await again.route(`/api/maps/${made.id}/session*`, (route) =>
    route.fulfill({ status: 403, json: { error: { message: "You were removed." } } }),
  );
  await again.goto(`/m/${made.id}`);
  const dialog = again.getByRole("alertdialog", { name: "You have been removed from this map" });
  await expect(dialog).toContainText("1 change of yours was not taken by the server");
  expect((await mapOnServer(request, made)).elements.find(({ id }) => id === "ccg")?.name).not.toBe(
    "Never sent",
  );
});

test("a link that was taken back leaves no copy behind where all was saved", async ({ page, request }) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.editor);
  await rename(ann, "Sent");
  await expect(ann.saveState).toHaveText("Saved for everyone");
  await expect.poll(() => mapDatabases(page)).toHaveLength(1);
  await revokeLink(request, made, "editor");
  await expect(page.getByRole("alertdialog")).toContainText("taken back");
  await expect.poll(() => mapDatabases(page)).toEqual([]);
});

test("what was changed through one link is sent when the map is opened through another", async ({
  page,
  context,
  request,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const ann = await MapPage.join(page, made.links.editor);
  await context.setOffline(true);
  await rename(ann, "As an editor");
  await expect(ann.saveState).toHaveText("Offline, 1 change kept on this device");
  await page.close();
  await context.setOffline(false);
  const owner = new MapPage(await context.newPage());
  await owner.page.goto(made.links.owner);
  await expect(owner.card(`${CCG} As an editor`)).toBeVisible();
});

test("copies that nobody has opened for thirty days are dropped, unless they hold what was never saved", async ({
  page,
  context,
  request,
}) => {
  const [old, unsaved, now] = [
    await makeMap(request),
    await makeMap(request, { template: UNITING_CARE }),
    await makeMap(request),
  ];
  const ann = await MapPage.join(page, unsaved.links.editor);
  await context.setOffline(true);
  await rename(ann, "Never sent");
  await expect(ann.saveState).toHaveText("Offline, 1 change kept on this device");
  await page.close();
  await context.setOffline(false);
  const tab = await context.newPage();
  await openAs(tab, old.links.editor);
  await expect.poll(() => mapDatabases(tab)).toHaveLength(2);
  await openedDaysAgo(tab, 31);
  await openAs(tab, now.links.editor);
  await expect
    .poll(async () => (await mapDatabases(tab)).map((name) => name.split("/")[1]).sort())
    .toEqual([unsaved.id, now.id].sort());
});

test("while the server says that its store fails, the state and the banner say so", async ({
  page,
  request,
}) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  let say: (state: 0 | 1) => void = () => {};
  await page.routeWebSocket(/\/sync\//, (socket) => {
    socket.connectToServer();
    say = (state) => socket.send(Buffer.from([MESSAGE.storeState, state]));
  });
  const ann = await MapPage.join(page, made.links.editor);
  say(1);
  await expect(ann.saveState).toHaveText("The server cannot save just now");
  await expect(page.getByText("Go on working and keep this tab open")).toBeVisible();
  say(0);
  await expect(ann.saveState).toHaveText("Saved for everyone");
});

test("a viewer keeps no copy of the map", async ({ page, request }) => {
  const made = await makeMap(request, { template: UNITING_CARE });
  const viewer = await MapPage.watchOnly(page, made.links.viewer);
  await viewer.ready();
  expect(await mapDatabases(page)).toEqual([]);
});

test.describe("where the browser keeps nothing", () => {
  test("the state says that changes are in this tab only", async ({ page, context, request }) => {
    const made = await makeMap(request, { template: UNITING_CARE });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("Not here", "SecurityError");
      };
    });
    const ann = await MapPage.join(page, made.links.editor);
    await rename(ann, "Saved all the same");
    await expect(ann.saveState).toHaveText("Saved for everyone");
    await context.setOffline(true);
    await rename(ann, "In this tab");
    await expect(ann.saveState).toHaveText("Offline, 1 change kept in this tab");
    await expect(page.getByText("in this tab only: keep it open")).toBeVisible();
    await context.setOffline(false);
    await expect(ann.saveState).toHaveText("Saved for everyone", { timeout: 20_000 });
  });

  test("a disk that is full is noticed, and what it missed is written when there is room again", async ({
    page,
    context,
    request,
    watch,
  }) => {
    watch.allow(/AbortError|QuotaExceededError/);
    const made = await makeMap(request, { template: UNITING_CARE });
    await page.addInitScript(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = function (...values: Parameters<typeof add>) {
        const request = add.apply(this, values);
        if ("isDiskFull" in window) this.transaction.abort();
        return request;
      };
    });
    const ann = await MapPage.join(page, made.links.editor);
    await context.setOffline(true);
    await rename(ann, "Kept");
    await expect(ann.saveState).toHaveText("Offline, 1 change kept on this device");
    await page.evaluate(() => Object.assign(window, { isDiskFull: true }));
    await rename(ann, "Not kept");
    await expect(ann.saveState).toHaveText("Offline, 2 changes kept in this tab");
    await page.evaluate(() => {
      delete (window as { isDiskFull?: boolean }).isDiskFull;
    });
    await rename(ann, "All kept");
    await expect(ann.saveState).toHaveText("Offline, 3 changes kept on this device");
    await page.close();
    await context.setOffline(false);
    const again = new MapPage(await context.newPage());
    await again.page.goto(`/m/${made.id}`);
    await again.ready();
    await expect(again.card(`${CCG} All kept`)).toBeVisible();
  });
});

test.describe("forgetting", () => {
  test("one map deletes its copy, its place in the list and the browser’s key to it", async ({
    page,
    context,
    request,
  }) => {
    const [made, other] = [await makeMap(request, { title: "This one" }), await makeMap(request)];
    const second = await MapPage.join(await context.newPage(), other.links.editor);
    const ann = await openAs(page, made.links.owner);
    await expect.poll(() => mapDatabases(page)).toHaveLength(2);
    await forget(ann, "This map");
    await expect(page).toHaveURL(/\/forgotten$/);
    expect(await mapDatabases(page)).toEqual([expect.stringContaining(other.id)]);
    expect((await context.cookies()).filter(({ path }) => path.includes(made.id))).toEqual([]);
    expect(await storedTexts(page)).not.toContain(made.id);
    await page.goto(`/m/${made.id}`);
    await expect(page.getByRole("heading", { name: "This browser cannot open the map" })).toBeVisible();
    await second.page.reload();
    await second.ready();
  });

  test("all maps leaves nothing of anybody on the device", async ({ page, context, request }) => {
    const [made, other] = [await makeMap(request), await makeMap(request)];
    await MapPage.join(await context.newPage(), other.links.editor);
    const ann = await openAs(page, made.links.owner);
    await expect.poll(() => mapDatabases(page)).toHaveLength(2);
    await forget(ann, "All maps, and who I am");
    await expect(page).toHaveURL(/\/forgotten$/);
    await expect(page.getByRole("heading", { name: "This device has forgotten" })).toBeVisible();
    expect(await context.cookies()).toEqual([]);
    expect(await mapDatabases(page)).toEqual([]);
    expect(await storedTexts(page)).toBe("{}{}");
  });

  test("warns of changes that would be lost, and says what is left where the server cannot be told", async ({
    page,
    context,
    request,
  }) => {
    const made = await makeMap(request, { template: UNITING_CARE });
    const ann = await MapPage.join(page, made.links.owner);
    await openForgetting(ann);
    await ann.dialog.getByRole("button", { name: "Cancel" }).click();
    await page.keyboard.press("Escape");
    await context.setOffline(true);
    await rename(ann, "Only here");
    await openForgetting(ann);
    await expect(ann.dialog.getByRole("alert")).toContainText("1 change is on this device only");
    await context.setOffline(false);
    await expect(ann.saveState).toHaveText("Saved for everyone", { timeout: 20_000 });
    await expect(ann.dialog.getByRole("alert")).toHaveCount(0);
  });
});

/** Gives the commissioner another name, through the inspector. */
async function rename(map: MapPage, name: string): Promise<void> {
  await map.inspect(map.card(CCG));
  await (await map.field("Name")).fill(name);
  await (await map.field("Name")).press("Enter");
  await expect(map.card(`${CCG} ${name}`)).toBeVisible();
}

/** Opens a link in a browser that already knows who this is. */
async function openAs(page: Page, link: string): Promise<MapPage> {
  await page.goto(link);
  const map = new MapPage(page);
  await map.ready();
  return map;
}

async function openForgetting({ saveState, page }: MapPage): Promise<void> {
  await saveState.click();
  await page.getByRole("button", { name: "Forget on this device" }).click();
}

async function forget(map: MapPage, what: string): Promise<void> {
  await openForgetting(map);
  const dialog = map.page.getByRole("dialog", { name: "Forget on this device" });
  await dialog.getByText(what, { exact: true }).click();
  await dialog.getByRole("button", { name: "Forget", exact: true }).click();
}

/** Has the device believe that no map was opened for so many days. */
function openedDaysAgo(page: Page, days: number): Promise<void> {
  return page.evaluate(
    (openedAt) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("plumbline.copies");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("copies", "readwrite");
          const store = transaction.objectStore("copies");
          const asked = store.getAll();
          asked.onsuccess = () => {
            for (const record of asked.result) store.put({ ...record, openedAt });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    Date.now() - days * 24 * 60 * 60 * 1_000,
  );
}

async function pageIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** The databases of maps in this browser. */
function mapDatabases(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () =>
    (await indexedDB.databases())
      .map(({ name }) => name ?? "")
      .filter((name) => name.startsWith("plumbline.map/")),
  );
}

function storedTexts(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));
}
