import { expect, type Page } from "@playwright/test";
import { EVERY_TYPE } from "./support/everyTypeMap.ts";
import { MapPage } from "./support/MapPage.ts";
import { makeMap, tokenOf } from "./support/makeMap.ts";
import { OWNER_SCREENS } from "./support/screens.ts";
import { test } from "./support/watchedTest.ts";

// Every browser test fails for a request to elsewhere, a warning on the console or a refusal by the security policy
// (see PageWatch); these go through the screens for nothing else.

test("the start page, every screen of a map and all exports ask no other server and break no policy", async ({
  page,
  request,
  context,
  watch,
}) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const refusals = await collectRefusals(page);
  await page.goto("/");
  await expect(page.getByRole("button", { name: /UnitingCare/ })).toBeVisible();
  const { links } = await makeMap(request, { map: EVERY_TYPE });
  const map = await MapPage.join(page, links.owner);
  for (const screen of OWNER_SCREENS) {
    await screen.show(map);
    await screen.hide?.(map);
  }
  for (const entry of ["Picture (PNG)", "Picture (SVG)", "Map file"] as const)
    expect((await map.export(entry)).length).toBeGreaterThan(1000);
  expect(refusals).toEqual([]);
  expect([...watch.kinds]).toEqual(
    expect.arrayContaining(["document", "script", "stylesheet", "font", "fetch", "websocket"]),
  );
  expect(watch.problems).toEqual([]);
});

// What the watch cannot hear it cannot keep from happening: each way out is tried once.
test("whatever is asked of another server would be noticed", async ({ page, watch }) => {
  await page.goto("/join");
  for (const [way, tryIt] of [
    ["fetch", () => void fetch("http://fetch.invalid/").catch(() => null)],
    ["image", () => void Object.assign(new Image(), { src: "http://image.invalid/" })],
    ["font", () => void new FontFace("Other", "url(http://font.invalid/)").load().catch(() => null)],
    ["beacon", () => void navigator.sendBeacon("http://beacon.invalid/")],
    [
      "script",
      () =>
        void document.head.append(
          Object.assign(document.createElement("script"), { src: "http://script.invalid/" }),
        ),
    ],
    [
      "socket",
      () => {
        try {
          new WebSocket("ws://socket.invalid/");
        } catch {
          // The policy refuses it at once.
        }
      },
    ],
    [
      "frame",
      () =>
        void document.body.append(
          Object.assign(document.createElement("iframe"), { src: "http://frame.invalid/" }),
        ),
    ],
  ] as const) {
    await page.evaluate(tryIt);
    await expect.poll(() => watch.unexpected().join("\n"), way).toContain(`//${way}.invalid/`);
  }
  watch.allow(/\.invalid/);
});

test("the page is served with a policy that allows no inline script and no other server", async ({
  request,
}) => {
  const policy = (await request.get("/")).headers()["content-security-policy"] ?? "";
  const directives = new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(" ")];
    }),
  );
  expect(directives.get("script-src") ?? directives.get("default-src")).toBe("'self'");
  expect(directives.get("connect-src") ?? directives.get("default-src")).toMatch(
    /^'self'( wss?:\/\/127\.0\.0\.1:\d+)*$/,
  );
  expect(policy).not.toMatch(/unsafe-eval|\*/);
});

test("after joining the token is nowhere that a page, a log or a shoulder can read it", async ({
  page,
  request,
}) => {
  const { id, links } = await makeMap(request);
  const asked: string[] = [];
  page.on("request", (one) => asked.push(one.url()));
  page.on("websocket", (one) => asked.push(one.url()));
  await MapPage.joinAnew(page, links.editor);
  const token = tokenOf(links.editor);
  expect(new URL(page.url())).toMatchObject({ pathname: `/m/${id}`, hash: "", search: "" });
  expect(
    asked.filter(
      (address) => new URL(address).search.includes(token) || new URL(address).pathname.includes(token),
    ),
  ).toEqual([]);
  const readable = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.documentElement.outerHTML,
    ]),
  );
  expect(readable).not.toContain(token);
  await page.goBack().catch(() => null);
  await page.goForward().catch(() => null);
  expect(page.url()).not.toContain(token);
});

/** What the browser refuses because of the security policy, on every page that this tab opens. */
async function collectRefusals(page: Page): Promise<readonly string[]> {
  const refusals: string[] = [];
  await page.exposeFunction("hearRefusal", (text: string) => refusals.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const { hearRefusal } = window as unknown as { hearRefusal(text: string): void };
      hearRefusal(`${violatedDirective}: ${blockedURI} ${sample}`);
    });
  });
  return refusals;
}
