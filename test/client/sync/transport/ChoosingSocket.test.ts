import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChoosingSocket } from "../../../../client/sync/transport/ChoosingSocket.ts";
import { Route, type Way } from "../../../../client/sync/transport/Route.ts";
import type { TextStore } from "../../../../client/sync/webStorage.ts";
import { FakeSocket } from "./FakeSocket.ts";

let opened: FakeSocket[];
let stored: Map<string, string>;
let route: Route;
let reconnects: number;

function newRoute(): Route {
  const store: TextStore = {
    get: (key) => stored.get(key),
    set: (key, value) => void stored.set(key, value),
    remove: (key) => void stored.delete(key),
    keys: () => [...stored.keys()],
  };
  return new Route(() => {
    reconnects += 1;
  }, store);
}

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  stored = new Map();
  reconnects = 0;
  route = newRoute();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A socket as the provider has it, with what the provider hears. */
function connect() {
  const before = opened.length;
  const socket = new ChoosingSocket("ws://here/sync/m", ["plumbline", "plumbline.ack"], {
    route,
    open: (way: Way) => {
      const inner = new FakeSocket(way);
      opened.push(inner);
      return inner;
    },
  });
  const heard: string[] = [];
  socket.onopen = () => heard.push("open");
  socket.onmessage = ({ data }) => heard.push(new Uint8Array(data).join());
  socket.onclose = ({ code }) => heard.push(`closed ${code}`);
  const latest = (way: Way): FakeSocket => {
    const inner = opened.slice(before).findLast((one) => one.way === way);
    if (!inner) throw new Error(`No ${way} was tried.`);
    return inner;
  };
  return { socket, heard, latest, ways: () => opened.slice(before).map(({ way }) => way) };
}

/** A tab that plain HTTP is the way for, because a WebSocket was refused. */
function connectOverHttp() {
  const tab = connect();
  tab.latest("websocket").end();
  tab.latest("http").say(0, 0);
  return tab;
}

const bytes = (...values: readonly number[]) => new Uint8Array(values);

describe("a socket that finds the way", () => {
  it("is a WebSocket where that works, and asks for nothing else", () => {
    const { heard, latest, ways, socket } = connect();
    latest("websocket").say(0, 0, 1);
    vi.advanceTimersByTime(60_000);
    socket.send(bytes(7));
    expect(ways()).toEqual(["websocket"]);
    expect(heard).toEqual(["open", "0,0,1"]);
    expect(latest("websocket").sent).toEqual(["7"]);
    expect(route.state()).toEqual({ way: "websocket", block: undefined });
  });

  it("goes on over plain HTTP at once when the WebSocket fails, and remembers", () => {
    const { heard, latest, ways } = connect();
    latest("websocket").end();
    expect(ways()).toEqual(["websocket", "http"]);
    latest("http").say(0, 0);
    expect(heard).toEqual(["open", "0,0"]);
    expect(route.state()).toEqual({ way: "http", block: "refused" });
    expect(connect().ways()).toEqual(["http"]);
    route = newRoute();
    expect(connect().ways()).toEqual(["http"]);
  });

  it("tries plain HTTP besides while a WebSocket says nothing; the first message decides", () => {
    const slow = connect();
    vi.advanceTimersByTime(1_499);
    expect(slow.ways()).toEqual(["websocket"]);
    vi.advanceTimersByTime(1);
    expect(slow.ways()).toEqual(["websocket", "http"]);
    slow.latest("websocket").say(0, 0);
    expect(slow.latest("http").isClosed).toBe(true);
    expect(route.state().way).toBe("websocket");
    slow.socket.close();
    const silent = connect();
    vi.advanceTimersByTime(1_500);
    silent.latest("http").say(0, 0);
    expect(silent.latest("websocket").isClosed).toBe(true);
    expect(route.state()).toEqual({ way: "http", block: "silent" });
  });

  it("fails as ever where nothing reaches the server, and does not take that for a block", () => {
    const { heard, latest } = connect();
    latest("websocket").end();
    latest("http").end();
    expect(heard).toEqual(["closed 1006"]);
    expect(route.state()).toEqual({ way: undefined, block: undefined });
    expect(connect().ways()).toEqual(["websocket"]);
  });

  it.each([4400, 4401, 4403, 4404, 1012, 1013])("takes close code %i for the server's word", (code) => {
    const { heard, latest, ways } = connect();
    latest("websocket").end(code);
    expect(heard).toEqual([`closed ${code}`]);
    vi.advanceTimersByTime(10_000);
    expect(ways()).toEqual(["websocket"]);
  });

  it("where WebSockets have worked, first takes a failure for the server's absence", () => {
    const before = connect();
    before.latest("websocket").say(0, 0);
    vi.advanceTimersByTime(20_000);
    before.latest("websocket").end();
    const first = connect();
    first.latest("websocket").end();
    expect(first.heard).toEqual(["closed 1006"]);
    expect(first.ways()).toEqual(["websocket"]);
    const second = connect();
    second.latest("websocket").end();
    expect(second.ways()).toEqual(["websocket", "http"]);
  });

  it("gives WebSockets up that are cut twice soon after they have opened", () => {
    for (const expected of ["websocket", "websocket", "http"] as const) {
      const tab = connect();
      expect(tab.ways()).toEqual([expected]);
      tab.latest(expected).say(0, 0);
      vi.advanceTimersByTime(1_000);
      if (expected === "websocket") tab.latest("websocket").end();
    }
    expect(route.state()).toEqual({ way: "http", block: "cut" });
  });

  it("gives WebSockets up over which nothing comes any more", () => {
    for (let times = 0; times < 2; times++) {
      const tab = connect();
      tab.latest("websocket").say(0, 0);
      vi.advanceTimersByTime(30_000);
      tab.socket.close();
    }
    expect(connect().ways()).toEqual(["http"]);
  });

  it("leaves both ways when it is closed before either has answered", () => {
    const { socket, latest, heard } = connect();
    vi.advanceTimersByTime(1_500);
    socket.close();
    expect([latest("websocket").isClosed, latest("http").isClosed]).toEqual([true, true]);
    expect(heard).toEqual(["closed 1005"]);
  });
});

describe("a session over plain HTTP", () => {
  /** Lets the time pass in which a WebSocket proves itself. */
  const prove = async (tab: ReturnType<typeof connect>) => {
    tab.latest("websocket").say(0, 0, 9);
    await vi.advanceTimersByTimeAsync(10_000);
  };

  it("moves to a WebSocket that works by now; the provider only compares both sides again", async () => {
    const tab = connectOverHttp();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(tab.ways()).toEqual(["websocket", "http", "websocket"]);
    await prove(tab);
    expect(tab.heard).toEqual(["open", "0,0", "open"]);
    expect(tab.latest("http").sent).toEqual(["101,0"]);
    expect(tab.latest("http").isClosed).toBe(true);
    tab.socket.send(bytes(5));
    tab.latest("websocket").say(1, 1);
    expect(tab.latest("websocket").sent).toEqual(["5"]);
    expect(tab.heard.at(-1)).toBe("1,1");
    expect(route.state()).toEqual({ way: "websocket", block: undefined });
    expect(stored.size).toBe(0);
  });

  it("sends nothing over the WebSocket before plain HTTP has committed what it was given, and loses nothing", async () => {
    const tab = connectOverHttp();
    tab.latest("http").answersEchoes = false;
    await vi.advanceTimersByTimeAsync(15_000);
    tab.socket.send(bytes(1));
    await prove(tab);
    tab.socket.send(bytes(2));
    expect(tab.latest("http").sent).toEqual(["1", "101,0"]);
    expect(tab.latest("websocket").sent).toEqual([]);
    tab.latest("http").say(2, 2);
    tab.latest("websocket").say(3, 3);
    tab.latest("http").say(100, 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(tab.latest("websocket").sent).toEqual(["2"]);
    expect(tab.heard).toEqual(["open", "0,0", "2,2", "3,3", "open"]);
  });

  it("stays where a WebSocket does not last, tries ever more rarely, and goes on sending", async () => {
    const tab = connectOverHttp();
    const waits = [15_000, 30_000, 60_000, 120_000, 300_000, 300_000];
    for (const [index, waitMs] of waits.entries()) {
      await vi.advanceTimersByTimeAsync(waitMs - 1);
      expect(tab.ways().length).toBe(2 + index);
      await vi.advanceTimersByTimeAsync(1);
      expect(tab.ways().length).toBe(3 + index);
      tab.latest("websocket").say(0, 0);
      await vi.advanceTimersByTimeAsync(0);
      tab.latest("websocket").end();
    }
    tab.socket.send(bytes(4));
    expect(tab.latest("http").sent).toEqual(["4"]);
    expect(tab.heard).toEqual(["open", "0,0"]);
  });

  it("stays, with what was held back, where the WebSocket breaks while the session moves", async () => {
    const tab = connectOverHttp();
    tab.latest("http").answersEchoes = false;
    await vi.advanceTimersByTimeAsync(15_000);
    await prove(tab);
    tab.socket.send(bytes(6));
    tab.latest("websocket").end();
    tab.latest("http").say(100, 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(tab.latest("http").sent).toEqual(["101,0", "6"]);
    expect(route.state()).toEqual({ way: "http", block: "refused" });
  });

  it("stays where the server commits nothing for a while: what is written meanwhile is not held back for long", async () => {
    const tab = connectOverHttp();
    tab.latest("http").answersEchoes = false;
    await vi.advanceTimersByTimeAsync(15_000);
    await prove(tab);
    tab.socket.send(bytes(6));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(tab.latest("http").sent).toEqual(["101,0", "6"]);
    expect(tab.latest("websocket").isClosed).toBe(true);
    tab.latest("http").say(100, 0);
    expect(tab.heard).toEqual(["open", "0,0"]);
  });

  it("is over where plain HTTP breaks while the session moves", async () => {
    const tab = connectOverHttp();
    tab.latest("http").answersEchoes = false;
    await vi.advanceTimersByTimeAsync(15_000);
    await prove(tab);
    tab.latest("http").end();
    await vi.advanceTimersByTimeAsync(1);
    expect(tab.heard).toEqual(["open", "0,0", "closed 1006"]);
    expect(tab.latest("websocket").isClosed).toBe(true);
  });

  it("is over with its trial when it is closed", async () => {
    const tab = connectOverHttp();
    await vi.advanceTimersByTimeAsync(15_000);
    tab.latest("websocket").say(0, 0);
    tab.socket.close();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tab.latest("websocket").isClosed).toBe(true);
    expect(tab.ways()).toEqual(["websocket", "http", "websocket"]);
  });

  it("tries a WebSocket at once when it is asked to", () => {
    const tab = connectOverHttp();
    route.tryAgain();
    route.tryAgain();
    expect(tab.ways()).toEqual(["websocket", "http", "websocket"]);
    expect(reconnects).toBe(0);
    tab.socket.close();
    route.tryAgain();
    expect(reconnects).toBe(1);
  });
});

describe("the time to the server and back", () => {
  it("is measured by a question whose answer the provider does not hear", async () => {
    const tab = connect();
    tab.latest("websocket").say(0, 0);
    tab.latest("websocket").answersEchoes = false;
    const measured = route.measure();
    await vi.advanceTimersByTimeAsync(40);
    tab.latest("websocket").say(100, 3);
    tab.latest("websocket").say(100, 0);
    expect(await measured).toBe(40);
    expect(tab.heard).toEqual(["open", "0,0", "100,3"]);
  });

  it("is not known where the connection ends before, or there is none", async () => {
    expect(await route.measure()).toBeNull();
    const tab = connect();
    tab.latest("websocket").answersEchoes = false;
    tab.latest("websocket").say(0, 0);
    const [measured, next] = [route.measure(), route.measure()];
    await vi.advanceTimersByTimeAsync(1);
    tab.latest("websocket").end();
    expect(await next).toBeNull();
    expect(await measured).toBeNull();
  });
});
