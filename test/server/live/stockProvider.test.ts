import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { startServer } from "../../../server/startServer.ts";
import { stockClient, synced, until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, withServer } from "../support/withServer.ts";

const titleOf = (doc: Y.Doc) => doc.getMap("map").get("title");

describe("a stock y-websocket provider", () => {
  const theServer = serverOfFile();

  it("gets the map and converges with another", async () => {
    const server = theServer();
    const map = await makeMap(server, { title: "Older people" });
    const [one, other] = [
      stockClient(server, map.id, map.token.editor),
      stockClient(server, map.id, map.token.owner),
    ];
    await Promise.all([synced(one), synced(other)]);
    expect(titleOf(one.doc)).toBe("Older people");
    one.doc.getMap("elements").set("a", new Y.Map([["name", "From one"]]));
    other.doc.getMap("elements").set("b", new Y.Map([["name", "From the other"]]));
    await until(() => one.doc.getMap("elements").has("b") && other.doc.getMap("elements").has("a"));
    expect(Y.encodeStateAsUpdate(one.doc)).toEqual(Y.encodeStateAsUpdate(other.doc));
  });

  it("is there again after the server was stopped and started", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "plumbline-restart-"));
    const first = await startServer({ port: 0, dataFolder, logLevel: "silent" });
    const map = await makeMap(first);
    const [one, other] = [
      stockClient(first, map.id, map.token.editor),
      stockClient(first, map.id, map.token.editor),
    ];
    await Promise.all([synced(one), synced(other)]);
    one.doc.getMap("map").set("title", "Before");
    await until(() => titleOf(other.doc) === "Before");
    await first.close();
    await until(() => !one.provider.wsconnected && !other.provider.wsconnected);
    one.doc.getMap("elements").set("offline", new Y.Map([["name", "Made while it was away"]]));
    await withServer({ port: first.port, dataFolder });
    await Promise.all([synced(one), synced(other)]);
    await until(() => other.doc.getMap("elements").has("offline"));
    const late = stockClient(first, map.id, map.token.viewer);
    await synced(late);
    expect(titleOf(late.doc)).toBe("Before");
    expect(late.doc.getMap("elements").has("offline")).toBe(true);
  });

  it("as a viewer sees everything and changes nothing, and is not closed", async () => {
    const server = theServer();
    const map = await makeMap(server, { title: "Agreed" });
    for (const role of ["viewer", "commenter"] as const) {
      const [viewer, editor] = [
        stockClient(server, map.id, map.token[role]),
        stockClient(server, map.id, map.token.editor),
      ];
      await Promise.all([synced(viewer), synced(editor)]);
      viewer.doc.getMap("map").set("title", "Not agreed");
      viewer.provider.awareness.setLocalStateField("user", { name: role });
      await until(() => editor.provider.awareness.getStates().get(viewer.doc.clientID)?.user?.name === role);
      editor.doc.getMap("elements").set(role, new Y.Map());
      await until(() => viewer.doc.getMap("elements").has(role));
      expect(titleOf(editor.doc)).toBe("Agreed");
      const late = stockClient(server, map.id, map.token.owner);
      await synced(late);
      expect(titleOf(late.doc)).toBe("Agreed");
      expect(viewer.provider.wsconnected).toBe(true);
    }
  });

  it("stays away once its link is revoked, and the others stay", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const [editor, viewer] = [
      stockClient(server, map.id, map.token.editor),
      stockClient(server, map.id, map.token.viewer),
    ];
    await Promise.all([synced(editor), synced(viewer)]);
    const { links } = (await (
      await callWith(server, map.token.owner, `/api/maps/${map.id}/links`)
    ).json()) as {
      links: { id: string; role: string }[];
    };
    const editorLink = links.find((link) => link.role === "editor")?.id;
    const revoked = await callWith(server, map.token.owner, `/api/maps/${map.id}/links/${editorLink}`, {
      method: "DELETE",
    });
    expect(revoked.status).toBe(204);
    await until(() => editor.closedFor.length > 0);
    expect(editor.closedFor).toEqual([4403]);
    expect(viewer.provider.wsconnected).toBe(true);
    const again = stockClient(server, map.id, map.token.editor);
    await until(() => again.closedFor.length > 0);
    expect(again.closedFor).toEqual([4403]);
    expect((await callWith(server, map.token.editor, `/api/maps/${map.id}`)).status).toBe(404);
  });

  it("writes comments into the talk with a commenter's link, and nowhere else", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const talk = `${map.id}/talk`;
    const [commenter, viewer] = [
      stockClient(server, talk, map.token.commenter),
      stockClient(server, talk, map.token.viewer),
    ];
    await Promise.all([synced(commenter), synced(viewer)]);
    commenter.doc.getMap("comments").set("c1", "A question");
    await until(() => viewer.doc.getMap("comments").get("c1") === "A question");
    viewer.doc.getMap("comments").set("c2", "Not allowed");
    commenter.doc.getMap("comments").set("c3", "Another");
    await until(() => viewer.doc.getMap("comments").has("c3"));
    expect(commenter.doc.getMap("comments").has("c2")).toBe(false);
  });

  it("is told with a final code that there is no such map, or that the token is another map's", async () => {
    const server = theServer();
    const [one, other] = [await makeMap(server), await makeMap(server)];
    const wrong = stockClient(server, one.id, other.token.owner);
    const nowhere = stockClient(server, "nothing-here", one.token.owner);
    await until(() => wrong.closedFor.length > 0 && nowhere.closedFor.length > 0);
    expect(wrong.closedFor).toEqual([4401]);
    expect(nowhere.closedFor).toEqual([4404]);
  });

  it("shows again to others when it comes back", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const [one, other] = [
      stockClient(server, map.id, map.token.editor),
      stockClient(server, map.id, map.token.editor),
    ];
    one.provider.awareness.setLocalState({ user: { name: "Ann" } });
    await until(() => other.provider.awareness.getStates().has(one.doc.clientID));
    one.provider.disconnect();
    await until(() => !other.provider.awareness.getStates().has(one.doc.clientID));
    one.provider.awareness.setLocalState({ user: { name: "Ann" } });
    one.provider.connect();
    await until(() => other.provider.awareness.getStates().has(one.doc.clientID));
    one.provider.ws?.close();
    await until(() => !other.provider.awareness.getStates().has(one.doc.clientID));
    await until(() => other.provider.awareness.getStates().has(one.doc.clientID));
    expect(other.provider.awareness.getStates().get(one.doc.clientID)).toEqual({ user: { name: "Ann" } });
  });

  it("loses the map when its owner deletes it, talk and all", async () => {
    const server = theServer();
    const map = await makeMap(server);
    const clients = [
      stockClient(server, map.id, map.token.editor),
      stockClient(server, `${map.id}/talk`, map.token.editor),
    ];
    await Promise.all(clients.map(synced));
    expect(
      (await callWith(server, map.token.editor, `/api/maps/${map.id}`, { method: "DELETE" })).status,
    ).toBe(403);
    expect(
      (await callWith(server, map.token.owner, `/api/maps/${map.id}`, { method: "DELETE" })).status,
    ).toBe(204);
    await until(() => clients.every(({ closedFor }) => closedFor[0] === 4404));
    expect((await callWith(server, map.token.owner, `/api/maps/${map.id}`)).status).toBe(404);
  });
});
