import { CLOSE_CODE, type CloseCode } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import type { SignedInPerson } from "../access/SignedInPerson.ts";
import type { Speaker } from "../access/Standing.ts";
import { TokenBucket } from "../access/TokenBucket.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { Frame } from "./frames.ts";
import type { LiveSocket } from "./LiveSocket.ts";

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
  /** The browser that it comes from, as `hashBrowser` makes it; `null` for a client that shows none. */
  readonly browser: string | null;
  /** Who is signed in there; `null` = nobody. */
  readonly person: SignedInPerson | null;
  /** When it came, in milliseconds since 1970. */
  readonly since = Date.now();
  readonly wantsAcks: boolean;
  readonly #writerRole: Role;
  readonly #socket: LiveSocket;
  readonly #messages = new TokenBucket(LIMITS.messagesPerSecond, LIMITS.messageBurst);
  readonly #whenClosed: ((code: number) => void)[] = [];
  readonly #whenDrained: (() => void)[] = [];
  #receive: ((data: Uint8Array) => void) | null = null;
  #lastSentAtMs = performance.now();
  #lastHeardAtMs = performance.now();
  #isClosing = false;
  #stateBytes = 0;

  constructor(socket: LiveSocket, { link, browser, person }: Speaker, options: ConnectionOptions) {
    this.#socket = socket;
    this.link = link;
    this.browser = browser;
    this.person = person;
    this.wantsAcks = options.wantsAcks;
    this.#writerRole = options.writerRole;
    socket.listen({
      onMessage: (data) => this.#onMessage(data),
      onAlive: () => this.#heard(),
      onDrained: () => {
        this.#stateBytes = 0;
        for (const drained of this.#whenDrained) drained();
      },
      onClosed: (code) => {
        for (const closed of this.#whenClosed) closed(code);
      },
    });
  }

  get canWrite(): boolean {
    return includesRole(this.link.role, this.#writerRole);
  }

  get transport(): LiveSocket["transport"] {
    return this.#socket.transport;
  }

  get isOpen(): boolean {
    return this.#socket.isOpen;
  }

  get lastSentAtMs(): number {
    return this.#lastSentAtMs;
  }

  get lastHeardAtMs(): number {
    return this.#lastHeardAtMs;
  }

  /** Calls back with every message until the connection is closing. A message that comes too fast, or as text, closes it. */
  onMessage(receive: (data: Uint8Array) => void): void {
    this.#receive = receive;
  }

  onClose(closed: (code: number) => void): void {
    this.#whenClosed.push(closed);
  }

  /** Calls back whenever what waited for this reader has gone. */
  onDrained(drained: () => void): void {
    this.#whenDrained.push(drained);
  }

  /** Nothing is read until {@link resume}. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Bytes that were sent to this reader and have not left this process. */
  get waitingBytes(): number {
    return this.#socket.waitingBytes;
  }

  /** Of these, at most so many belong to states that were sent in one piece: these count as gone only when all of it has. */
  get stateBytes(): number {
    return this.#stateBytes;
  }

  /** Whether this reader is too slow to be sent what everybody gets. A state that it was sent in one piece does not count. */
  get isFull(): boolean {
    return this.#socket.waitingBytes > LIMITS.waitingBytes + this.#stateBytes;
  }

  send(frame: Frame): void {
    this.sendTogether([frame]);
  }

  /**
   * Sends several frames with one write: writes are what a server with many people spends its time on. Nothing here bounds what
   * waits: what is not small is sent only to a reader that is not full.
   * @param frames the same array for everybody who gets them, and not changed afterwards.
   */
  sendTogether(frames: readonly Frame[]): void {
    if (frames.length === 0 || this.#isClosing || !this.#socket.isOpen) return;
    this.#lastSentAtMs = performance.now();
    this.#socket.send(frames);
  }

  /** Sends a state, which may be larger than what may wait for a reader otherwise. */
  sendState(frames: readonly Frame[]): void {
    // What leaves at once is not told as drained.
    if (this.#socket.waitingBytes === 0) this.#stateBytes = 0;
    for (const frame of frames) this.#stateBytes += frame.byteLength;
    this.sendTogether(frames);
  }

  close(code: CloseCode, reason: string): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#socket.close(code, reason);
  }

  ping(): void {
    this.#socket.ping();
  }

  /** Asks a socket that may be dead to answer, and cuts it if it does not. */
  probe(): void {
    const askedAtMs = performance.now();
    this.ping();
    const timer = setTimeout(() => {
      if (this.#lastHeardAtMs < askedAtMs) this.#socket.terminate();
    }, probeMs);
    this.onClose(() => clearTimeout(timer));
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #onMessage(data: Uint8Array | null): void {
    if (this.#isClosing) return;
    this.#heard();
    if (data === null) this.close(CLOSE_CODE.malformed, "binary only");
    else if (!this.#messages.take(this.#lastHeardAtMs)) this.close(CLOSE_CODE.tryLater, "too fast");
    else this.#receive?.(data);
  }

  #heard(): void {
    this.#lastHeardAtMs = performance.now();
  }
}
