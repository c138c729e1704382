import type { IncomingMessage } from "node:http";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { Access, Caller } from "./Access.ts";
import { AddressLimiter } from "./AddressLimiter.ts";
import { readBrowserId } from "./browserId.ts";
import type { TrustedProxies } from "./clientAddress.ts";
import { readCookies } from "./cookies.ts";
import type { SecurityLog } from "./SecurityLog.ts";
import type { SignedInPerson } from "./SignedInPerson.ts";
import { TooManyTries } from "./TooManyTries.ts";

/** Who is signed in. */
export interface SignedIn {
  /** The person whose session a cookie names; `null` = nobody, or not any more. */
  personOf(cookieHeader: string | undefined): Promise<SignedInPerson | null>;
}

export interface DoorOptions {
  readonly access: Access;
  readonly sessions: SignedIn;
  readonly security: SecurityLog;
  readonly proxies: TrustedProxies;
}

/** What a request shows besides its cookies. */
export interface Shown {
  readonly token?: string | undefined;
  /** The link that the tab speaks for. */
  readonly linkId?: string | undefined;
}

/** Where requests come in, over HTTP and for sockets: who they come from, and whether that address tries too often. */
export class Door {
  readonly #options: DoorOptions;
  readonly #failures = new AddressLimiter(LIMITS.failedTokensPerSecond, LIMITS.failedTokensBurst);
  readonly #openings = new AddressLimiter(LIMITS.openingsPerSecond, LIMITS.openingsBurst);

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** The address that a request comes from, behind proxies that are trusted. */
  addressOf({ socket, headers }: IncomingMessage): string {
    const forwarded = headers["x-forwarded-for"];
    const chain = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    return this.#options.proxies.clientAddress(socket.remoteAddress ?? "", chain);
  }

  /** The person who is signed in in the browser that a request comes from. @throws StoreError */
  personOf({ headers }: IncomingMessage): Promise<SignedInPerson | null> {
    return this.#options.sessions.personOf(headers.cookie);
  }

  /**
   * The same as `identify` for somebody who opens a live connection. Whoever comes with a token has begun no session before:
   * this is how they are noted.
   * @throws TooManyTries; StoreError
   */
  async identifyForLive(mapId: string, request: IncomingMessage, shown: Shown): Promise<Caller> {
    const waitSeconds = this.#openings.take(this.addressOf(request));
    if (waitSeconds > 0)
      throw new TooManyTries("Too many connections at once. Try again in a moment.", waitSeconds);
    const caller = await this.identify(mapId, request, shown);
    if (caller.kind === "known" && !caller.isByCookie) this.noteOpened(caller, request);
    return caller;
  }

  /**
   * Who a request about a map comes from.
   * @throws TooManyTries where an address has shown too much that opens nothing; StoreError
   */
  async identify(mapId: string, request: IncomingMessage, { token, linkId }: Shown): Promise<Caller> {
    const address = this.addressOf(request);
    // Counted before it is known, or a thousand at once would all find room.
    const waitSeconds = this.#failures.take(address);
    if (waitSeconds > 0)
      throw new TooManyTries("Too many links that open nothing. Try again in a moment.", waitSeconds);
    const { cookie } = request.headers;
    const tokenByLink = readCookies(cookie);
    const caller = await this.#options.access.identify(mapId, {
      token,
      linkId,
      tokenByLink,
      browserId: readBrowserId(cookie),
      person: await this.personOf(request),
    });
    if (caller.kind !== "no-map" && caller.kind !== "no-valid-token") this.#failures.giveBack(address);
    return caller;
  }

  /** Notes that somebody has opened a map. */
  noteOpened(caller: Extract<Caller, { kind: "known" }>, request: IncomingMessage): void {
    const { map, ...by } = caller;
    this.#options.security.noteOnce({ kind: "opened", mapId: map.id, by, address: this.addressOf(request) });
  }
}
