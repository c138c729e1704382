import { describe, expect, it, type TestContext } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { choosingSocketClass } from "../../../client/sync/transport/choosingSocketClass.ts";
import { Route } from "../../../client/sync/transport/Route.ts";
import { ACK_PROTOCOL } from "../../../shared/protocol/messages.ts";
import { DroppingProxy, type Hindrance, type Loss } from "../../support/droppingProxy.ts";
import { fuzzSeeds, Random } from "../../support/random.ts";
import { RawClient } from "../support/RawClient.ts";
import { until } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap } from "../support/withServer.ts";

const theServer = serverOfFile();

/** What a test that runs beside others has to be asked for. */
type Own = Pick<TestContext, "onTestFinished">;

async function through(hindrance: Hindrance, { onTestFinished }: Own): Promise<DroppingProxy> {
  const proxy = await DroppingProxy.start(theServer().url, hindrance);
  onTestFinished(() => proxy.close());
  return proxy;
}

/** The product's own client: a provider whose socket finds the way. */
function person(proxy: DroppingProxy, map: TestMap, { onTestFinished }: Own) {
  const doc = new Y.Doc();
  const route = new Route(() => {});
  const provider = new WebsocketProvider(`${proxy.url.replace("http", "ws")}/sync`, map.id, doc, {
    protocols: ["plumbline", ACK_PROTOCOL, `plumbline.token.${map.token.editor}`],
    disableBc: true,
    maxBackoffTime: 200,
    WebSocketPolyfill: choosingSocketClass(route, WebSocket as unknown as typeof globalThis.WebSocket, {
      probationMs: 500,
    }),
  });
  let closes = 0;
  const finals: number[] = [];
  provider.on("connection-close", () => {
    closes += 1;
  });
  provider.on("closed", ({ code }) => finals.push(code));
  onTestFinished(() => {
    provider.destroy();
    route.destroy();
    doc.destroy();
  });
  return { doc, route, provider, finals, closes: () => closes };
}

/** Loses and repeats three calls in ten, but never so many of one kind in a row that the connection counts as gone. */
function losesNowAndThen(random: Random): (path: string) => Loss {
  const lostInARow = new Map<string, number>();
  return (path) => {
    const loss: Loss = random.chance(0.3) ? random.pick(["request", "answer", "twice"] as const) : "nothing";
    const isLost = loss === "request" || loss === "answer";
    const before = lostInARow.get(path) ?? 0;
    lostInARow.set(path, isLost && before < 2 ? before + 1 : 0);
    return isLost && before >= 2 ? "nothing" : loss;
  };
}

describe.concurrent("where WebSockets do not get through", () => {
  it.for<[string, NonNullable<Hindrance["upgrades"]>]>([
    ["are refused with 400", 400],
    ["are refused with 403", 403],
    ["are refused with 502", 502],
    ["are dropped", "drop"],
    ["are never answered", "swallow"],
    ["are cut after a second", { cutAfterMs: 1_000 }],
  ])("because upgrades %s, two people work together over plain HTTP", async ([_name, upgrades], own) => {
    const proxy = await through({ upgrades }, own);
    const map = await makeMap(theServer());
    const [ann, ben] = [person(proxy, map, own), person(proxy, map, own)];
    await until(() => [ann, ben].every(({ route }) => route.state().way === "http"));
    await until(() => ann.provider.synced && ben.provider.synced);
    ann.doc.getMap("elements").set("a", "Ann’s");
    ben.doc.getMap("elements").set("b", "Ben’s");
    ann.provider.awareness.setLocalState({ user: { name: "Ann" } });
    await until(() => ann.doc.getMap("elements").get("b") === "Ben’s");
    await until(() => ben.doc.getMap("elements").get("a") === "Ann’s");
    await until(() => ben.provider.awareness.getStates().has(ann.doc.clientID));
    expect(await ann.route.measure()).toBeGreaterThan(0);
    ann.provider.disconnect();
    await until(() => !ben.provider.awareness.getStates().has(ann.doc.clientID));
  });

  it.sequential("plain HTTP is not asked where they do", async (own) => {
    const proxy = await through({}, own);
    const map = await makeMap(theServer());
    const ann = person(proxy, map, own);
    await until(() => ann.provider.synced);
    expect(ann.route.state()).toEqual({ way: "websocket", block: undefined });
    expect(proxy.calls).toEqual([]);
  });

  it("a link that is taken back ends the session for good, and so does a map that is deleted", async (own) => {
    const proxy = await through({ upgrades: 403 }, own);
    const [one, other] = await Promise.all([makeMap(theServer()), makeMap(theServer())]);
    const [ann, ben] = [person(proxy, one, own), person(proxy, other, own)];
    await until(() => ann.provider.synced && ben.provider.synced);
    const owner = (map: TestMap, path: string, method: string) =>
      callWith(theServer(), map.token.owner, `/api/maps/${map.id}${path}`, { method });
    const { links } = (await (await owner(one, "/links", "GET")).json()) as {
      links: { id: string; role: string }[];
    };
    const link = links.find(({ role }) => role === "editor")?.id ?? "";
    expect((await owner(one, `/links/${link}`, "DELETE")).status).toBe(204);
    expect((await owner(other, "", "DELETE")).status).toBe(204);
    await until(() => ann.finals.length + ben.finals.length === 2);
    expect([...ann.finals, ...ben.finals]).toEqual([4403, 4404]);
  });
});

describe("a proxy that also hinders plain HTTP", () => {
  it("by passing on only whole answers changes nothing", async (own) => {
    const proxy = await through({ upgrades: "drop", keepsAnswersBack: true }, own);
    const map = await makeMap(theServer(), { template: "Cambridgeshire: UnitingCare, 2015" });
    const [ann, ben] = [person(proxy, map, own), person(proxy, map, own)];
    await until(() => ann.provider.synced && ben.provider.synced);
    ann.doc.getMap("map").set("title", "Seen");
    await until(() => ben.doc.getMap("map").get("title") === "Seen");
    expect(ben.doc.getMap("elements").size).toBeGreaterThan(5);
  });

  it("by cutting answers that take long is given shorter ones, on the same connection", async (own) => {
    const proxy = await through({ upgrades: "drop", cutsSilenceAfterMs: 2_500 }, own);
    const map = await makeMap(theServer());
    const [ann, ben] = [person(proxy, map, own), person(proxy, map, own)];
    await until(() => ann.provider.synced && ben.provider.synced);
    const [closesOfAnn, closesOfBen] = [ann.closes(), ben.closes()];
    const polls = () => proxy.calls.filter((path) => path.endsWith("/receive")).length;
    const pollsBefore = polls();
    await until(() => polls() > pollsBefore + 5);
    ann.doc.getMap("map").set("title", "Seen");
    await until(() => ben.doc.getMap("map").get("title") === "Seen");
    expect([ann.closes(), ben.closes()]).toEqual([closesOfAnn, closesOfBen]);
  });

  it.for(fuzzSeeds([1, 2, 3], 1))(
    "by losing and repeating calls loses and doubles no frame (seed %i)",
    async (seed, own) => {
      const random = new Random(seed);
      const proxy = await through({}, own);
      const map = await makeMap(theServer());
      const reachable = { url: proxy.url, transport: "http" as const };
      const client = await RawClient.join(reachable, map.id, map.token.editor, ACK_PROTOCOL);
      proxy.hindrance = { loses: losesNowAndThen(random) };
      const asked = Array.from({ length: 300 }, (_, index) => index + 1);
      for (const number of asked) {
        client.askForAck(number);
        if (random.chance(0.2)) await until(() => client.acks.length > number - random.below(20));
      }
      await until(() => client.acks.length >= asked.length || client.closeCode !== null);
      expect(client.closeCode).toBeNull();
      expect(client.acks).toEqual(asked);
    },
  );

  it("and works again goes back to a WebSocket when it is tried, with nothing lost or said", async (own) => {
    const proxy = await through({ upgrades: 403 }, own);
    const map = await makeMap(theServer());
    const [ann, ben] = [person(proxy, map, own), person(proxy, map, own)];
    await until(() => ann.provider.synced && ben.provider.synced);
    proxy.hindrance = {};
    ann.route.tryAgain();
    let writes = 0;
    const writing = setInterval(() => {
      writes += 1;
      ann.doc.getMap("elements").set(`w${writes}`, writes);
      ben.doc.getMap("elements").set(`v${writes}`, writes);
    }, 20);
    own.onTestFinished(() => clearInterval(writing));
    await until(() => ann.route.state().way === "websocket");
    const writesOverBoth = writes;
    await until(() => writes > writesOverBoth + 20);
    clearInterval(writing);
    await until(() => ann.doc.getMap("elements").size === 2 * writes);
    await until(() => ben.doc.getMap("elements").size === 2 * writes);
    expect([ann.closes(), ben.closes()]).toEqual([0, 0]);
  });
});
