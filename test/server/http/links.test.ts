import { describe, expect, it } from "vitest";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

interface Link {
  readonly id: string;
  readonly role: string;
  readonly label: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly token?: string;
  readonly link?: string;
}

describe("links over HTTP", () => {
  const theServer = serverOfFile();

  async function linksOf(map: TestMap): Promise<readonly Link[]> {
    const response = await callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { links: Link[] }).links;
  }

  const makeLink = (map: TestMap, body: unknown, token = map.token.owner) =>
    callWith(theServer(), token, `/api/maps/${map.id}/links`, { method: "POST", body: JSON.stringify(body) });

  const revoke = (map: TestMap, id: string, token = map.token.owner) =>
    callWith(theServer(), token, `/api/maps/${map.id}/links/${id}`, { method: "DELETE" });

  it("lists the four of a new map, without tokens", async () => {
    const map = await makeMap(theServer());
    const links = await linksOf(map);
    expect(links.map(({ role }) => role).sort()).toEqual(["commenter", "editor", "owner", "viewer"]);
    for (const token of Object.values(map.token)) expect(JSON.stringify(links)).not.toContain(token);
    for (const link of links) {
      expect(Object.keys(link)).toEqual([
        "id",
        "role",
        "label",
        "expiresAt",
        "lastUsedAt",
        "isCode",
        "signIn",
        "people",
      ]);
    }
  });

  it("makes one whose token is shown once and works", async () => {
    const map = await makeMap(theServer());
    const expiresAt = "2999-01-01T00:00:00.000Z";
    const response = await makeLink(map, { role: "viewer", label: "Board pack", expiresAt });
    expect(response.status).toBe(201);
    const made = (await response.json()) as Link;
    expect(made).toMatchObject({ role: "viewer", label: "Board pack", expiresAt, lastUsedAt: null });
    expect(made.link).toBe(`${theServer().url}/m/${map.id}#${made.token}`);
    expect((await callWith(theServer(), made.token ?? "", `/api/maps/${map.id}`)).status).toBe(200);
    const listed = (await linksOf(map)).find(({ id }) => id === made.id);
    expect(listed?.token).toBeUndefined();
    expect(Date.parse(listed?.lastUsedAt ?? "")).toBeGreaterThan(0);
  });

  it.each([
    [{}, "role"],
    [{ role: "king" }, "role"],
    [{ role: "viewer", label: 5 }, "label"],
    [{ role: "viewer", expiresAt: "tomorrow" }, "expiresAt"],
    [{ role: "viewer", expiresAt: "2001-01-01" }, "expiresAt"],
    [{ role: "viewer", colour: "red" }, "colour"],
  ])("refuses %j", async (body, path) => {
    const response = await makeLink(await makeMap(theServer()), body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { path } });
  });

  it("are for owners", async () => {
    const map = await makeMap(theServer());
    const [some] = await linksOf(map);
    for (const role of ["editor", "commenter", "viewer"] as const) {
      expect((await callWith(theServer(), map.token[role], `/api/maps/${map.id}/links`)).status).toBe(403);
      expect((await makeLink(map, { role: "owner" }, map.token[role])).status).toBe(403);
      expect((await revoke(map, some?.id ?? "", map.token[role])).status).toBe(403);
    }
  });

  it("close their sockets when they are revoked, at once, and then open nothing", async () => {
    const map = await makeMap(theServer());
    const made = (await (await makeLink(map, { role: "editor" })).json()) as Link;
    const sockets = await Promise.all([
      RawClient.join(theServer(), map.id, made.token ?? ""),
      RawClient.join(theServer(), `${map.id}/talk`, made.token ?? ""),
    ]);
    const other = await RawClient.join(theServer(), map.id, map.token.editor);
    expect((await revoke(map, made.id)).status).toBe(204);
    await until(() => sockets.every(({ closeCode }) => closeCode === 4403));
    expect(other.closeCode).toBeNull();
    expect((await revoke(map, made.id)).status).toBe(404);
    expect((await linksOf(map)).some(({ id }) => id === made.id)).toBe(false);
    expect((await callWith(theServer(), made.token ?? "", `/api/maps/${map.id}`)).status).toBe(404);
  });

  it("of another map cannot be revoked", async () => {
    const [map, other] = [await makeMap(theServer()), await makeMap(theServer())];
    const [theirs] = await linksOf(other);
    expect((await revoke(map, theirs?.id ?? "")).status).toBe(404);
    expect(await linksOf(other)).toHaveLength(4);
  });

  it("leave a map an owner", async () => {
    const map = await makeMap(theServer());
    const owner = (await linksOf(map)).find(({ role }) => role === "owner")?.id ?? "";
    expect((await revoke(map, owner)).status).toBe(400);
    const second = (await (await makeLink(map, { role: "owner" })).json()) as Link;
    expect((await revoke(map, owner)).status).toBe(204);
    expect((await revoke(map, second.id, second.token)).status).toBe(400);
  });

  it("are many, but not without end", async () => {
    const map = await makeMap(theServer());
    for (let count = 4; count < 200; count++)
      expect((await makeLink(map, { role: "viewer" })).status).toBe(201);
    expect((await makeLink(map, { role: "viewer" })).status).toBe(400);
  });

  it("carry the public address where there is one", async () => {
    const server = await withServer({ publicUrl: new URL("https://maps.example.org") });
    const response = await fetch(`${server.url}/api/maps`, { method: "POST" });
    const { id, links } = (await response.json()) as { id: string; links: { owner: string } };
    expect(links.owner.startsWith(`https://maps.example.org/m/${id}#`)).toBe(true);
  });
});
