import { describe, expect, it, onTestFinished } from "vitest";
import * as Y from "yjs";
import type { RunningServer } from "../../server/startServer.ts";
import { ACK_PROTOCOL } from "../../shared/protocol/messages.ts";
import { RawClient } from "../server/support/RawClient.ts";
import { type StockClient, stockClient, synced, until } from "../server/support/stockClient.ts";
import { callWith, makeMap } from "../server/support/withServer.ts";

/** Servers that share a store. */
export interface Servers {
  /** Two of them, until the end of the test. */
  start(): Promise<readonly [RunningServer, RunningServer]>;
  /** Whether something carries between them what no store keeps: who is there. */
  readonly hasWire: boolean;
}

/** What people on different servers may expect: nothing else than on one. */
export function severalServersContract(name: string, servers: Servers): void {
  describe(`two servers on ${name}`, () => {
    const edit = ({ doc }: StockClient, key: string, value: string) => doc.getMap("map").set(key, value);
    const says = ({ doc }: StockClient, key: string) => doc.getMap("map").get(key);

    it("show everybody the same, and so does whoever comes later", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const here = stockClient(one, map.id, map.token.editor);
      const there = stockClient(other, map.id, map.token.editor);
      await Promise.all([synced(here), synced(there)]);
      edit(here, "title", "Drawn here");
      await until(() => says(there, "title") === "Drawn here");
      edit(there, "asOf", "2015-12-31");
      await until(() => says(here, "asOf") === "2015-12-31");
      const late = stockClient(other, map.id, map.token.viewer);
      await synced(late);
      expect([says(late, "title"), says(late, "asOf")]).toEqual(["Drawn here", "2015-12-31"]);
    });

    it("end at the same document when both write all the time", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const clients = [one, one, other, other].map((server) => stockClient(server, map.id, map.token.editor));
      await Promise.all(clients.map(synced));
      for (let turn = 0; turn < 50; turn++) {
        for (const [index, client] of clients.entries())
          edit(client, `key ${index} ${turn % 7}`, String(turn));
        await new Promise((resolve) => setImmediate(resolve));
      }
      const states = () =>
        clients.map(({ doc }) => JSON.stringify(Object.entries(doc.getMap("map").toJSON()).sort()));
      await until(() => new Set(states()).size === 1 && says(clients[0] as StockClient, "key 3 0") === "49");
      for (const server of [one, other]) {
        const fresh = stockClient(server, map.id, map.token.viewer);
        await synced(fresh);
        expect(Y.encodeStateVector(fresh.doc)).toEqual(Y.encodeStateVector((clients[0] as StockClient).doc));
      }
    });

    it.runIf(servers.hasWire)(
      "tell each other who is there, where they point, and that they have gone",
      async () => {
        const [one, other] = await servers.start();
        const map = await makeMap(one);
        const here = stockClient(one, map.id, map.token.editor);
        await synced(here);
        here.provider.awareness.setLocalStateField("user", {
          name: "Ann",
          organisation: "CCG",
          colour: "#005eb8",
        });
        const there = stockClient(other, map.id, map.token.editor);
        await synced(there);
        const seen = () => there.provider.awareness.getStates().get(here.doc.clientID);
        await until(() => seen()?.user?.name === "Ann");
        here.provider.awareness.setLocalStateField("cursor", { x: 5, y: 7 });
        await until(() => seen()?.cursor?.x === 5);
        // What somebody sees is all that following them takes.
        here.provider.awareness.setLocalStateField("view", { x: 0, y: 0, width: 900, height: 500 });
        await until(() => seen()?.view?.width === 900);
        const people = async () => {
          const response = await callWith(other, map.token.owner, `/api/maps/${map.id}/people`);
          return ((await response.json()) as { people: { name: string }[] }).people;
        };
        await expect
          .poll(async () => (await people()).map((person) => person.name).sort())
          .toEqual(["", "Ann"]);
        here.provider.destroy();
        await until(() => seen() === undefined);
        await expect.poll(async () => (await people()).length).toBe(1);
      },
    );

    it("say that a change is saved only when the store has it", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const here = await RawClient.join(one, map.id, map.token.editor, ACK_PROTOCOL);
      const doc = new Y.Doc();
      doc.getMap("map").set("note", "Acknowledged");
      here.sendUpdate(Y.encodeStateAsUpdate(doc));
      here.askForAck(1);
      await until(() => here.acks.includes(1));
      const late = stockClient(other, map.id, map.token.viewer);
      await synced(late);
      expect(says(late, "note")).toBe("Acknowledged");
    });

    it("send away everybody on a link that is revoked, wherever they are, and let nobody in by it", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const viewer = await RawClient.join(other, map.id, map.token.viewer);
      const links = await callWith(one, map.token.owner, `/api/maps/${map.id}/links`);
      const { links: listed } = (await links.json()) as { links: { id: string; role: string }[] };
      const link = listed.find(({ role }) => role === "viewer");
      const answer = await callWith(one, map.token.owner, `/api/maps/${map.id}/links/${link?.id}`, {
        method: "DELETE",
      });
      expect(answer.ok).toBe(true);
      await until(() => viewer.closeCode !== null);
      expect(viewer.closeCode).toBe(4403);
      const refused = await Promise.all(
        [one, other].map((server) => callWith(server, map.token.viewer, `/api/maps/${map.id}`)),
      );
      expect(refused.map(({ ok }) => ok)).toEqual([false, false]);
    });

    it.runIf(servers.hasWire)("send away a person who is removed on the other server", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const owner = stockClient(one, map.id, map.token.owner);
      const person = stockClient(other, map.id, map.token.editor);
      await Promise.all([synced(owner), synced(person)]);
      person.provider.awareness.setLocalStateField("user", {
        name: "Bob",
        organisation: "",
        colour: "#005eb8",
      });
      const path = `/api/maps/${map.id}/people`;
      await expect
        .poll(async () => JSON.stringify(await (await callWith(one, map.token.owner, path)).json()))
        .toContain("Bob");
      const gone = await callWith(one, map.token.owner, `${path}/${person.doc.clientID}`, {
        method: "DELETE",
      });
      expect(gone.ok).toBe(true);
      await until(() => !person.provider.wsconnected);
    });

    it("end a map that is deleted for everybody", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const person = await RawClient.join(other, map.id, map.token.editor);
      expect((await callWith(one, map.token.owner, `/api/maps/${map.id}`, { method: "DELETE" })).ok).toBe(
        true,
      );
      await until(() => person.closeCode !== null);
      expect(person.closeCode).toBe(4404);
      const again = await callWith(other, map.token.owner, `/api/maps/${map.id}`);
      expect(again.status).toBe(404);
    });

    it("let people go on when one of them goes down, with everything that was acknowledged", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const here = await RawClient.join(one, map.id, map.token.editor, ACK_PROTOCOL);
      const there = stockClient(other, map.id, map.token.editor);
      await synced(there);
      there.provider.awareness.setLocalState({ user: { name: "Bob", organisation: "", colour: "#005eb8" } });
      const doc = new Y.Doc();
      doc.getMap("map").set("note", "Before the end");
      here.sendUpdate(Y.encodeStateAsUpdate(doc));
      here.askForAck(1);
      await until(() => here.acks.includes(1));
      await one.close();
      await until(() => says(there, "note") === "Before the end");
      edit(there, "asOf", "2016-01-01");
      const late = stockClient(other, map.id, map.token.viewer);
      await synced(late);
      await until(() => says(late, "asOf") === "2016-01-01");
      onTestFinished(() => doc.destroy());
    });

    it("erase a name for good, also from what somebody goes on writing on the other server", async () => {
      const [one, other] = await servers.start();
      const map = await makeMap(one);
      const person = stockClient(other, map.id, map.token.editor);
      await synced(person);
      person.provider.awareness.setLocalStateField("user", {
        name: "Cleo",
        organisation: "Trust",
        colour: "#005eb8",
      });
      const history = async () =>
        JSON.stringify(await (await callWith(one, map.token.owner, `/api/maps/${map.id}/history`)).json());
      edit(person, "title", "Written under a name");
      await expect.poll(history).toContain("Cleo");
      const erased = await callWith(one, map.token.owner, `/api/maps/${map.id}/erasures`, {
        method: "POST",
        body: JSON.stringify({ name: "Cleo" }),
      });
      expect(erased.ok).toBe(true);
      await expect.poll(history).not.toContain("Cleo");
      edit(person, "title", "By nobody that is known");
      await expect.poll(history).toContain("By nobody");
      await expect.poll(history, { timeout: 5_000 }).not.toContain("Cleo");
      edit(person, "title", "By nobody still");
      await expect.poll(history).toContain("By nobody still");
      expect(await history()).not.toContain("Cleo");
    });
  });
}
