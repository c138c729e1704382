import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { CLOSE_CODE, type CloseCode } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ACK_PROTOCOL, PROTOCOL, TOKEN_PROTOCOL_PREFIX } from "../../shared/protocol/messages.ts";
import { SIGN_IN_REASONS } from "../../shared/protocol/signIn.ts";
import type { Access, Caller } from "../access/Access.ts";
import type { Door } from "../access/Door.ts";
import { isOwnOrigin } from "../access/ownOrigin.ts";
import type { ReasonToLeave } from "../access/Standing.ts";
import { TooManyTries } from "../access/TooManyTries.ts";
import type { Sessions } from "../signin/Sessions.ts";
import { asSaidBy } from "./asSaidBy.ts";
import { Connection, type ConnectionOptions } from "./Connection.ts";
import { HEARTBEAT_FRAME } from "./frames.ts";
import type { LiveSocket } from "./LiveSocket.ts";
import { MalformedMessage } from "./MalformedMessage.ts";
import type { Room } from "./Room.ts";
import type { DocumentKind, Rooms } from "./Rooms.ts";
import { readMessage } from "./readMessage.ts";
import { WebSocketSocket } from "./WebSocketSocket.ts";

export interface LiveEndpointOptions {
  readonly access: Access;
  readonly sessions: Pick<Sessions, "isOver" | "watch">;
  readonly door: Door;
  readonly rooms: Rooms;
  readonly publicUrl: URL | null;
  /** Every client hears something at least this often. */
  readonly longestSilenceMs: number;
  /** Told when a document could not be opened for somebody. */
  onOpenFailed(error: unknown): void;
  /** Told when a message met an error that is not its sender's. */
  onFailed(error: unknown): void;
  /** Told when somebody is not let in: an HTTP status before the upgrade, a close code after it. */
  onRefused(code: number): void;
  /** Told when somebody is in, and how long it took since the question. */
  onJoined(connection: Connection, ms: number): void;
  onClosed(code: number): void;
  /** Whether people are let in now. */
  isLettingIn(): boolean;
}

type ReasonToGo = ReasonToLeave | (typeof SIGN_IN_REASONS)["signedOut"];

const codeByReason: Readonly<Record<ReasonToGo, CloseCode>> = {
  revoked: CLOSE_CODE.revoked,
  removed: CLOSE_CODE.revoked,
  expired: CLOSE_CODE.noValidToken,
  [SIGN_IN_REASONS.needed]: CLOSE_CODE.noValidToken,
  [SIGN_IN_REASONS.otherOrganisation]: CLOSE_CODE.noValidToken,
  [SIGN_IN_REASONS.signedOut]: CLOSE_CODE.noValidToken,
};
const livePath = /^\/sync\/([A-Za-z0-9_-]{1,64})(\/talk)?\/?$/;
const anyHost = "http://localhost";
/** Rounds in the longest silence: after half of it something is said, which leaves two rounds to spare. */
const roundsPerSilence = 4;
const pingAfterMs = 15_000;
const deadAfterMs = 45_000;

/** `WebSocket /sync/ID` and `/sync/ID/talk`: lets people in, keeps their sockets alive, and cuts those that are dead. */
export class LiveEndpoint {
  readonly #options: LiveEndpointOptions;
  readonly #connections = new Set<Connection>();
  readonly #countByMap = new Map<string, number>();
  readonly #rounds: NodeJS.Timeout;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    // Frames are small and many: compressing them costs more than it saves, and memory for every socket.
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });

  constructor(options: LiveEndpointOptions) {
    this.#options = options;
    this.#rounds = setInterval(() => this.#goRound(), options.longestSilenceMs / roundsPerSilence);
    this.#rounds.unref();
  }

  /** Everybody who is here. */
  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Handles the `upgrade` event of an HTTP server. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const askedAtMs = performance.now();
    socket.on("error", () => socket.destroy());
    const { headers, url: target = "/" } = request;
    if (!URL.canParse(target, anyHost)) return this.#refuse(socket, 400);
    if (!isOwnOrigin(headers.origin, headers.host, this.#options.publicUrl)) return this.#refuse(socket, 403);
    const url = new URL(target, anyHost);
    const [, mapId, talk] = livePath.exec(url.pathname) ?? [];
    if (mapId === undefined) return this.#refuse(socket, 404);
    const offered = (headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
    let caller: Caller | null = null;
    try {
      const linkId = url.searchParams.get("link") ?? undefined;
      caller = await this.#options.door.identifyForLive(mapId, request, { token: tokenOf(offered), linkId });
    } catch (error) {
      if (error instanceof TooManyTries) return this.#refuse(socket, 429, error.waitSeconds);
      this.#options.onOpenFailed(error);
    }
    if (socket.destroyed) return;
    this.#server.handleUpgrade(request, socket, head, (accepted) => {
      accepted.once("close", (code) => this.#options.onClosed(code));
      const options = {
        writerRole: talk ? "commenter" : "editor",
        wantsAcks: offered.includes(ACK_PROTOCOL),
        askedAtMs,
      } as const;
      void this.admit(new WebSocketSocket(accepted, socket), caller, talk ? "talk" : "map", options);
    });
  }

  close(): void {
    clearInterval(this.#rounds);
    for (const connection of this.#connections) connection.terminate();
    this.#server.close();
  }

  /** Lets somebody in on a socket that has just opened, or closes it saying why not: at once where that is clear from the caller. */
  async admit(
    socket: LiveSocket,
    caller: Caller | null,
    kind: DocumentKind,
    options: ConnectionOptions & { readonly askedAtMs: number },
  ): Promise<void> {
    const refuse = (code: CloseCode, reason: string) => {
      this.#options.onRefused(code);
      socket.close(code, reason);
    };
    if (!this.#options.isLettingIn()) return refuse(CLOSE_CODE.restart, "restarting");
    if (caller === null) return refuse(CLOSE_CODE.tryLater, "try later");
    if (caller.kind !== "known") return refuse(...refusalOf(caller));
    const { map, link } = caller;
    const connection = new Connection(socket, caller, options);
    const count = this.#countByMap.get(map.id) ?? 0;
    if (count >= LIMITS.connectionsPerMap) return refuse(CLOSE_CODE.tryLater, "too many people");
    this.#track(connection, map.id, count);
    // Nothing is read before there is a room to bring it to.
    connection.pause();
    let room: Room;
    try {
      room = await this.#options.rooms.open(map.id, kind);
    } catch (error) {
      if (!this.#options.isLettingIn()) return connection.close(CLOSE_CODE.restart, "restarting");
      this.#options.onOpenFailed(error);
      return connection.close(CLOSE_CODE.tryLater, "cannot be opened now");
    }
    const reason = this.#reasonToGo(connection);
    if (reason !== null) return connection.close(codeByReason[reason], reason);
    if (!connection.isOpen) return;
    connection.onClose(() => room.leave(connection));
    connection.onMessage((data) => this.#receive(room, connection, data));
    room.join(connection);
    this.#options.access.watchExpiry(link);
    if (connection.person) this.#options.sessions.watch(connection.person);
    this.#options.onJoined(connection, performance.now() - options.askedAtMs);
    connection.resume();
  }

  /** Sends away whoever may not stay any more: what becomes of links and sign-ins reaches those who are in. */
  sendAwayWhoMayNotStay(): void {
    for (const connection of this.#connections) {
      const reason = this.#reasonToGo(connection);
      if (reason !== null) connection.close(codeByReason[reason], reason);
    }
  }

  #reasonToGo(connection: Connection): ReasonToGo | null {
    const { person } = connection;
    const isOver = person !== null && this.#options.sessions.isOver(person);
    return isOver ? SIGN_IN_REASONS.signedOut : this.#options.access.reasonToLeave(connection);
  }

  #refuse(socket: Duplex, status: 400 | 403 | 404 | 429, retryAfterSeconds = 0): void {
    this.#options.onRefused(status);
    const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`;
    const retryAfter = retryAfterSeconds > 0 ? `Retry-After: ${retryAfterSeconds}\r\n` : "";
    socket.end(`${line}\r\n${retryAfter}Connection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  #receive(room: Room, connection: Connection, data: Uint8Array): void {
    try {
      room.receive(connection, asSaidBy(connection.person, readMessage(data)));
    } catch (error) {
      if (error instanceof MalformedMessage) {
        connection.close(CLOSE_CODE.malformed, "malformed");
        return;
      }
      // One person's message must never end the server for everybody.
      this.#options.onFailed(error);
      connection.close(CLOSE_CODE.tryLater, "try later");
    }
  }

  #track(connection: Connection, mapId: string, count: number): void {
    this.#connections.add(connection);
    this.#countByMap.set(mapId, count + 1);
    connection.onClose(() => {
      this.#connections.delete(connection);
      const left = (this.#countByMap.get(mapId) ?? 1) - 1;
      if (left > 0) this.#countByMap.set(mapId, left);
      else this.#countByMap.delete(mapId);
    });
  }

  #goRound(): void {
    const now = performance.now();
    const speakAfterMs = this.#options.longestSilenceMs / 2;
    for (const connection of this.#connections) {
      const silentMs = now - connection.lastHeardAtMs;
      if (silentMs > deadAfterMs) connection.terminate();
      else {
        if (silentMs > pingAfterMs) connection.ping();
        if (now - connection.lastSentAtMs > speakAfterMs) connection.send(HEARTBEAT_FRAME);
      }
    }
  }
}

function tokenOf(offered: readonly string[]): string | undefined {
  const protocol = offered.find((name) => name.startsWith(TOKEN_PROTOCOL_PREFIX));
  return protocol?.slice(TOKEN_PROTOCOL_PREFIX.length);
}

function refusalOf({ kind }: Exclude<Caller, { kind: "known" }>): [CloseCode, string] {
  if (kind === "no-map") return [CLOSE_CODE.noSuchMap, "no such map"];
  if (kind === "revoked" || kind === "removed") return [CLOSE_CODE.revoked, kind];
  return [CLOSE_CODE.noValidToken, kind === "no-valid-token" ? "no valid token" : kind];
}
