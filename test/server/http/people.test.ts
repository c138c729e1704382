import { describe, expect, it, vi } from "vitest";
import { Browser } from "../support/browser.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap } from "../support/withServer.ts";

interface Person {
  readonly client: number | null;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly label: string;
  readonly isOwnBrowser: boolean;
}

describe("people on a map", () => {
  const theServer = serverOfFile();

  const owner = (map: TestMap, path: string, init: RequestInit = {}) =>
    callWith(theServer(), map.token.owner, `/api/maps/${map.id}${path}`, init);
  const peopleOf = async (map: TestMap) =>
    ((await (await owner(map, "/people")).json()) as { people: Person[] }).people;
  const remove = (map: TestMap, client: number) => owner(map, `/people/${client}`, { method: "DELETE" });

  const seen = (map: TestMap, client: number) =>
    vi.waitFor(async () => {
      expect((await peopleOf(map)).map((person) => person.client)).toContain(client);
    });

  /** A browser that is on a map, and says who is in it. */
  async function comesIn(map: TestMap, role: "editor" | "viewer", client: number, name: string) {
    const browser = new Browser(theServer());
    const { link } = (await (
      await browser.post("/api/session", { map: map.id, token: map.token[role] })
    ).json()) as { link: string };
    const socket = await browser.join(map.id, link);
    const talk = await browser.join(`${map.id}/talk`, link);
    socket.sendPresence([client, 1, JSON.stringify({ user: { name, organisation: "CCG" } })]);
    await seen(map, client);
    return { browser, link, socket, talk };
  }

  it("are listed for owners, by the link that they came by", async () => {
    const map = await makeMap(theServer());
    await comesIn(map, "editor", 11, "Ann");
    await RawClient.join(theServer(), map.id, map.token.viewer);
    expect(await peopleOf(map)).toEqual([
      expect.objectContaining({ client: 11, name: "Ann", organisation: "CCG", role: "editor", label: "" }),
      expect.objectContaining({ client: null, name: "", role: "viewer", isOwnBrowser: false }),
    ]);
    const path = `/api/maps/${map.id}/people`;
    expect((await callWith(theServer(), map.token.editor, path)).status).toBe(403);
    expect((await callWith(theServer(), map.token.editor, `${path}/11`, { method: "DELETE" })).status).toBe(
      403,
    );
  });

  it("are put out at once on every document, and do not come back by the same or another link", async () => {
    const map = await makeMap(theServer());
    const ann = await comesIn(map, "editor", 11, "Ann");
    const ben = await comesIn(map, "editor", 12, "Ben");
    const response = await remove(map, 11);
    expect(await response.json()).toMatchObject({ isKeptOut: true, link: { role: "editor", people: 1 } });
    await until(() => ann.socket.closeCode !== null && ann.talk.closeCode !== null);
    expect(ann.socket).toMatchObject({ closeCode: 4403, closeReason: "removed" });
    expect(ann.talk).toMatchObject({ closeCode: 4403, closeReason: "removed" });
    expect(ben.socket.closeCode).toBeNull();

    const again = ann.browser.connect(map.id, ann.link);
    await until(() => again.closeCode !== null);
    expect(again).toMatchObject({ closeCode: 4403, closeReason: "removed" });
    const session = await ann.browser.call(`/api/maps/${map.id}/session?link=${ann.link}`);
    expect(session.status).toBe(403);
    expect(await session.text()).toContain("The facilitator has removed you");
    const other = await ann.browser.post("/api/session", { map: map.id, token: map.token.viewer });
    expect(other.status).toBe(403);
    expect(other.headers.getSetCookie()).toEqual([]);
    expect((await ann.browser.call(`/api/maps/${map.id}?link=${ann.link}`)).status).toBe(403);
    const overHttp = await ann.browser.post(`/sync/${map.id}/http?link=${ann.link}`, {});
    expect(await overHttp.json()).toEqual({ closed: { code: 4403, reason: "removed" } });
  });

  it("are put out over plain HTTP as well", async () => {
    const map = await makeMap(theServer());
    const { browser, link } = await comesIn(map, "editor", 11, "Ann");
    const open = await browser.post(`/sync/${map.id}/http?link=${link}`, {});
    const { connection } = (await open.json()) as { connection: string };
    const send = () =>
      browser.call(`/sync/${map.id}/http/send?link=${link}&at=0`, {
        method: "POST",
        headers: { "Plumbline-Connection": connection },
      });
    expect(await (await send()).json()).toMatchObject({ received: 0 });
    await remove(map, 11);
    expect(await (await send()).json()).toEqual({ closed: { code: 4403, reason: "removed" } });
  });

  it("are kept out of this map and of no other", async () => {
    const [map, other] = [await makeMap(theServer()), await makeMap(theServer())];
    const { browser } = await comesIn(map, "editor", 11, "Ann");
    await remove(map, 11);
    const session = await browser.post("/api/session", { map: other.id, token: other.token.viewer });
    expect(session.status).toBe(200);
  });

  it("are let back in", async () => {
    const map = await makeMap(theServer());
    const ann = await comesIn(map, "editor", 11, "Ann");
    await remove(map, 11);
    const { removed } = (await (await owner(map, "/removed")).json()) as {
      removed: readonly { readonly id: string; readonly name: string; readonly removedAt: string }[];
    };
    expect(removed).toEqual([
      { id: expect.any(String), name: "Ann", removedAt: expect.stringMatching(/^20/) },
    ]);
    const path = `/removed/${removed[0]?.id}`;
    expect((await owner(map, path, { method: "DELETE" })).status).toBe(204);
    expect((await owner(map, path, { method: "DELETE" })).status).toBe(404);
    await ann.browser.join(map.id, ann.link);
    expect(await (await owner(map, "/removed")).json()).toEqual({ removed: [] });
  });

  it("without a browser's cookie lose their socket alone, and the answer says by which link they came", async () => {
    const map = await makeMap(theServer());
    const stock = await RawClient.join(theServer(), map.id, map.token.viewer);
    stock.sendPresence([13, 1, JSON.stringify({ user: { name: "Script" } })]);
    await seen(map, 13);
    const answer = await (await remove(map, 13)).json();
    expect(answer).toMatchObject({ isKeptOut: false, link: { role: "viewer", people: 0 } });
    await until(() => stock.closeCode === 4403);
    expect(await (await owner(map, "/removed")).json()).toEqual({ removed: [] });
    await RawClient.join(theServer(), map.id, map.token.viewer);
  });

  it("cannot put themselves out, and nobody can put out who is not there", async () => {
    const map = await makeMap(theServer());
    const browser = new Browser(theServer());
    const { link } = (await (
      await browser.post("/api/session", { map: map.id, token: map.token.owner })
    ).json()) as { link: string };
    const socket = await browser.join(map.id, link);
    socket.sendPresence([14, 1, JSON.stringify({ user: { name: "Me" } })]);
    await seen(map, 14);
    const own = await browser.call(`/api/maps/${map.id}/people/14`, { method: "DELETE" });
    expect(own.status).toBe(400);
    expect(socket.closeCode).toBeNull();
    for (const client of ["99", "x", "-1", "1e9"])
      expect((await owner(map, `/people/${client}`, { method: "DELETE" })).status).toBe(404);
  });
});
