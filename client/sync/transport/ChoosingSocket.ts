import { CLOSE_CODE } from "../../../shared/protocol/closeCodes.ts";
import { ACK_PROTOCOL } from "../../../shared/protocol/messages.ts";
import { Echoes } from "./Echoes.ts";
import { provenSocket } from "./provenSocket.ts";
import type { Block, Route, RoutedSocket, Way } from "./Route.ts";
import { CUT_OFF, READY_STATE, type SocketEnd, type SocketLike, type SocketMessage } from "./SocketLike.ts";

export interface Patience {
  /** How long the first way is alone. Default: 1.5 s, longer than a WebSocket takes over a slow mobile network. */
  readonly headStartMs?: number;
  /** How long a WebSocket must have worked before the session moves to it. Default: 10 s. */
  readonly probationMs?: number;
}

export interface Choice extends Patience {
  readonly route: Route;
  /** Begins to open a socket. */
  open(way: Way, url: string, protocols: readonly string[]): SocketLike;
}

const defaultHeadStartMs = 1_500;
const defaultProbationMs = 10_000;
const firstWithinMs = 10_000;
/** How long plain HTTP may take to say goodbye before the session goes on without. */
const goodbyeMs = 2_000;
/** How long what is written may wait for the server to commit what it was given before. While its store fails, that takes too long. */
const committedWithinMs = 3_000;
/** What the server says about the caller or itself: another way would hear the same. */
const saidByServer: ReadonlySet<number> = new Set(Object.values(CLOSE_CODE));

/**
 * A socket that finds the way by itself: a WebSocket or, where that does not get through, plain HTTP. The way over which the
 * first message comes is taken. On plain HTTP a WebSocket is tried again from time to time, and the session moves to it unnoticed.
 */
export class ChoosingSocket implements SocketLike, RoutedSocket {
  readonly OPEN = READY_STATE.open;
  binaryType = "arraybuffer";
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((message: SocketMessage) => void) | null = null;
  onclose: ((end: SocketEnd) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly #url: string;
  readonly #protocols: readonly string[];
  readonly #choice: Choice;
  readonly #tried = new Map<Way, SocketLike>();
  readonly #failed = new Set<Way>();
  readonly #echoes = new Echoes();
  readonly #over = new AbortController();
  #headStart: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #readyState: number = READY_STATE.connecting;
  #chosen: { readonly way: Way; readonly socket: SocketLike; readonly sinceMs: number } | undefined;
  #heardAtMs = 0;
  /** What is sent while the session moves. */
  #held: Uint8Array<ArrayBuffer>[] | undefined;
  #isMoving = false;

  constructor(url: string, protocols: readonly string[], choice: Choice) {
    this.#url = url;
    this.#protocols = protocols;
    this.#choice = choice;
    const { first } = choice.route;
    this.#try(first);
    this.#headStart = setTimeout(() => this.#try(otherThan(first)), choice.headStartMs ?? defaultHeadStartMs);
  }

  get readyState(): number {
    return this.#readyState;
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    if (this.#held) this.#held.push(data);
    else this.#chosen?.socket.send(data);
  }

  close(): void {
    if (this.#readyState === READY_STATE.closed) return;
    for (const data of this.#held ?? []) this.#chosen?.socket.send(data);
    this.#finish({ code: 1005, reason: "" });
  }

  echo(): Promise<number | null> {
    const { socket } = this.#chosen ?? {};
    if (!socket || !this.#protocols.includes(ACK_PROTOCOL)) return Promise.resolve(null);
    return this.#echoes.ask((data) => socket.send(data));
  }

  tryWebSocket(): void {
    if (this.#chosen?.way !== "http" || this.#isMoving || !this.#protocols.includes(ACK_PROTOCOL)) return;
    clearTimeout(this.#retry);
    this.#isMoving = true;
    void this.#move().finally(() => {
      this.#isMoving = false;
      this.#retryLater();
    });
  }

  #try(way: Way): void {
    if (this.#readyState !== READY_STATE.connecting || this.#tried.has(way)) return;
    const socket = this.#choice.open(way, this.#url, this.#protocols);
    this.#tried.set(way, socket);
    socket.binaryType = "arraybuffer";
    socket.onerror = () => {};
    socket.onclose = (end) => this.#attemptEnded(way, end);
    socket.onmessage = (message) => {
      this.#choose(way, socket);
      this.#hear(message);
    };
  }

  #attemptEnded(way: Way, end: SocketEnd): void {
    const other = otherThan(way);
    this.#failed.add(way);
    if (saidByServer.has(end.code)) this.#finish(end);
    else if (this.#failed.has(other)) this.#finish({ code: CUT_OFF, reason: "" });
    else if (this.#tried.has(other)) return;
    else if (way === "websocket" && !this.#choice.route.isWayInDoubt) this.#finish(end);
    else this.#try(other);
  }

  #choose(way: Way, socket: SocketLike): void {
    clearTimeout(this.#headStart);
    for (const other of this.#tried.values()) if (other !== socket) abandon(other);
    this.#readyState = READY_STATE.open;
    const block: Block | undefined = this.#failed.has("websocket")
      ? "refused"
      : this.#tried.has("websocket")
        ? "silent"
        : undefined;
    this.#adopt(way, socket, block);
    this.#retryLater();
  }

  /** Goes on with a socket that is connected, as one that has just opened: the provider compares both sides then. */
  #adopt(way: Way, socket: SocketLike, block: Block | undefined): void {
    this.#chosen = { way, socket, sinceMs: performance.now() };
    socket.onmessage = (message) => this.#hear(message);
    socket.onclose = (end) => this.#finish(end);
    this.#choice.route.reached(this, way, block);
    this.onopen?.({});
  }

  #hear(message: SocketMessage): void {
    this.#heardAtMs = performance.now();
    if (!this.#echoes.hear(message.data)) this.onmessage?.(message);
  }

  #retryLater(): void {
    if (this.#chosen?.way !== "http" || this.#readyState !== READY_STATE.open) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.tryWebSocket(), this.#choice.route.nextRetryMs());
  }

  /**
   * Moves to a WebSocket once one has proved to work. What counts as saved must stay true: an acknowledgement is about what the
   * server received before on the same connection. So nothing is sent over the new one before the old one has committed
   * everything; what comes meanwhile waits here. Both are heard from then on: what comes twice is no harm, what is missed would be.
   */
  async #move(): Promise<void> {
    const socket = this.#choice.open("websocket", this.#url, this.#protocols);
    socket.binaryType = "arraybuffer";
    const staysMs = this.#choice.probationMs ?? defaultProbationMs;
    const proven = await provenSocket(socket, { firstWithinMs, staysMs, signal: this.#over.signal });
    const old = this.#chosen?.socket;
    if (proven === null || old === undefined) return;
    let isCut = false;
    proven.onmessage = (message) => this.#hear(message);
    proven.onclose = () => {
      isCut = true;
    };
    this.#held = [];
    const isCommitted = (await Promise.race([this.echo(), after(committedWithinMs)])) !== null;
    if (isCut || !isCommitted) {
      const held = this.#held;
      this.#held = undefined;
      for (const data of held) this.send(data);
      return abandon(proven);
    }
    await goodbye(old);
    const held = this.#held;
    this.#held = undefined;
    if (this.#readyState === READY_STATE.closed) return abandon(proven);
    if (isCut) return this.#finish({ code: CUT_OFF, reason: "" });
    this.#adopt("websocket", proven, undefined);
    for (const data of held) proven.send(data);
  }

  #finish(end: SocketEnd): void {
    if (this.#readyState === READY_STATE.closed) return;
    this.#readyState = READY_STATE.closed;
    clearTimeout(this.#headStart);
    clearTimeout(this.#retry);
    const chosen = this.#chosen;
    if (chosen) abandon(chosen.socket);
    else for (const socket of this.#tried.values()) abandon(socket);
    this.#over.abort();
    this.#echoes.giveUp();
    const { route } = this.#choice;
    route.left(this, chosen === undefined && end.code === CUT_OFF);
    if (chosen?.way === "websocket") {
      const nowMs = performance.now();
      route.webSocketEnded(end, nowMs - chosen.sinceMs, nowMs - this.#heardAtMs);
    }
    if (end.code === CUT_OFF) this.onerror?.(end);
    this.onclose?.(end);
  }
}

function otherThan(way: Way): Way {
  return way === "websocket" ? "http" : "websocket";
}

function abandon(socket: SocketLike): void {
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  socket.close();
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}

function goodbye(socket: SocketLike): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, goodbyeMs);
    socket.onclose = () => resolve();
    socket.close();
  });
}
