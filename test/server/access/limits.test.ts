import type { IncomingMessage } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { Access } from "../../../server/access/Access.ts";
import { AddressLimiter } from "../../../server/access/AddressLimiter.ts";
import { TrustedProxies } from "../../../server/access/clientAddress.ts";
import { Door } from "../../../server/access/Door.ts";
import { SecurityLog } from "../../../server/access/SecurityLog.ts";
import { newCode, readCode, tokenOfCode, writtenCode } from "../../../server/access/shortCode.ts";
import { TooManyTries } from "../../../server/access/TooManyTries.ts";
import { isTokenLike } from "../../../server/access/tokens.ts";
import { openLog } from "../../../server/log/openLog.ts";
import { MemoryAccessStore } from "../../../server/storage/MemoryAccessStore.ts";
import { MemorySecurityStore } from "../../../server/storage/MemorySecurityStore.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { Browser } from "../support/browser.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { stopTheClock } from "../support/stopTheClock.ts";
import { callWith, makeMap, withServer } from "../support/withServer.ts";

const elsewhere = { "X-Forwarded-For": "203.0.113.9" };
const behindProxy = { trustedProxies: new TrustedProxies("127.0.0.1") };

/** Makes as many calls as pass, each of which must, and gives the answer to one more, which must not. */
async function untilRefused(burst: number, call: () => Promise<Response>): Promise<Response> {
  const together = 50;
  for (let count = 0; count < burst; count += together) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(together, burst - count) }, () => call()),
    );
    for (const answer of answers) {
      expect(answer.status).not.toBe(429);
      await answer.arrayBuffer();
    }
  }
  const refused = await call();
  expect(refused.status).toBe(429);
  return refused;
}

function expectRetryAfter(answer: Response): void {
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
}

describe("AddressLimiter", () => {
  it("limits each address for itself, and says how long to wait", () => {
    const limiter = new AddressLimiter(0.5, 2);
    expect([limiter.take("a"), limiter.take("a")]).toEqual([0, 0]);
    expect(limiter.take("a")).toBe(2);
    expect(limiter.waitSeconds("a")).toBe(2);
    expect([limiter.take("b"), limiter.waitSeconds("b"), limiter.waitSeconds("never seen")]).toEqual([
      0, 0, 0,
    ]);
  });

  it("does not count what is given back", () => {
    const limiter = new AddressLimiter(0.001, 1);
    for (let time = 0; time < 10; time++) {
      expect(limiter.take("a")).toBe(0);
      limiter.giveBack("a");
    }
  });

  it("counts all addresses of one IPv6 network as one, and those of another for themselves", () => {
    const limiter = new AddressLimiter(0.001, 1);
    expect(limiter.take("2001:db8:0:7::1")).toBe(0);
    expect(limiter.take("2001:DB8::7:ffff:1:2:3")).toBeGreaterThan(0);
    expect(limiter.take("2001:db8:0:8::1")).toBe(0);
    expect(limiter.take("::1")).toBe(0);
  });

  it("remembers no more addresses than it has room for", () => {
    const limiter = new AddressLimiter(0.001, 1);
    limiter.take("first");
    for (let index = 0; index < 10_000; index++) limiter.take(`address ${index}`);
    expect(limiter.waitSeconds("first")).toBe(0);
    expect(limiter.waitSeconds("address 9999")).toBeGreaterThan(0);
  });
});

describe("short codes", () => {
  it("are of letters that do not look alike, and lead to the same token again and again", async () => {
    const code = newCode();
    expect(code).not.toMatch(/[0O1IL2Z5S8B]/);
    expect(readCode(writtenCode(code).toLowerCase())).toBe(code);
    const token = await tokenOfCode(code);
    expect(isTokenLike(token)).toBe(true);
    expect(await tokenOfCode(code)).toBe(token);
    expect(await tokenOfCode(newCode())).not.toBe(token);
  });

  it.each(["", "KTM4-7QX", "KTM4-7QXPP", "KTM4-7QX0", "KTM4-7QXß"])("are not %j", (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});

describe("limits of an address", () => {
  beforeEach(stopTheClock);

  it("a hundred people behind one address come in at the same moment, by a link, with two tabs each", async () => {
    const server = await withServer();
    const map = await makeMap(server);
    const people = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const browser = new Browser(server);
        const session = await browser.post("/api/session", { map: map.id, token: map.token.editor });
        expect(session.status).toBe(200);
        const { link } = (await session.json()) as { link: string };
        expect((await browser.call(`/api/maps/${map.id}/session?link=${link}`)).status).toBe(200);
        return Promise.all([
          browser.join(map.id, link),
          browser.join(`${map.id}/talk`, link),
          browser.join(map.id, link),
        ]);
      }),
    );
    expect(people.flat().every(({ closeCode }) => closeCode === null)).toBe(true);
  }, 60_000);

  it("tokens that open nothing are refused after a while, from that address alone", async () => {
    const server = await withServer(behindProxy);
    const map = await makeMap(server);
    const guess = () =>
      fetch(`${server.url}/api/maps/${map.id}/session`, {
        headers: { Authorization: `Bearer ${"x".repeat(43)}` },
      });
    const refused = await untilRefused(LIMITS.failedTokensBurst, guess);
    expectRetryAfter(refused);
    const socket = new RawClient(server, map.id, ["plumbline", `plumbline.token.${map.token.editor}`]);
    await until(() => socket.httpStatus === 429);
    const other = await fetch(`${server.url}/api/maps/${map.id}/session`, {
      headers: { ...elsewhere, Authorization: `Bearer ${map.token.viewer}` },
    });
    expect(other.status).toBe(200);
  }, 60_000);

  it("sessions", async () => {
    const server = await withServer(behindProxy);
    const map = await makeMap(server);
    const begin = (headers: Record<string, string> = {}) =>
      fetch(`${server.url}/api/session`, {
        method: "POST",
        headers,
        body: JSON.stringify({ map: map.id, token: map.token.viewer }),
      });
    expectRetryAfter(await untilRefused(LIMITS.sessionsBurst, begin));
    expect((await begin(elsewhere)).status).toBe(200);
  }, 60_000);

  it("map files, checks and pictures", async () => {
    const server = await withServer(behindProxy);
    const map = await makeMap(server);
    // A token that opens nothing costs the thread for pictures nothing, and counts all the same.
    const ask = () => callWith(server, "x", `/api/maps/${map.id}/export.png`);
    expectRetryAfter(await untilRefused(LIMITS.exportsBurst, ask));
    const other = await fetch(`${server.url}/api/maps/${map.id}`, {
      headers: { ...elsewhere, Authorization: `Bearer ${map.token.viewer}` },
    });
    expect(other.status).toBe(200);
  }, 60_000);

  it("links of one map, so that a script that makes and revokes them fills no disk", async () => {
    const server = await withServer();
    const map = await makeMap(server);
    const path = `/api/maps/${map.id}/links`;
    const makeAndRevoke = async () => {
      const made = await callWith(server, map.token.owner, path, {
        method: "POST",
        body: '{"role":"viewer"}',
      });
      if (made.status !== 201) return made;
      const { id } = (await made.json()) as { id: string };
      return callWith(server, map.token.owner, `${path}/${id}`, { method: "DELETE" });
    };
    expectRetryAfter(await untilRefused(LIMITS.newLinksBurst, makeAndRevoke));
  }, 60_000);

  it("wrong sign-up keys, of which one that is asked for is none", async () => {
    const server = await withServer({ signupKey: "sesame", ...behindProxy });
    const make = (key?: string) =>
      fetch(`${server.url}/api/maps`, {
        method: "POST",
        headers: key === undefined ? {} : { "Plumbline-Signup-Key": key },
      });
    for (let count = 0; count < 2 * LIMITS.signupTriesBurst; count++) expect((await make()).status).toBe(401);
    expectRetryAfter(await untilRefused(LIMITS.signupTriesBurst, () => make("guess")));
    expect((await make("sesame")).status).toBe(429);
  }, 60_000);

  it("live connections", async () => {
    const store = new MemoryAccessStore();
    const access = new Access(store);
    const { editor } = await access.createMap("map", "", null);
    const options = {
      store: new MemorySecurityStore(),
      log: openLog("silent"),
      days: 1,
      keepsAddresses: false,
    };
    const security = new SecurityLog(options);
    const door = new Door({
      access,
      sessions: { personOf: async () => null },
      security,
      proxies: new TrustedProxies(""),
    });
    const open = (remoteAddress: string) => {
      const asked = { socket: { remoteAddress }, headers: {} } as IncomingMessage;
      return door.identifyForLive("map", asked, { token: editor });
    };
    for (let count = 0; count < LIMITS.openingsBurst; count++)
      expect((await open("203.0.113.9")).kind).toBe("known");
    await expect(open("203.0.113.9")).rejects.toThrow(TooManyTries);
    expect((await open("203.0.113.10")).kind).toBe("known");
    await security.close();
  });
});
