import { describe, expect, it } from "vitest";
import { TrustedProxies } from "../../../server/access/clientAddress.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { Browser } from "../support/browser.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { stopTheClock } from "../support/stopTheClock.ts";
import { callWith, makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

interface Code {
  readonly id: string;
  readonly code: string;
  readonly join: string;
  readonly link: string;
  readonly role: string;
  readonly expiresAt: string;
}

describe("short codes", () => {
  const theServer = serverOfFile();

  const make = (map: TestMap, body: unknown, token = map.token.owner) =>
    callWith(theServer(), token, `/api/maps/${map.id}/codes`, { method: "POST", body: JSON.stringify(body) });
  const made = async (map: TestMap, body: unknown) => (await (await make(map, body)).json()) as Code;
  const join = (code: unknown, browser = new Browser(theServer())) => browser.post("/api/join", { code });

  it("are shown once, with where to type them, and are a link among the others", async () => {
    const map = await makeMap(theServer());
    const response = await make(map, { role: "commenter" });
    expect(response.status).toBe(201);
    const code = (await response.json()) as Code;
    expect(code.code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{4}-[34679ACDEFGHJKMNPQRTUVWXY]{4}$/);
    expect(code.join).toBe(`${theServer().url}/join`);
    expect(code.link).toBe(`${code.join}#${code.code.replace("-", "")}`);
    const links = await (await callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links`)).text();
    expect(JSON.parse(links).links).toContainEqual({
      id: code.id,
      role: "commenter",
      label: "Short code",
      expiresAt: code.expiresAt,
      lastUsedAt: null,
      isCode: true,
      signIn: "none",
      people: 0,
    });
    expect(links).not.toContain(code.code);
  });

  it("last two hours unless their maker says otherwise, and a day at most", async () => {
    const map = await makeMap(theServer());
    const hoursLeft = (code: Code) => (Date.parse(code.expiresAt) - Date.now()) / 3_600_000;
    expect(hoursLeft(await made(map, { role: "editor" }))).toBeCloseTo(2, 1);
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    expect(hoursLeft(await made(map, { role: "editor", expiresAt: inHours(8) }))).toBeCloseTo(8, 1);
    expect((await make(map, { role: "editor", expiresAt: inHours(25) })).status).toBe(400);
    const { id } = await made(map, { role: "editor" });
    const change = (expiresAt: string | null) =>
      callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links/${id}`, {
        method: "PATCH",
        body: JSON.stringify({ expiresAt }),
      });
    expect((await change(null)).status).toBe(400);
    expect((await change(inHours(25))).status).toBe(400);
    expect((await change(inHours(23))).status).toBe(200);
  });

  it("make nobody an owner, and are made by owners", async () => {
    const map = await makeMap(theServer());
    expect((await make(map, { role: "owner" })).status).toBe(400);
    expect((await make(map, { role: "viewer" }, map.token.editor)).status).toBe(403);
  });

  it.each([
    ["as written", (code: string) => code],
    ["in small letters", (code: string) => code.toLowerCase()],
    ["without the hyphen", (code: string) => code.replace("-", "")],
    ["with spaces", (code: string) => ` ${code.replace("-", " – ")} `],
  ])("open the map, %s", async (_how, typed) => {
    const map = await makeMap(theServer(), { title: "Ours" });
    const code = await made(map, { role: "editor" });
    const browser = new Browser(theServer());
    const response = await join(typed(code.code), browser);
    expect(response.status).toBe(200);
    const session = (await response.json()) as { link: string };
    expect(session).toEqual({ id: map.id, title: "Ours", role: "editor", link: code.id });
    expect((await browser.call(`/api/maps/${map.id}/session?link=${code.id}`)).status).toBe(200);
    await browser.join(map.id, code.id);
  });

  it("give the same answer whether they never were, were taken back, or are over", async () => {
    const map = await makeMap(theServer());
    const revoked = await made(map, { role: "viewer" });
    await join(revoked.code);
    await callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links/${revoked.id}`, {
      method: "DELETE",
    });
    const over = await made(map, { role: "viewer" });
    const browser = new Browser(theServer());
    await join(over.code, browser);
    const socket = await browser.join(map.id, over.id);
    await callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links/${over.id}`, {
      method: "PATCH",
      body: JSON.stringify({ expiresAt: new Date(Date.now() + 300).toISOString() }),
    });
    await until(() => socket.closeCode === 4401);
    const answers = await Promise.all(
      [revoked.code, over.code, "KTM4-7QXP", "short", ""].map(async (code) => {
        const response = await join(code);
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 404)).toBe(true);
    expect((await join(7)).status).toBe(400);
  });

  it("put people out when they are taken back", async () => {
    const map = await makeMap(theServer());
    const code = await made(map, { role: "editor" });
    const browser = new Browser(theServer());
    await join(code.code, browser);
    const socket = await browser.join(map.id, code.id);
    await callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links/${code.id}`, {
      method: "DELETE",
    });
    await until(() => socket.closeCode === 4403);
    expect(socket.closeReason).toBe("revoked");
  });

  it("let a hundred people of one building in at the same moment, each with a mistake before", async () => {
    const server = await withServer();
    const map = await makeMap(server);
    const response = await callWith(server, map.token.owner, `/api/maps/${map.id}/codes`, {
      method: "POST",
      body: JSON.stringify({ role: "editor" }),
    });
    const { code, id } = (await response.json()) as Code;
    stopTheClock();
    const people = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const browser = new Browser(server);
        await browser.post("/api/join", { code: `${code}X` });
        const joined = await browser.post("/api/join", { code });
        expect(joined.status).toBe(200);
        return browser.join(map.id, id);
      }),
    );
    expect(people.every(({ closeCode }) => closeCode === null)).toBe(true);
  }, 60_000);

  it("cannot be tried out: after some guesses an address waits, while others come in by theirs", async () => {
    const server = await withServer();
    const map = await makeMap(server);
    stopTheClock();
    const guess = (code: number) => new Browser(server).post("/api/join", { code: `${code}` });
    // What is no code at all costs nothing to look up, and counts all the same.
    for (let count = 0; count < LIMITS.codesBurst; count++) expect((await guess(count)).status).toBe(404);
    const refused = await guess(0);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await RawClient.join(server, map.id, map.token.editor);
  });

  it("cannot be tried out from many addresses either", async () => {
    const server = await withServer({ trustedProxies: new TrustedProxies("127.0.0.1") });
    stopTheClock();
    const letters = "34679ACDEFGHJKMNPQRTUVWXY";
    const guesses = Array.from({ length: LIMITS.allCodesBurst + 40 }, (_, index) => {
      const code = `AAAAAA${letters[Math.floor(index / 25)]}${letters[index % 25]}`;
      return fetch(`${server.url}/api/join`, {
        method: "POST",
        body: JSON.stringify({ code }),
        headers: { "X-Forwarded-For": `203.0.113.${index}` },
      });
    });
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(LIMITS.allCodesBurst);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
  });
});
