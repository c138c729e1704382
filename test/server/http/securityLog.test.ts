import { afterEach, describe, expect, it, vi } from "vitest";
import { openMemoryStorage } from "../../../server/storage/openMemoryStorage.ts";
import type { SecurityEvent } from "../../../server/storage/SecurityStore.ts";
import type { Role } from "../../../shared/protocol/roles.ts";
import { fuzzSeeds, Random } from "../../support/random.ts";
import { Browser } from "../support/browser.ts";
import { RawClient } from "../support/RawClient.ts";
import { callWith, makeMap, serverOfFile, type TestMap, withServer } from "../support/withServer.ts";

const adminKey = "the key that opens every map of this server";

interface PublicEvent {
  readonly kind: string;
  readonly by: { readonly label: string; readonly role: string } | null;
  readonly about: { readonly label: string; readonly role: string } | null;
  readonly detail: string | null;
  readonly address: string | null;
}

describe("the security log of a map", () => {
  const theServer = serverOfFile();
  const call = (map: TestMap, path: string, method = "GET", body?: unknown, token = map.token.owner) =>
    callWith(theServer(), token, `/api/maps/${map.id}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const eventsOf = async (map: TestMap) =>
    ((await (await call(map, "/security-log")).json()) as { events: PublicEvent[] }).events;

  it("says what has happened, the newest first, with links in words", async () => {
    const map = await makeMap(theServer());
    await new Browser(theServer()).post("/api/session", { map: map.id, token: map.token.editor });
    const link = (await (await call(map, "/links", "POST", { role: "viewer", label: "Board" })).json()) as {
      readonly id: string;
    };
    await call(map, `/links/${link.id}`, "PATCH", { label: "Board pack" });
    await call(map, "/export.svg", "GET", undefined, map.token.viewer);
    await call(map, `/links/${link.id}`, "DELETE");
    const events = await eventsOf(map);
    const board = { label: "Board pack", role: "viewer" };
    expect(events).toMatchObject([
      { kind: "link-revoked", by: { role: "owner" }, about: board },
      { kind: "exported", by: { role: "viewer" }, detail: "svg" },
      { kind: "link-changed", about: board },
      { kind: "link-made", about: board },
      { kind: "opened", by: { role: "editor" } },
      { kind: "created", by: null },
    ]);
    expect(events.every(({ address }) => address === null)).toBe(true);
  });

  it("is for owners", async () => {
    const map = await makeMap(theServer());
    for (const role of ["editor", "commenter", "viewer"] as const)
      expect((await call(map, "/security-log", "GET", undefined, map.token[role])).status).toBe(403);
  });

  it("notes a stock client that opens the map, and the same again only after a while", async () => {
    const map = await makeMap(theServer());
    for (let time = 0; time < 3; time++) await RawClient.join(theServer(), map.id, map.token.viewer);
    expect((await eventsOf(map)).map(({ kind }) => kind)).toEqual(["opened", "created"]);
  });

  it("holds addresses only where the operator has asked for them", async () => {
    const server = await withServer({ securityLogAddresses: true });
    const map = await makeMap(server);
    const answer = await callWith(server, map.token.owner, `/api/maps/${map.id}/security-log`);
    expect(await answer.json()).toMatchObject({ events: [{ kind: "created", address: "127.0.0.1" }] });
  });
});

/** Texts that must be in no log: whatever opens something, and whatever somebody has written. */
class Secrets {
  readonly #texts = new Set<string>();

  keep(...texts: readonly string[]): void {
    for (const text of texts) if (text.length > 3) this.#texts.add(text);
  }

  get count(): number {
    return this.#texts.size;
  }

  foundIn(log: string): readonly string[] {
    return [...this.#texts].filter((text) => log.includes(text));
  }
}

describe("the security log after a wild session", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(fuzzSeeds([7], 1))(
    "holds no token, no code, no name and nothing of a map (seed %i)",
    async (seed) => {
      const written: string[] = [];
      vi.spyOn(process.stderr, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
      const storage = openMemoryStorage();
      const server = await withServer({ storage, adminKey, logLevel: "info" });
      const secrets = new Secrets();
      secrets.keep(adminKey);
      const session = new WildSession(server, new Random(seed), secrets);
      await session.play(60);
      await server.close();
      const events = await storage.security.list({ count: 10_000 });
      const log = `${JSON.stringify(events)}\n${written.join("")}`;
      expect(events.length).toBeGreaterThan(30);
      expect(kindsOf(events)).toEqual(
        expect.arrayContaining(["created", "opened", "link-made", "code-made", "exported", "removed"]),
      );
      expect(written.filter((line) => line.includes('"log":"security"')).length).toBe(events.length);
      expect(secrets.count).toBeGreaterThan(50);
      expect(secrets.foundIn(log)).toEqual([]);
    },
    60_000,
  );
});

function kindsOf(events: readonly SecurityEvent[]): readonly string[] {
  return [...new Set(events.map(({ kind }) => kind))];
}

/** People who do everything that the security log notes, in any order. */
class WildSession {
  readonly #server: { readonly url: string };
  readonly #random: Random;
  readonly #secrets: Secrets;
  readonly #maps: TestMap[] = [];
  #lastNumber = 0;

  constructor(server: { readonly url: string }, random: Random, secrets: Secrets) {
    this.#server = server;
    this.#random = random;
    this.#secrets = secrets;
  }

  async play(turns: number): Promise<void> {
    await this.#makeMap();
    const actions = [
      () => this.#makeMap(),
      () => this.#open(),
      () => this.#share(),
      () => this.#code(),
      () => this.#guess(),
      () => this.#export(),
      () => this.#removeSomebody(),
      () => this.#administer(),
    ];
    for (const action of actions) await action();
    for (let turn = 0; turn < turns; turn++) await this.#random.pick(actions)();
  }

  /** A text that somebody has written, unlike any word of ours. */
  #text(): string {
    this.#lastNumber += 1;
    const text = `Quagga${this.#lastNumber}Zebra`;
    this.#secrets.keep(text);
    return text;
  }

  #call(path: string, method = "GET", body?: unknown, token?: string): Promise<Response> {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return token === undefined
      ? fetch(`${this.#server.url}${path}`, init)
      : fetch(`${this.#server.url}${path}`, { ...init, headers: { Authorization: `Bearer ${token}` } });
  }

  async #makeMap(): Promise<void> {
    const elements = [{ id: "a", type: "note", name: this.#text(), position: { x: 0, y: 0 } }];
    const map = {
      format: "system-map",
      version: 1,
      title: this.#text(),
      regime: "england-2022",
      elements,
      relations: [],
    };
    const response = await this.#call("/api/maps", "POST", { map });
    const answer = (await response.json()) as { id: string; links: Record<Role, string> };
    if (response.status !== 201) throw new Error(`No map was made: ${JSON.stringify(answer)}`);
    const token = Object.fromEntries(
      Object.entries(answer.links).map(([role, link]) => [role, link.split("#")[1] ?? ""]),
    ) as Record<Role, string>;
    this.#secrets.keep(...Object.values(token));
    this.#maps.push({ id: answer.id, token });
  }

  async #open(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const role = this.#random.pick(["owner", "editor", "viewer"] as const);
    const response = await this.#call("/api/session", "POST", { map: map.id, token: map.token[role] });
    for (const cookie of response.headers.getSetCookie())
      this.#secrets.keep(cookie.split(";")[0]?.split("=")[1] ?? "");
    await response.text();
  }

  async #share(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const path = `/api/maps/${map.id}/links`;
    const made = await this.#call(path, "POST", { role: "viewer", label: this.#text() }, map.token.owner);
    const { id, token } = (await made.json()) as { id: string; token: string };
    this.#secrets.keep(token);
    await this.#call("/api/session", "POST", { map: map.id, token });
    await (await this.#call(`/api/maps/${map.id}/export.svg`, "GET", undefined, token)).text();
    await this.#call(`${path}/${id}`, "PATCH", { label: this.#text() }, map.token.owner);
    if (this.#random.chance(0.5)) await this.#call(`${path}/${id}`, "DELETE", undefined, map.token.owner);
  }

  async #code(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const body = { role: this.#random.pick(["editor", "viewer"]) };
    const made = await this.#call(`/api/maps/${map.id}/codes`, "POST", body, map.token.owner);
    const { code } = (await made.json()) as { code: string };
    this.#secrets.keep(code, code.replace("-", ""));
    const joined = await this.#call("/api/join", "POST", { code });
    for (const cookie of joined.headers.getSetCookie())
      this.#secrets.keep(cookie.split(";")[0]?.split("=")[1] ?? "");
  }

  async #guess(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const guess = this.#text();
    await this.#call("/api/join", "POST", { code: guess });
    await this.#call(`/api/maps/${map.id}?link=${guess}`, "GET", undefined, guess);
    await this.#call(`/m/${map.id}/${guess}`);
    await this.#call(`/api/maps/${guess}/${guess}`, "DELETE");
  }

  async #export(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const rest = this.#random.pick(["", "/findings", "/export.svg", "/history"]);
    await (await this.#call(`/api/maps/${map.id}${rest}`, "GET", undefined, map.token.editor)).text();
  }

  async #removeSomebody(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const browser = new Browser(this.#server);
    const session = await browser.post("/api/session", { map: map.id, token: map.token.editor });
    const { link } = (await session.json()) as { link: string };
    const client = await browser.join(map.id, link);
    const clientId = this.#random.below(1_000_000) + 1;
    const user = { name: this.#text(), organisation: this.#text() };
    client.sendPresence([clientId, 1, JSON.stringify({ user })]);
    await client.settled();
    const path = `/api/maps/${map.id}`;
    const removed = await this.#call(`${path}/people/${clientId}`, "DELETE", undefined, map.token.owner);
    if (removed.status !== 200) throw new Error(`Nobody was removed: ${removed.status}`);
    await this.#call(`${path}/erasures`, "POST", { name: user.name }, map.token.owner);
  }

  async #administer(): Promise<void> {
    const map = this.#random.pick(this.#maps);
    const call = (path: string, key: string, method = "GET") =>
      fetch(`${this.#server.url}/api/admin${path}`, { method, headers: { "Plumbline-Admin-Key": key } });
    await call(`/maps?search=${this.#text()}`, adminKey);
    const made = await call(`/maps/${map.id}/owner-link`, adminKey, "POST");
    const { link } = (await made.json()) as { link: string };
    this.#secrets.keep(link.split("#")[1] ?? "");
    if (this.#random.chance(0.1)) await call("/maps", this.#text());
  }
}
