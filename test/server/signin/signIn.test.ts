import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../../server/startServer.ts";
import { startServer } from "../../../server/startServer.ts";
import { Browser } from "../support/browser.ts";
import { until } from "../support/stockClient.ts";
import { makeMap, withServer } from "../support/withServer.ts";
import { ADA, BEN, begin, comeBack, page, signIn, whoIs } from "./support/signIn.ts";
import { PUBLIC_URL, settingsFor, TestDirectory } from "./support/TestDirectory.ts";

let directory: TestDirectory;
let server: RunningServer;
beforeAll(async () => {
  directory = await TestDirectory.start();
  directory.people.set("ada", ADA).set("ben", BEN).set("nobody", { organisation: "Northshire Trust" });
  server = await startServer({
    port: 0,
    dataFolder: null,
    logLevel: "silent",
    publicUrl: PUBLIC_URL,
    signIn: directory.settings(),
  });
});
afterAll(async () => {
  await server?.close();
  await directory?.stop();
});

const tooLate = page("/?sign-in=too-late");

describe("without a directory", () => {
  it("nobody signs in, and nobody has to", async () => {
    const plain = await withServer();
    const browser = new Browser(plain);
    expect(await (await browser.call("/api/me")).json()).toEqual({ signIn: null, person: null });
    expect((await browser.call("/api/sign-in")).status).toBe(404);
    expect((await browser.call("/api/sign-in/callback?code=x&state=y")).status).toBe(404);
    expect((await browser.post("/api/sign-out", {})).status).toBe(404);
    const map = await makeMap(plain);
    expect((await browser.post("/api/session", { map: map.id, token: map.token.editor })).status).toBe(200);
  });
});

describe("signing in", () => {
  it("gives the name and the organisation of the directory, and leads back to the page that asked", async () => {
    const browser = new Browser(server);
    expect(await (await browser.call("/api/me")).json()).toEqual({
      signIn: { words: "Sign in with Northshire Trust" },
      person: null,
    });
    const address = new URL(await begin(browser, "/m/abc?view=table"));
    expect(address.searchParams.get("code_challenge_method")).toBe("S256");
    expect(address.searchParams.get("redirect_uri")).toBe(page("/api/sign-in/callback"));
    expect(await signIn(browser, directory, "ada", "/m/abc?view=table")).toBe(page("/m/abc?view=table"));
    expect(await whoIs(browser)).toMatchObject(ADA);
  });

  it("keeps the session in a cookie that neither scripts nor other hosts can touch, anew each time", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const cookies: string[] = [];
    for (const _ of [1, 2]) {
      const { pathname, search } = await directory.walk(await begin(browser));
      const response = await browser.call(pathname + search, { redirect: "manual" });
      cookies.push(response.headers.getSetCookie().join());
    }
    const flags = "; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure";
    for (const cookie of cookies)
      expect(cookie).toMatch(new RegExp(`^__Host-plumbline-signed-in=[\\w-]{43}${flags}$`));
    expect(cookies[0]).not.toBe(cookies[1]);
  });

  it("again, as somebody else, ends the session before", async () => {
    const browser = new Browser(server);
    await signIn(browser, directory, "ada");
    const map = await makeMap(server);
    await browser.post("/api/session", { map: map.id, token: map.token.editor });
    const { link } = (await (await browser.call(`/api/maps/${map.id}/session`)).json()) as { link: string };
    const socket = await browser.join(map.id, link);
    await signIn(browser, directory, "ben");
    await until(() => socket.closeCode !== null);
    expect([socket.closeCode, socket.closeReason]).toEqual([4401, "signed-out"]);
    expect(await whoIs(browser)).toMatchObject(BEN);
  });

  it("leads to two pages that asked at the same time", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const first = await directory.walk(await begin(browser, "/m/first"));
    const second = await directory.walk(await begin(browser, "/m/second"));
    expect(await comeBack(browser, first)).toBe(page("/m/first"));
    expect(await comeBack(browser, second)).toBe(page("/m/second"));
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "/api/sign-in",
    "/sync/abc",
    `/${"a".repeat(3_000)}`,
  ])("leads to the first page and not to %s", async (elsewhere) => {
    expect(await signIn(new Browser(server), directory, "ada", elsewhere)).toBe(page("/"));
  });

  it("keeps no fragment, which may hold a token", async () => {
    expect(await signIn(new Browser(server), directory, "ada", "/m/abc#token")).toBe(page("/m/abc"));
  });
});

describe("a sign-in that was not begun like this", () => {
  it("is refused where the state is another", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const back = await directory.walk(await begin(browser));
    back.searchParams.set("state", "A".repeat(43));
    expect(await comeBack(browser, back)).toBe(tooLate);
    expect(await whoIs(browser)).toBeNull();
  });

  it("is refused in a browser that did not begin it", async () => {
    directory.atDesk = "ada";
    const back = await directory.walk(await begin(new Browser(server)));
    const other = new Browser(server);
    await begin(other);
    expect(await comeBack(other, back)).toBe(tooLate);
    expect(await comeBack(new Browser(server), back)).toBe(tooLate);
    expect(await whoIs(other)).toBeNull();
  });

  it("is refused a second time", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const back = await directory.walk(await begin(browser));
    await comeBack(browser, back);
    expect(await comeBack(browser, back)).toBe(tooLate);
  });

  it("is refused with a code that was used before, and with one of another sign-in", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const used = await directory.walk(await begin(browser));
    await comeBack(browser, used);
    const others = await directory.walk(await begin(new Browser(server)));
    for (const { searchParams } of [used, others]) {
      const fresh = new Browser(server);
      const back = await directory.walk(await begin(fresh, "/m/abc"));
      back.searchParams.set("code", searchParams.get("code") ?? "");
      expect(await comeBack(fresh, back)).toBe(page("/m/abc?sign-in=failed"));
      expect(await whoIs(fresh)).toBeNull();
    }
  });

  it("is refused in the name of another issuer", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const back = await directory.walk(await begin(browser));
    back.searchParams.set("iss", "https://evil.example");
    expect(await comeBack(browser, back)).toBe(page("/?sign-in=failed"));
  });

  it("signs nobody in with a cookie that was made up or changed", async () => {
    const made = `__Host-plumbline-signed-in=${"A".repeat(43)}`;
    const response = await fetch(`${server.url}/api/me`, { headers: { Cookie: made } });
    expect(((await response.json()) as { person: unknown }).person).toBeNull();
  });
});

describe("a directory that signs nobody in", () => {
  it("is told to the page that asked: cancelled", async () => {
    const browser = new Browser(server);
    directory.atDesk = null;
    const back = await directory.walk(await begin(browser, "/m/abc"));
    expect(await comeBack(browser, back)).toBe(page("/m/abc?sign-in=declined"));
    expect(await whoIs(browser)).toBeNull();
  });

  it("is told to the page that asked: it knows no name", async () => {
    const browser = new Browser(server);
    expect(await signIn(browser, directory, "nobody", "/m/abc")).toBe(page("/m/abc?sign-in=nameless"));
    expect(await whoIs(browser)).toBeNull();
  });

  it("is told to the page that asked: it has gone while they were there", async () => {
    const going = await TestDirectory.start();
    going.people.set("ada", ADA);
    going.atDesk = "ada";
    const own = await withServer({ publicUrl: PUBLIC_URL, signIn: going.settings() });
    const browser = new Browser(own);
    const back = await going.walk(await begin(browser, "/m/abc"));
    await going.stop();
    expect(await comeBack(browser, back)).toBe(page("/m/abc?sign-in=unreachable"));
  });

  it("is told to the page that asked: it cannot be reached; and asked again the next time", async () => {
    const gone = await TestDirectory.start();
    const port = gone.port;
    await gone.stop();
    const issuer = `http://127.0.0.1:${port}`;
    const own = await withServer({ publicUrl: PUBLIC_URL, signIn: settingsFor(issuer) });
    const browser = new Browser(own);
    expect(await begin(browser, "/m/abc?x=1")).toBe(page("/m/abc?x=1&sign-in=unreachable"));
    // Who needs no account is not concerned.
    await makeMap(own);
    const back = await TestDirectory.start(port);
    back.people.set("ada", ADA);
    try {
      expect(await signIn(browser, back, "ada")).toBe(page("/"));
      expect(await whoIs(browser)).toMatchObject(ADA);
    } finally {
      await back.stop();
    }
  });
});

describe("the security log", () => {
  it("notes who signs in, who signs out and what did not come about, without names", async () => {
    const adminKey = "a key of this test, long enough";
    const own = await withServer({ publicUrl: PUBLIC_URL, signIn: directory.settings(), adminKey });
    const browser = new Browser(own);
    await signIn(browser, directory, "nobody");
    await signIn(browser, directory, "ada");
    await browser.post("/api/sign-out", {});
    const headers = { "Plumbline-Admin-Key": adminKey };
    const log = await (await fetch(`${own.url}/api/admin/security-log`, { headers })).text();
    const { events } = JSON.parse(log) as { events: { kind: string; detail: string | null }[] };
    expect(events.map(({ kind, detail }) => [kind, detail]).reverse()).toEqual([
      ["sign-in-refused", "nameless"],
      ["signed-in", null],
      ["signed-out", null],
    ]);
    expect(log).not.toContain("Ada");
  });
});

describe("signing out", () => {
  it("ends the session and its sockets at once, and says where to go on", async () => {
    const browser = new Browser(server);
    await signIn(browser, directory, "ada");
    const map = await makeMap(server);
    const { link } = (await (
      await browser.post("/api/session", { map: map.id, token: map.token.editor })
    ).json()) as { link: string };
    const [mapSocket, talkSocket] = [
      await browser.join(map.id, link),
      await browser.join(`${map.id}/talk`, link),
    ];
    const other = new Browser(server);
    await signIn(other, directory, "ada");
    await other.post("/api/session", { map: map.id, token: map.token.editor });
    const otherSocket = await other.join(map.id, link);
    const { goOn } = (await (await browser.post("/api/sign-out", {})).json()) as { goOn: string };
    await until(() => mapSocket.closeCode !== null && talkSocket.closeCode !== null);
    expect([mapSocket.closeCode, mapSocket.closeReason]).toEqual([4401, "signed-out"]);
    expect(otherSocket.closeCode).toBeNull();
    const end = new URL(goOn);
    expect(end.origin).toBe(directory.issuer);
    expect(end.searchParams.get("post_logout_redirect_uri")).toBe(page("/"));
    expect((await fetch(end)).status).toBe(200);
    expect(await whoIs(browser)).toBeNull();
    expect(await whoIs(other)).toMatchObject(ADA);
    // The link demands nothing: they come back without a name of the directory.
    await browser.join(map.id, link);
  });

  it("is no good for the cookie that was", async () => {
    const browser = new Browser(server);
    directory.atDesk = "ada";
    const { pathname, search } = await directory.walk(await begin(browser));
    const response = await browser.call(pathname + search, { redirect: "manual" });
    const Cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const who = async () =>
      (await (await fetch(`${server.url}/api/me`, { headers: { Cookie } })).json()) as object;
    expect(await who()).toMatchObject({ person: ADA });
    await browser.post("/api/sign-out", {});
    expect(await who()).toMatchObject({ person: null });
  });

  it("is refused to a page of somebody else, and does no harm to whoever is not signed in", async () => {
    const browser = new Browser(server);
    await signIn(browser, directory, "ada");
    const foreign = { method: "POST", headers: { Origin: "https://evil.example" } };
    expect((await browser.call("/api/sign-out", foreign)).status).toBe(403);
    expect(await whoIs(browser)).toMatchObject(ADA);
    expect(await (await new Browser(server).post("/api/sign-out", {})).json()).toEqual({ goOn: null });
  });
});
