import { describe, expect, it } from "vitest";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap } from "../support/withServer.ts";

interface Link {
  readonly id: string;
  readonly label: string;
  readonly expiresAt: string | null;
  readonly people: number;
  readonly token: string;
}

describe.each(["websocket", "http"] as const)("links that are changed, with people over %s", (transport) => {
  const theServer = serverOfFile();
  const live = () => ({ ...theServer(), transport });
  const owner = (map: TestMap, path: string, method = "GET", body?: unknown) =>
    callWith(theServer(), map.token.owner, `/api/maps/${map.id}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const make = async (map: TestMap, body: unknown) =>
    (await (await owner(map, "/links", "POST", body)).json()) as Link;
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

  it("have a new label and a new end, and say how many people are on them", async () => {
    const map = await makeMap(theServer());
    const link = await make(map, { role: "editor", label: "Finance" });
    await RawClient.join(live(), map.id, link.token);
    await RawClient.join(live(), `${map.id}/talk`, link.token);
    const expiresAt = inMs(60_000);
    const response = await owner(map, `/links/${link.id}`, "PATCH", { label: "Finance team", expiresAt });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: link.id, label: "Finance team", expiresAt, people: 1 });
    const { links } = (await (await owner(map, "/links")).json()) as { links: Link[] };
    expect(links.find(({ id }) => id === link.id)).toMatchObject({ label: "Finance team", people: 1 });
    expect(links.filter(({ people }) => people === 0)).toHaveLength(4);
  });

  it.each([
    [{ label: 5 }, "label"],
    [{ expiresAt: "2001-01-01" }, "expiresAt"],
    [{ role: "owner" }, "role"],
  ])("take no %j", async (body, path) => {
    const map = await makeMap(theServer());
    const link = await make(map, { role: "editor" });
    const response = await owner(map, `/links/${link.id}`, "PATCH", body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { path } });
  });

  it("are changed by owners of the same map alone", async () => {
    const [map, other] = [await makeMap(theServer()), await makeMap(theServer())];
    const link = await make(map, { role: "editor" });
    const path = `/api/maps/${map.id}/links/${link.id}`;
    const init = { method: "PATCH", body: JSON.stringify({ label: "x" }) };
    expect((await callWith(theServer(), map.token.editor, path, init)).status).toBe(403);
    expect((await callWith(theServer(), other.token.owner, path, init)).status).toBe(404);
    expect((await owner(other, `/links/${link.id}`, "PATCH", { label: "x" })).status).toBe(404);
  });

  it("put people out the moment that they expire, on every document, and nobody else", async () => {
    const map = await makeMap(theServer());
    const link = await make(map, { role: "editor", expiresAt: inMs(600) });
    const sockets = [
      await RawClient.join(live(), map.id, link.token),
      await RawClient.join(live(), `${map.id}/talk`, link.token),
    ];
    const other = await RawClient.join(live(), map.id, map.token.editor);
    await until(() => sockets.every(({ closeCode }) => closeCode === 4401));
    expect(other.closeCode).toBeNull();
    expect((await callWith(theServer(), link.token, `/api/maps/${map.id}`)).status).toBe(404);
  });

  it("put people out at a moment that was set while they were on, and let them stay where it was put off", async () => {
    const map = await makeMap(theServer());
    const sooner = await make(map, { role: "editor" });
    const later = await make(map, { role: "editor", expiresAt: inMs(700) });
    const [out, staying] = [
      await RawClient.join(live(), map.id, sooner.token),
      await RawClient.join(live(), map.id, later.token),
    ];
    expect((await owner(map, `/links/${later.id}`, "PATCH", { expiresAt: null })).status).toBe(200);
    expect((await owner(map, `/links/${sooner.id}`, "PATCH", { expiresAt: inMs(900) })).status).toBe(200);
    await until(() => out.closeCode === 4401);
    expect(staying.closeCode).toBeNull();
    expect((await callWith(theServer(), later.token, `/api/maps/${map.id}`)).status).toBe(200);
  });

  it("let people in again when an end that is past is put off", async () => {
    const map = await makeMap(theServer());
    const link = await make(map, { role: "viewer", expiresAt: inMs(200) });
    const client = await RawClient.join(live(), map.id, link.token);
    await until(() => client.closeCode === 4401);
    await owner(map, `/links/${link.id}`, "PATCH", { expiresAt: inMs(60_000) });
    await RawClient.join(live(), map.id, link.token);
  });

  it("leave a map an owner", async () => {
    const map = await makeMap(theServer());
    const { links } = (await (await owner(map, "/links")).json()) as {
      links: readonly { readonly id: string; readonly role: string }[];
    };
    const last = links.find(({ role }) => role === "owner")?.id;
    const expiring = { expiresAt: inMs(60_000) };
    expect((await owner(map, `/links/${last}`, "PATCH", expiring)).status).toBe(400);
    expect((await owner(map, `/links/${last}`, "PATCH", { label: "Ours" })).status).toBe(200);
    await make(map, { role: "owner" });
    expect((await owner(map, `/links/${last}`, "PATCH", expiring)).status).toBe(200);
  });
});
