import type { Writable } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { CLOSE_CODE, type CloseCode } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import { TokenBucket } from "../access/TokenBucket.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { Frame } from "./frames.ts";

/** How long a closed socket may take to say goodbye before it is cut. */
const goodbyeMs = 5_000;
/** How long a socket that is doubted has to answer a ping. */
const probeMs = 3_000;

export interface ConnectionOptions {
  /** The least role that may write this document. */
  readonly writerRole: Role;
  /** Whether the client offered to be told when its updates are committed. */
  readonly wantsAcks: boolean;
}

/** One socket of one person on one document. */
export class Connection {
  readonly link: LinkRecord;
  readonly wantsAcks: boolean;
  readonly #writerRole: Role;
  readonly #socket: WebSocket;
  /** The stream under the socket: corked, it writes several frames at once. */
  readonly #stream: Writable;
  readonly #messages = new TokenBucket(LIMITS.messagesPerSecond, LIMITS.messageBurst);
  #lastSentAtMs = performance.now();
  #lastHeardAtMs = performance.now();
  #isClosing = false;
  #joinBytes = 0;

  constructor(socket: WebSocket, stream: Writable, link: LinkRecord, options: ConnectionOptions) {
    this.#socket = socket;
    this.#stream = stream;
    this.link = link;
    this.wantsAcks = options.wantsAcks;
    this.#writerRole = options.writerRole;
    socket.on("pong", () => this.#heard());
  }

  get canWrite(): boolean {
    return includesRole(this.link.role, this.#writerRole);
  }

  get lastSentAtMs(): number {
    return this.#lastSentAtMs;
  }

  get lastHeardAtMs(): number {
    return this.#lastHeardAtMs;
  }

  /** Calls back with every message until the connection is closing. A message that comes too fast, or as text, closes it. */
  onMessage(receive: (data: Uint8Array) => void): void {
    this.#socket.on("message", (data: RawData, isBinary: boolean) => {
      if (this.#isClosing) return;
      this.#heard();
      if (!isBinary || !(data instanceof Uint8Array)) return this.close(CLOSE_CODE.malformed, "binary only");
      if (!this.#messages.take(this.#lastHeardAtMs)) return this.close(CLOSE_CODE.tryLater, "too fast");
      receive(data);
    });
  }

  onClose(closed: () => void): void {
    this.#socket.once("close", closed);
  }

  /** Sends what everybody gets. A reader too slow to keep up is closed: it comes back and gets the state in one piece. */
  send(frame: Frame): void {
    if (this.#isClosing || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#lastSentAtMs = performance.now();
    this.#socket.send(frame);
    if (this.#socket.bufferedAmount > LIMITS.waitingBytes + this.#joinBytes) {
      this.close(CLOSE_CODE.tryLater, "too slow");
    }
  }

  /** Sends several frames with one write: writes are what a server with many people spends its time on. */
  sendTogether(frames: readonly Frame[]): void {
    this.#stream.cork();
    for (const frame of frames) this.send(frame);
    this.#stream.uncork();
  }

  /** Sends the state on joining, which may be larger than what may wait for a reader otherwise. */
  sendState(frames: readonly Frame[]): void {
    this.#joinBytes = frames.reduce((bytes, frame) => bytes + frame.byteLength, 0);
    this.sendTogether(frames);
  }

  close(code: CloseCode, reason: string): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#socket.resume();
    this.#socket.close(code, reason);
    const cut = setTimeout(() => this.#socket.terminate(), goodbyeMs);
    this.#socket.once("close", () => clearTimeout(cut));
  }

  ping(): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  /** Asks a socket that may be dead to answer, and cuts it if it does not. */
  probe(): void {
    const askedAtMs = performance.now();
    this.ping();
    const timer = setTimeout(() => {
      if (this.#lastHeardAtMs < askedAtMs) this.#socket.terminate();
    }, probeMs);
    this.#socket.once("close", () => clearTimeout(timer));
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #heard(): void {
    this.#lastHeardAtMs = performance.now();
  }
}
