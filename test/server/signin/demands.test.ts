import { describe, expect, it, vi } from "vitest";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap, type TestMap, withServer } from "../support/withServer.ts";
import { browserOf, linkIn, mapOf, open, signedServerOfFile } from "./support/signedServer.ts";
import { ADA, begin, comeBack, page, signIn, whoIs } from "./support/signIn.ts";

const signed = signedServerOfFile();

/** Makes a link as the map's owner. */
async function makeLink(map: TestMap, fields: object): Promise<{ id: string; token: string }> {
  const body = JSON.stringify({ role: "editor", ...fields });
  const response = await callWith(signed().server, map.token.owner, `/api/maps/${map.id}/links`, {
    method: "POST",
    body,
  });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; token: string };
}

function patchLink(map: TestMap, link: string, fields: object): Promise<Response> {
  const init = { method: "PATCH", body: JSON.stringify(fields) };
  return callWith(signed().server, map.token.owner, `/api/maps/${map.id}/links/${link}`, init);
}

async function adasMap(): Promise<TestMap> {
  return mapOf(await browserOf(signed(), "ada"));
}

describe("a map", () => {
  it("belongs to the organisation of whoever is signed in when they make it", async () => {
    const browser = await browserOf(signed(), "ada");
    const map = await mapOf(browser);
    const opened = await open(browser, map, map.token.editor);
    expect(await opened.json()).toMatchObject({ organisation: ADA.organisation, person: ADA });
    const session = await callWith(signed().server, map.token.viewer, `/api/maps/${map.id}/session`);
    const told = (await session.json()) as object;
    expect(told).toMatchObject({ organisation: ADA.organisation });
    expect(told).not.toHaveProperty("person");
  });

  it("belongs to nobody where nobody is signed in, or the directory tells no organisation", async () => {
    for (const subject of [null, "cyd"]) {
      const browser = await browserOf(signed(), subject);
      const map = await mapOf(browser);
      expect(await (await open(browser, map, map.token.editor)).json()).not.toHaveProperty("organisation");
      const body = JSON.stringify({ role: "editor", signIn: "organisation" });
      const path = `/api/maps/${map.id}/links`;
      const refused = await callWith(signed().server, map.token.owner, path, { method: "POST", body });
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ error: { path: "signIn" } });
    }
  });
});

describe("a link that demands a sign-in", () => {
  it("is shown as such, and demands nothing unless told", async () => {
    const map = await adasMap();
    expect(await makeLink(map, {})).toMatchObject({ signIn: "none" });
    const link = await makeLink(map, { signIn: "organisation" });
    expect(link).toMatchObject({ signIn: "organisation" });
    expect(await (await patchLink(map, link.id, { signIn: "anyone" })).json()).toMatchObject({
      signIn: "anyone",
    });
    expect((await patchLink(map, link.id, { signIn: "everyone" })).status).toBe(400);
  });

  it("says so to whoever is not signed in, and lets them go on when they come back, without the token", async () => {
    const map = await adasMap();
    const link = await makeLink(map, { signIn: "anyone" });
    const browser = await browserOf(signed(), null);
    const refused = await open(browser, map, link.token);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual({
      error: {
        message: "This link opens the map only for people who are signed in.",
        code: "sign-in-needed",
        link: link.id,
      },
    });
    const session = `/api/maps/${map.id}/session?link=${link.id}`;
    expect((await browser.call(session)).status).toBe(401);
    expect((await browser.call(`/api/maps/${map.id}?link=${link.id}`)).status).toBe(401);
    await signIn(browser, signed().directory, "ben");
    expect(await (await browser.call(session)).json()).toMatchObject({ role: "editor", link: link.id });
    await browser.join(map.id, link.id);
  });

  it("lets no socket in without one, by whatever way it comes", async () => {
    const map = await adasMap();
    const link = await makeLink(map, { signIn: "anyone" });
    const client = new RawClient(signed().server, map.id, ["plumbline", `plumbline.token.${link.token}`]);
    await until(() => client.closeCode !== null);
    expect([client.closeCode, client.closeReason]).toEqual([4401, "sign-in-needed"]);
    const overHttp = await callWith(signed().server, link.token, `/sync/${map.id}/http`, { method: "POST" });
    expect(await overHttp.json()).toEqual({ closed: { code: 4401, reason: "sign-in-needed" } });
    expect((await callWith(signed().server, link.token, `/api/maps/${map.id}`)).status).toBe(401);
  });

  it("of the map's organisation lets in its people, and says to others that it is not for them", async () => {
    const map = await adasMap();
    const link = await makeLink(map, { signIn: "organisation" });
    const ada = await browserOf(signed(), "ada");
    expect((await open(ada, map, link.token)).status).toBe(200);
    await ada.join(map.id, link.id);
    for (const subject of ["ben", "cyd"]) {
      const other = await browserOf(signed(), subject);
      const refused = await open(other, map, link.token);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ error: { code: "other-organisation", link: link.id } });
      const client = other.connect(map.id, link.id);
      await until(() => client.closeCode !== null);
      expect([client.closeCode, client.closeReason]).toEqual([4401, "other-organisation"]);
    }
    const nobody = await open(await browserOf(signed(), null), map, link.token);
    expect(await nobody.json()).toMatchObject({ error: { code: "sign-in-needed" } });
  });

  it("can be a short code", async () => {
    const map = await adasMap();
    const body = JSON.stringify({ role: "viewer", signIn: "organisation" });
    const path = `/api/maps/${map.id}/codes`;
    const made = await callWith(signed().server, map.token.owner, path, { method: "POST", body });
    const { code } = (await made.json()) as { code: string };
    const join = async (subject: string | null) =>
      (await (await browserOf(signed(), subject)).post("/api/join", { code })).status;
    expect([await join("ada"), await join("ben"), await join(null)]).toEqual([200, 403, 401]);
  });

  it("sends those away who are on it when it begins to demand, and only them", async () => {
    const map = await adasMap();
    const link = await makeLink(map, {});
    const joined = async (subject: string | null) => {
      const browser = await browserOf(signed(), subject);
      await open(browser, map, link.token);
      return browser.join(map.id, link.id);
    };
    const [ada, ben, nobody] = [await joined("ada"), await joined("ben"), await joined(null)];
    const elsewhere = await RawClient.join(signed().server, map.id, map.token.editor);
    await patchLink(map, link.id, { signIn: "anyone" });
    await until(() => nobody.closeCode !== null);
    expect([nobody.closeCode, nobody.closeReason]).toEqual([4401, "sign-in-needed"]);
    await Promise.all([ada.settled(), ben.settled()]);
    await patchLink(map, link.id, { signIn: "organisation" });
    await until(() => ben.closeCode !== null);
    expect([ben.closeCode, ben.closeReason]).toEqual([4401, "other-organisation"]);
    await Promise.all([ada.settled(), elsewhere.settled()]);
    // And when it demands nothing any more, everybody may come.
    await patchLink(map, link.id, { signIn: "none" });
    await RawClient.join(signed().server, map.id, link.token);
  });

  it("shuts nobody out of their own map by mistake", async () => {
    const browser = await browserOf(signed(), "ada");
    const map = await mapOf(browser);
    const own = await linkIn(await callWith(signed().server, map.token.owner, `/api/maps/${map.id}/session`));
    const refused = await patchLink(map, own, { signIn: "anyone" });
    expect(refused.status).toBe(400);
    expect((await callWith(signed().server, map.token.owner, `/api/maps/${map.id}/links`)).status).toBe(200);
    await open(browser, map, map.token.owner);
    const path = `/api/maps/${map.id}/links/${own}?link=${own}`;
    const init = { method: "PATCH", body: JSON.stringify({ signIn: "organisation" }) };
    expect((await browser.call(path, init)).status).toBe(200);
    expect((await callWith(signed().server, map.token.owner, `/api/maps/${map.id}/links`)).status).toBe(401);
  });

  it("is not made on a server where nobody signs in, and stays closed where nobody does any more", async () => {
    const plain = await withServer();
    const map = await makeMap(plain);
    const body = JSON.stringify({ role: "editor", signIn: "anyone" });
    const path = `/api/maps/${map.id}/links`;
    expect((await callWith(plain, map.token.owner, path, { method: "POST", body })).status).toBe(400);

    const signedMap = await adasMap();
    const link = await makeLink(signedMap, { signIn: "anyone" });
    const later = await withServer({ storage: { ...signed().storage, close: async () => {} } });
    expect((await callWith(later, link.token, `/api/maps/${signedMap.id}`)).status).toBe(401);
    expect((await callWith(later, signedMap.token.editor, `/api/maps/${signedMap.id}`)).status).toBe(200);
  });
});

describe("a sign-in whose time is over", () => {
  it("does not come about a quarter of an hour after it was begun", async () => {
    const { directory } = signed();
    const browser = await browserOf(signed(), null);
    directory.atDesk = "ada";
    const back = await directory.walk(await begin(browser));
    try {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 16 * 60 * 1_000 });
      expect(await comeBack(browser, back)).toBe(page("/?sign-in=too-late"));
    } finally {
      vi.useRealTimers();
    }
  });

  it("opens nothing any more", async () => {
    const map = await adasMap();
    const link = await makeLink(map, { signIn: "anyone" });
    const browser = await browserOf(signed(), "ada");
    await open(browser, map, link.token);
    const status = async () => (await browser.call(`/api/maps/${map.id}/session?link=${link.id}`)).status;
    const hourMs = 60 * 60 * 1_000;
    const signedInAt = Date.now();
    try {
      vi.useFakeTimers({ toFake: ["Date"], now: signedInAt + 11.9 * hourMs });
      expect(await status()).toBe(200);
      vi.setSystemTime(signedInAt + 12.1 * hourMs);
      expect(await status()).toBe(401);
      expect(await whoIs(browser)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
