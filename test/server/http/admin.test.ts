import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { stopTheClock } from "../support/stopTheClock.ts";
import { callWith, makeMap, serverOfFile, withServer } from "../support/withServer.ts";

const adminKey = "the key that opens every map of this server";

interface ListedMap {
  readonly id: string;
  readonly title: string;
}

describe("the administrator's calls", () => {
  const theServer = serverOfFile({ adminKey });

  const admin = (path: string, method = "GET", key: string | null = adminKey, url = theServer().url) =>
    fetch(`${url}/api/admin${path}`, {
      method,
      ...(key !== null && { headers: { "Plumbline-Admin-Key": key } }),
    });
  const listed = async (query: string) =>
    (await (await admin(`/maps?${query}`)).json()) as { total: number; maps: ListedMap[] };

  it("are not there where no key is set, nor is the page", async () => {
    const server = await withServer();
    expect((await admin("/maps", "GET", adminKey, server.url)).status).toBe(404);
    expect((await admin("/security-log", "GET", "", server.url)).status).toBe(404);
    expect((await fetch(`${server.url}/admin`)).status).toBe(404);
  });

  it.each([null, "", "wrong", `${adminKey} `.trim().slice(1), adminKey.toUpperCase()])(
    "refuse the key %j",
    async (key) => {
      const server = await withServer({ adminKey });
      expect((await admin("/maps", "GET", key, server.url)).status).toBe(401);
      expect((await admin("/maps/x/owner-link", "POST", key, server.url)).status).toBe(401);
    },
  );

  it("take so many wrong keys from an address, and then not even the right one for a while", async () => {
    const server = await withServer({ adminKey });
    stopTheClock();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < LIMITS.adminTriesBurst; attempt++)
      statuses.push((await admin("/maps", "GET", `wrong ${attempt}`, server.url)).status);
    expect(new Set(statuses)).toEqual(new Set([401]));
    const refused = await admin("/maps", "GET", adminKey, server.url);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("list maps with who is on them, searched and sorted", async () => {
    const map = await makeMap(theServer(), { title: "Wolverhampton" });
    await makeMap(theServer(), { title: "Wigan" });
    await RawClient.join(theServer(), map.id, map.token.editor);
    const { total, maps } = await listed("search=wolver");
    expect(total).toBe(1);
    expect(maps).toEqual([
      {
        id: map.id,
        title: "Wolverhampton",
        createdAt: expect.stringMatching(/^20/),
        lastUsedAt: expect.stringMatching(/^20/),
        links: 4,
        people: 1,
        bytes: expect.any(Number),
      },
    ]);
    const byTitle = (await listed("search=w&sort=title")).maps.map(({ title }) => title);
    expect(byTitle.indexOf("Wigan")).toBeLessThan(byTitle.indexOf("Wolverhampton"));
    expect((await admin("/maps?sort=colour")).status).toBe(400);
    expect((await admin("/maps?page=-1")).status).toBe(400);
    expect((await listed("page=900")).maps).toEqual([]);
  });

  it("delete a map with everybody on it", async () => {
    const map = await makeMap(theServer(), { title: "To go" });
    const client = await RawClient.join(theServer(), map.id, map.token.editor);
    expect((await admin(`/maps/${map.id}`, "DELETE")).status).toBe(204);
    await until(() => client.closeCode === 4404);
    expect((await listed("search=To go")).maps).toEqual([]);
    expect((await admin(`/maps/${map.id}`, "DELETE")).status).toBe(404);
  });

  it("make an owner's link for a map whose owner has lost theirs, which the map's log tells", async () => {
    const map = await makeMap(theServer());
    const made = await admin(`/maps/${map.id}/owner-link`, "POST");
    expect(made.status).toBe(201);
    const { link } = (await made.json()) as { link: string };
    const token = link.split("#")[1] ?? "";
    const log = await callWith(theServer(), token, `/api/maps/${map.id}/security-log`);
    expect(await log.json()).toMatchObject({
      events: [
        {
          kind: "admin-owner-link",
          by: null,
          about: { label: "Made by the administrator", role: "owner" },
        },
        { kind: "created" },
      ],
    });
    expect((await admin("/maps/nowhere/owner-link", "POST")).status).toBe(404);
  });

  it("show the security log of the server, or of one map", async () => {
    const map = await makeMap(theServer());
    const of = async (query: string) =>
      ((await (await admin(`/security-log${query}`)).json()) as { events: { kind: string; map: string }[] })
        .events;
    expect(await of(`?map=${map.id}`)).toMatchObject([{ kind: "created", map: map.id }]);
    expect((await of("")).length).toBeGreaterThan(1);
  });
});
