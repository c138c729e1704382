import { describe, expect, it } from "vitest";
import type { Role } from "../../../shared/protocol/roles.ts";
import { callWith, makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

describe("sessions over HTTP", () => {
  const theServer = serverOfFile();

  const enter = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${theServer().url}/api/session`, { method: "POST", body: JSON.stringify(body), headers });

  async function cookieFor(map: TestMap, role: Role): Promise<{ link: string; cookie: string }> {
    const response = await enter({ map: map.id, token: map.token[role] });
    const { link } = (await response.json()) as { link: string };
    return { link, cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
  }

  const get = (path: string, cookie: string) =>
    fetch(`${theServer().url}${path}`, { headers: { Cookie: cookie } });

  it("turn a token into cookies of this map that no script can read", async () => {
    const map = await makeMap(theServer(), { title: "Ours" });
    const response = await enter({ map: map.id, token: map.token.editor });
    expect(response.status).toBe(200);
    const session = (await response.json()) as { link: string };
    expect(session).toEqual({ id: map.id, title: "Ours", role: "editor", link: session.link });
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual([
      `/api/maps/${map.id}`,
      `/sync/${map.id}`,
      "/",
    ]);
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual([
      `plumbline_${session.link}`,
      `plumbline_${session.link}`,
      "plumbline-browser",
    ]);
    for (const cookie of cookies) {
      expect(cookie).toContain("HttpOnly");
      expect(cookie).toContain("SameSite=Strict");
      expect(cookie).not.toContain("Secure");
    }
  });

  it("end for a browser that gives up its keys to one map: every cookie that it shows, at both paths", async () => {
    const map = await makeMap(theServer());
    const [viewer, editor] = [await cookieFor(map, "viewer"), await cookieFor(map, "editor")];
    const giveUp = (id: string, cookie: string) =>
      fetch(`${theServer().url}/api/maps/${id}/session`, { method: "DELETE", headers: { Cookie: cookie } });
    const response = await giveUp(map.id, `${viewer.cookie}; other=1; ${editor.cookie}`);
    expect(response.status).toBe(204);
    const ended = response.headers.getSetCookie();
    expect(ended).toHaveLength(4);
    for (const { link } of [viewer, editor]) {
      for (const path of [`/api/maps/${map.id}`, `/sync/${map.id}`]) {
        expect(ended).toContainEqual(
          expect.stringMatching(new RegExp(`^plumbline_${link}=; Path=${path}; Max-Age=0;`)),
        );
      }
    }
    expect((await giveUp("gone", viewer.cookie)).status).toBe(204);
    const browser = await fetch(`${theServer().url}/api/session`, { method: "DELETE" });
    expect(browser.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^plumbline-browser=; Path=\/; Max-Age=0;/),
    ]);
    expect((await giveUp("a%3B%20Domain=else", viewer.cookie)).status).toBe(404);
  });

  it("let the cookie of the tab's own link decide, else the strongest", async () => {
    const map = await makeMap(theServer());
    const viewer = await cookieFor(map, "viewer");
    const editor = await cookieFor(map, "editor");
    const commenter = await cookieFor(map, "commenter");
    const all = [viewer, editor, commenter].map(({ cookie }) => cookie).join("; ");
    const path = `/api/maps/${map.id}/session`;
    expect(await (await get(path, all)).json()).toMatchObject({ role: "editor", link: editor.link });
    expect(await (await get(`${path}?link=${viewer.link}`, all)).json()).toMatchObject({ role: "viewer" });
    expect((await get(`${path}?link=unknown`, all)).status).toBe(404);
    expect((await get(path, "")).status).toBe(404);
  });

  it("do not fall back to a stronger cookie when the tab's link is revoked, but do to any when no link is named", async () => {
    const map = await makeMap(theServer());
    const viewer = await cookieFor(map, "viewer");
    const editor = await cookieFor(map, "editor");
    const both = `${viewer.cookie}; ${editor.cookie}`;
    await callWith(theServer(), map.token.owner, `/api/maps/${map.id}/links/${editor.link}`, {
      method: "DELETE",
    });
    const path = `/api/maps/${map.id}/session`;
    expect((await get(`${path}?link=${editor.link}`, both)).status).toBe(404);
    expect(await (await get(path, both)).json()).toMatchObject({ role: "viewer" });
  });

  it("refuse what is no token of this map", async () => {
    const [map, other] = [await makeMap(theServer()), await makeMap(theServer())];
    expect((await enter({ map: map.id, token: other.token.owner })).status).toBe(404);
    expect((await enter({ map: map.id, token: "x" })).status).toBe(404);
    expect((await enter({ map: "nowhere", token: map.token.owner })).status).toBe(404);
    expect((await enter({ map: map.id })).status).toBe(400);
    expect((await enter({ map: map.id, token: "x".repeat(20_000) })).status).toBe(413);
  });

  it("say the title as it is now", async () => {
    const map = await makeMap(theServer(), { title: "Before" });
    const response = await callWith(theServer(), map.token.viewer, `/api/maps/${map.id}/session`);
    expect(await response.json()).toMatchObject({ title: "Before", role: "viewer" });
  });

  it("change nothing at the word of somebody else's page", async () => {
    const map = await makeMap(theServer());
    const { cookie } = await cookieFor(map, "owner");
    const foreign = { Cookie: cookie, Origin: "https://elsewhere.example" };
    const url = `${theServer().url}/api/maps/${map.id}`;
    expect((await fetch(url, { method: "DELETE", headers: foreign })).status).toBe(403);
    expect((await fetch(`${url}/links`, { method: "POST", body: "{}", headers: foreign })).status).toBe(403);
    expect((await enter({ map: map.id, token: map.token.owner }, { Origin: "null" })).status).toBe(403);
    const own = { Cookie: cookie, Origin: theServer().url };
    expect((await fetch(url, { method: "DELETE", headers: own })).status).toBe(204);
  });

  it("are secure where the public address is, and know its origin", async () => {
    const server = await withServer({ publicUrl: new URL("https://maps.example.org") });
    const map = await makeMap(server);
    const call = (Origin: string) =>
      fetch(`${server.url}/api/session`, {
        method: "POST",
        headers: { Origin },
        body: JSON.stringify({ map: map.id, token: map.token.viewer }),
      });
    expect((await call(server.url)).status).toBe(403);
    const response = await call("https://maps.example.org");
    expect(response.headers.getSetCookie()[0]).toContain("; Secure");
    expect(response.headers.get("strict-transport-security")).toContain("max-age=");
  });
});
