import { strict as assert } from "node:assert";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { bearNewClientId } from "../../client/sync/bearNewClientId.ts";
import { HttpSocket } from "../../client/sync/transport/HttpSocket.ts";
import type { SocketLike } from "../../client/sync/transport/SocketLike.ts";
import { type RunningServer, startServer } from "../../server/startServer.ts";
import { readSnapshot } from "../../shared/document/snapshot.ts";
import { MESSAGE, PROTOCOL, TOKEN_PROTOCOL_PREFIX } from "../../shared/protocol/messages.ts";
import type { Role } from "../../shared/protocol/roles.ts";
import { pauseMs, waitFor } from "../reliability/waitFor.ts";
import { EditingPerson } from "../support/EditingPerson.ts";
import type { Random } from "../support/random.ts";
import { HostileMessages } from "./HostileMessages.ts";

interface AttackedMap {
  readonly id: string;
  readonly token: Readonly<Record<Role, string>>;
}

interface Honest {
  readonly person: EditingPerson;
  readonly provider: WebsocketProvider;
  closed: number;
}

const longestBurst = 60;
/** What comes of a hostile message: nothing, or that connection is over. */
const allowedCloses: ReadonlySet<number> = new Set([1000, 1005, 4400]);

/** A real server under attack by many connections of every role, over both transports, while honest people draw. */
export class SocketFlood {
  readonly #random: Random;
  readonly #server: RunningServer;
  readonly #hostile: HostileMessages;
  readonly #honest: Honest[] = [];
  /** Everybody may write here. */
  readonly #open: AttackedMap;
  /** Here only those attack who may not write. */
  readonly #closed: AttackedMap;
  sent = 0;
  /** Connections that were ended because of what they sent. */
  ended = 0;

  private constructor(random: Random, server: RunningServer, maps: readonly [AttackedMap, AttackedMap]) {
    this.#random = random;
    this.#server = server;
    [this.#open, this.#closed] = maps;
    const clockOf = (client: number) => Y.getState(this.#drawn.store, client);
    const artists = ["anna", "ben"].map((name) => this.#join(name, this.#open));
    this.#join("cara", this.#closed);
    this.#hostile = new HostileMessages(
      random,
      artists.map(({ person }) => person.doc.clientID),
      clockOf,
    );
  }

  /**
   * Sends so many messages, and looks at what is left. `onProgress` is told how many were sent.
   * @throws AssertionError where somebody honest was disturbed, or something stayed behind.
   */
  static async run(
    random: Random,
    messages: number,
    onProgress: (sent: number) => void,
  ): Promise<SocketFlood> {
    const server = await startServer({
      port: 0,
      dataFolder: null,
      host: "127.0.0.1",
      logLevel: "silent",
      emptyRoomMs: 0,
    });
    try {
      const flood = new SocketFlood(random, server, [await makeMap(server), await makeMap(server)]);
      await flood.#attack(messages, onProgress);
      await flood.#check();
      return flood;
    } finally {
      assert.deepEqual(await server.close(), [], "Something was not saved.");
    }
  }

  get #drawn(): Y.Doc {
    const first = this.#honest[0];
    if (!first) throw new Error("Nobody draws.");
    return first.person.doc;
  }

  #join(name: string, map: AttackedMap): Honest {
    const person = new EditingPerson(name, this.#random);
    const address = `${this.#server.url.replace("http", "ws")}/sync`;
    const provider = new WebsocketProvider(address, map.id, person.doc, {
      protocols: [PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${map.token.editor}`],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    bearNewClientId(provider);
    const honest = { person, provider, closed: 0 };
    provider.on("connection-close", () => {
      honest.closed += 1;
    });
    this.#honest.push(honest);
    return honest;
  }

  async #attack(messages: number, onProgress: (sent: number) => void): Promise<void> {
    await waitFor("everybody is in step", () => this.#honest.every(({ provider }) => provider.synced));
    while (this.sent < messages) {
      await Promise.all([
        this.#attackOnce(this.#open, "editor", ""),
        this.#attackOnce(this.#open, this.#random.pick(["owner", "commenter", "viewer"]), ""),
        this.#attackOnce(this.#closed, this.#random.pick(["commenter", "viewer"]), ""),
        this.#attackOnce(this.#closed, this.#random.pick(["commenter", "viewer"]), "/talk"),
      ]);
      for (const { person } of this.#honest) person.act();
      onProgress(this.sent);
    }
  }

  /** One connection that says what it likes until it has said enough or is shown out. */
  async #attackOnce(map: AttackedMap, role: Role, talk: string): Promise<void> {
    const protocols = [PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${map.token[role]}`];
    const socket = this.#connect(`${this.#server.url}/sync/${map.id}${talk}`, protocols);
    const state = { isOpen: false, heard: 0, code: null as number | null };
    socket.onopen = () => {
      state.isOpen = true;
    };
    socket.onmessage = () => {
      state.heard += 1;
    };
    socket.onclose = ({ code }) => {
      state.code = code;
    };
    socket.onerror = () => {};
    await waitFor("an attacker is let in", () => state.isOpen || state.code !== null);
    const burst = 1 + this.#random.below(longestBurst);
    for (let count = 0; count < burst && state.code === null; count++) {
      socket.send(this.#hostile.next() as Uint8Array<ArrayBuffer>);
      this.sent += 1;
      if (this.#random.chance(0.1)) await pauseMs(0);
    }
    // The answer comes when everything before it has been handled.
    const before = state.heard;
    socket.send(new Uint8Array([MESSAGE.queryPresence]));
    await waitFor("the server answers or hangs up", () => state.code !== null || state.heard > before);
    if (state.code === null) socket.close();
    await waitFor("the connection is over", () => state.code !== null);
    assert.ok(allowedCloses.has(state.code ?? 0), `A connection was closed with ${state.code}.`);
    if (state.code === 4400) this.ended += 1;
  }

  #connect(url: string, protocols: readonly string[]): SocketLike {
    const address = url.replace("http", "ws");
    if (this.#random.chance(0.2)) return new HttpSocket(address, protocols);
    const socket = new WebSocket(address, [...protocols]);
    socket.binaryType = "arraybuffer";
    return socket as unknown as SocketLike;
  }

  async #check(): Promise<void> {
    const [anna, ben, cara] = this.#honest;
    if (!anna || !ben || !cara) throw new Error("Three people draw.");
    for (const { closed } of this.#honest) assert.equal(closed, 0, "Somebody honest was sent away.");
    const textOf = ({ person }: Honest) => JSON.stringify(readSnapshot(person.doc).map);
    await waitFor("the people see the same", () => textOf(anna) === textOf(ben));
    // Much of what people do on an empty map is nothing: whoever is alone on theirs goes on until there is something.
    while (!writersOf(cara).includes(cara.person.doc.clientID)) cara.person.act();
    await this.#checkStored(this.#open, textOf(anna));
    await this.#checkStored(this.#closed, textOf(cara));
    assert.ok(writersOf(cara).length <= 2, "Somebody wrote who may not.");
    for (const { provider, person } of this.#honest) {
      provider.destroy();
      person.doc.destroy();
    }
    await this.#checkNothingStays();
  }

  async #checkStored({ id, token }: AttackedMap, expected: string): Promise<void> {
    const file = async () => {
      const response = await fetch(`${this.#server.url}/api/maps/${id}`, {
        headers: { authorization: `Bearer ${token.viewer}` },
      });
      return response.json();
    };
    let stored: unknown;
    for (
      let tries = 0;
      tries < 100 && JSON.stringify(stored) !== JSON.stringify(JSON.parse(expected));
      tries++
    ) {
      stored = await file();
      await pauseMs(20);
    }
    assert.deepEqual(stored, JSON.parse(expected), "What is stored is not what the people see.");
  }

  /** Rooms and sockets are those that the server counts for those who watch it. */
  async #checkNothingStays(): Promise<void> {
    const counts = /^plumbline_open_(rooms|sockets)(\{[^}]*\})? [1-9].*$/gm;
    let left: readonly string[] = [];
    for (let tries = 0; tries < 500; tries++) {
      left = (await (await fetch(`${this.#server.url}/metrics`)).text()).match(counts) ?? [];
      if (left.length === 0) return;
      await pauseMs(20);
    }
    assert.fail(`Something stays behind: ${left.join(", ")}`);
  }
}

async function makeMap(server: RunningServer): Promise<AttackedMap> {
  const response = await fetch(`${server.url}/api/maps`, { method: "POST", body: "{}" });
  assert.equal(response.status, 201);
  const { id, links } = (await response.json()) as { id: string; links: Record<Role, string> };
  const token = Object.fromEntries(
    Object.entries(links).map(([role, link]) => [role, link.split("#")[1] ?? ""]),
  );
  return { id, token: token as Record<Role, string> };
}

/** The client ids of everybody who wrote on a person's map: the server, which made it, is one. */
function writersOf({ person }: Honest): readonly number[] {
  return [...Y.decodeStateVector(Y.encodeStateVector(person.doc)).keys()];
}
