import { ByteQueue } from "../../../shared/protocol/ByteQueue.ts";
import { FrameReader, lengthBefore } from "../../../shared/protocol/FrameReader.ts";
import { CallBroke, HttpCalls } from "./HttpCalls.ts";
import { CUT_OFF, READY_STATE, type SocketEnd, type SocketLike, type SocketMessage } from "./SocketLike.ts";
import { WaitingSeat } from "./WaitingSeat.ts";

/** A frame of the server may be the state of any map that it lets grow. */
const mostFrameBytes = 2 ** 28 - 1;
/** Well below the megabyte that proxies commonly pass. */
const pieceBytes = 256 * 1024;
/** How long the server may keep a call that waits; less where something in between does not let it. */
const longestWaitSeconds = 20;
const shortestWaitSeconds = 2;
/** A call that breaks after it has waited this long was cut for waiting; one that breaks sooner has found nobody. */
const cutForWaitingMs = 1_900;
/** After each call in a row that breaks; then the connection has gone. */
const pausesMs = [100, 400, 1_000];
const restMs = 100;
/** How often a tab asks that may not wait. */
const askingMs = 1_000;
const leftByUs = 1005;

/**
 * A WebSocket's face over plain HTTP: one call is always waiting for what the server has to say, and one at a time brings what
 * is sent meanwhile. A call that breaks is made again, from the place in the stream that both sides know to have arrived.
 */
export class HttpSocket implements SocketLike {
  readonly OPEN = READY_STATE.open;
  binaryType = "arraybuffer";
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((message: SocketMessage) => void) | null = null;
  onclose: ((end: SocketEnd) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly #calls: HttpCalls;
  readonly #outgoing = new ByteQueue();
  readonly #incoming = new FrameReader(mostFrameBytes);
  readonly #seat = new WaitingSeat();
  #readyState: number = READY_STATE.connecting;
  #heardTo = 0;
  #isSending = false;

  /** Takes what a WebSocket takes; where the browser has a session cookie, no token is needed. */
  constructor(url: string, protocols: readonly string[] = []) {
    this.#calls = new HttpCalls(url, protocols);
    void this.#open();
  }

  get readyState(): number {
    return this.#readyState;
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    if (this.#readyState !== READY_STATE.open) return;
    this.#outgoing.push(lengthBefore(data));
    this.#outgoing.push(data);
    if (this.#isSending) return;
    this.#isSending = true;
    // What one gesture sends goes in one call.
    queueMicrotask(() => void this.#sendAll());
  }

  /** Leaves; `onclose` follows once the server knows, or cannot be told. */
  close(): void {
    if (this.#readyState >= READY_STATE.closing) return;
    const wasOpen = this.#readyState === READY_STATE.open;
    this.#readyState = READY_STATE.closing;
    if (wasOpen) void this.#leave();
  }

  async #open(): Promise<void> {
    try {
      const refusal = await this.#calls.open();
      if (refusal) return this.#end(refusal);
    } catch (error) {
      return this.#fail(error);
    }
    if (this.#readyState !== READY_STATE.connecting) return this.#leave();
    this.#readyState = READY_STATE.open;
    this.onopen?.({});
    try {
      await this.#receiveAll();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #leave(): Promise<void> {
    const rest = this.#outgoing.peek(this.#outgoing.length);
    this.#calls.abort();
    try {
      await this.#calls.close(this.#outgoing.start, rest);
    } catch {
      // Whoever is not told notices by itself that nobody comes any more.
    }
    this.#end({ code: leftByUs, reason: "" });
  }

  async #sendAll(): Promise<void> {
    while (this.#outgoing.length > 0) {
      const place = this.#outgoing.start;
      const piece = this.#outgoing.peek(pieceBytes);
      const received = await this.#insist(() => this.#calls.send(place, piece));
      if (received === null) return;
      this.#outgoing.dropBefore(received);
      // The server takes no more at the moment.
      if (received <= place) await pause(restMs);
    }
    this.#isSending = false;
  }

  async #receiveAll(): Promise<void> {
    let waitSeconds = longestWaitSeconds;
    let isQuiet = false;
    const receive = async () => {
      const mayWait = await this.#seat.take();
      if (!mayWait && isQuiet) await pause(askingMs);
      const askedAtMs = performance.now();
      try {
        const received = await this.#calls.receive(this.#heardTo, mayWait ? waitSeconds : 0);
        isQuiet = received instanceof Uint8Array && received.byteLength === 0;
        return received;
      } catch (error) {
        const waitedMs = performance.now() - askedAtMs;
        if (!(error instanceof CallBroke) || waitedMs < cutForWaitingMs || !this.#isOpen) throw error;
        waitSeconds = Math.max(shortestWaitSeconds, Math.floor(waitedMs / 2_000));
        return new Uint8Array();
      }
    };
    for (let bytes = await this.#insist(receive); bytes !== null; bytes = await this.#insist(receive)) {
      this.#heardTo += bytes.byteLength;
      this.#incoming.push(bytes);
      this.#giveFrames();
    }
  }

  #giveFrames(): void {
    for (let frame = this.#nextFrame(); frame !== null; frame = this.#nextFrame()) {
      try {
        this.onmessage?.({ data: frame.buffer });
      } catch (error) {
        // As with a WebSocket: what goes wrong in a listener is reported and ends nothing.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  #nextFrame(): Uint8Array<ArrayBuffer> | null {
    return this.#isOpen ? this.#incoming.next() : null;
  }

  get #isOpen(): boolean {
    return this.#readyState === READY_STATE.open;
  }

  /** Makes a call until it comes to something. `null` once the connection is over. */
  async #insist<T extends object | number>(call: () => Promise<T | SocketEnd>): Promise<T | null> {
    for (let failures = 0; this.#isOpen; failures++) {
      try {
        const answer = await call();
        if (!this.#isOpen) return null;
        if (typeof answer !== "object" || !("code" in answer)) return answer as T;
        this.#end(answer);
      } catch (error) {
        const pauseMs = pausesMs[failures];
        if (!(error instanceof CallBroke) || pauseMs === undefined) this.#fail(error);
        else await pause(pauseMs);
      }
    }
    return null;
  }

  #fail(error: unknown): void {
    if (this.#readyState < READY_STATE.closing) this.onerror?.(error);
    this.#end({ code: CUT_OFF, reason: "" });
  }

  #end(end: SocketEnd): void {
    if (this.#readyState === READY_STATE.closed) return;
    this.#readyState = READY_STATE.closed;
    this.#calls.abort();
    this.#seat.leave();
    this.onclose?.(end);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
