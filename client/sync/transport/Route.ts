import { type TextStore, tabStorage } from "../webStorage.ts";
import { CUT_OFF, type SocketEnd } from "./SocketLike.ts";

export type Way = "websocket" | "http";

/**
 * What a WebSocket came to where plain HTTP reached the server: it was refused, nothing was heard over it, or it was cut again
 * and again soon after it had opened.
 */
export type Block = "refused" | "silent" | "cut";

export interface RouteState {
  /** How the server is reached now; undefined while it is not. */
  readonly way: Way | undefined;
  /** Why that is not by WebSocket. */
  readonly block: Block | undefined;
}

/** What a route asks of the socket that is connected. */
export interface RoutedSocket {
  /** The time to the server and back in milliseconds; `null` where the connection ends before. */
  echo(): Promise<number | null>;
  /** Tries whether a WebSocket works by now, and moves to it. */
  tryWebSocket(): void;
}

const storageKey = "plumbline.no-websocket";
const blocks: readonly string[] = ["refused", "silent", "cut"] satisfies readonly Block[];
/** A WebSocket that is cut sooner was cut by something in between; so was one over which nothing has come for so long. */
const shortLifeMs = 10_000;
const longSilenceMs = 25_000;
/** A WebSocket that lives as long as this works. */
const goodLifeMs = 60_000;
const mostCuts = 2;
/** When a WebSocket is tried again while plain HTTP is used; the last one from then on. */
const retriesMs = [15_000, 30_000, 60_000, 120_000, 300_000];

/** How this tab reaches the server, and what it has learned about ways that do not work. */
export class Route {
  readonly #reconnect: () => void;
  readonly #store: TextStore;
  readonly #listeners = new Set<() => void>();
  #state: RouteState;
  #socket: RoutedSocket | undefined;
  #hasUsedWebSocket = false;
  #failures = 0;
  #cuts = 0;
  #retries = 0;

  /** `reconnect` begins to connect at once. `store` keeps over a reload what has been learned. */
  constructor(reconnect: () => void, store: TextStore = tabStorage) {
    this.#reconnect = reconnect;
    this.#store = store;
    const block = store.get(storageKey);
    this.#state = {
      way: undefined,
      block: block !== undefined && blocks.includes(block) ? (block as Block) : undefined,
    };
    // It may be another network.
    if (typeof window !== "undefined") window.addEventListener("online", this.#onOnline);
  }

  /** The same object until something changes. */
  readonly state = (): RouteState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The way to begin with. */
  get first(): Way {
    return this.#state.block === undefined ? "websocket" : "http";
  }

  /** Whether a WebSocket that fails may be the way's fault. Where WebSockets have worked, the server is more likely away for a moment. */
  get isWayInDoubt(): boolean {
    return !this.#hasUsedWebSocket || this.#failures > 0;
  }

  /** How long to wait before a WebSocket is tried again, while it is not the way. */
  nextRetryMs(): number {
    const waitMs = retriesMs[Math.min(this.#retries, retriesMs.length - 1)] ?? 0;
    this.#retries += 1;
    return waitMs;
  }

  /** The time to the server and back in milliseconds; `null` where there is no connection. */
  async measure(): Promise<number | null> {
    return (await this.#socket?.echo()) ?? null;
  }

  /** Tries at once what is not as it should be: to reach the server, or to reach it by WebSocket. */
  tryAgain(): void {
    this.#retries = 0;
    if (this.#socket) this.#socket.tryWebSocket();
    else this.#reconnect();
  }

  /** A socket has reached the server this way. `block`: what a WebSocket had come to by then. */
  reached(socket: RoutedSocket, way: Way, block: Block | undefined): void {
    this.#socket = socket;
    this.#failures = 0;
    if (way === "websocket") {
      this.#hasUsedWebSocket = true;
      this.#retries = 0;
    }
    this.#set({ way, block: way === "http" ? (block ?? this.#state.block) : undefined });
  }

  /** A WebSocket is over after so long, and so long after something was last heard over it. */
  webSocketEnded({ code }: SocketEnd, livedMs: number, silentMs: number): void {
    const wasCut = (code === CUT_OFF && livedMs < shortLifeMs) || silentMs > longSilenceMs;
    if (wasCut) this.#cuts += 1;
    else if (livedMs > goodLifeMs) this.#cuts = 0;
    if (this.#cuts < mostCuts) return;
    this.#cuts = 0;
    this.#set({ way: undefined, block: "cut" });
  }

  /** A socket is over; `isFailure`: it has not reached the server. */
  left(socket: RoutedSocket, isFailure: boolean): void {
    if (isFailure) this.#failures += 1;
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    this.#set({ way: undefined, block: this.#state.block });
  }

  destroy(): void {
    this.#listeners.clear();
    if (typeof window !== "undefined") window.removeEventListener("online", this.#onOnline);
  }

  readonly #onOnline = (): void => {
    this.#retries = 0;
    if (this.#state.way === undefined) this.#set({ way: undefined, block: undefined });
    this.#socket?.tryWebSocket();
  };

  #set(state: RouteState): void {
    if (state.way === this.#state.way && state.block === this.#state.block) return;
    if (state.block === undefined) this.#store.remove(storageKey);
    else this.#store.set(storageKey, state.block);
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
