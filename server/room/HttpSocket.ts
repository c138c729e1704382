import { ByteQueue } from "../../shared/protocol/ByteQueue.ts";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { FrameLengthError, FrameReader, lengthBefore } from "../../shared/protocol/FrameReader.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { Frame } from "./frames.ts";
import type { LiveSocket, LiveSocketListener } from "./LiveSocket.ts";

/** Why it is over: a close code as on a WebSocket. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** What a call that waits for frames is answered with: the next bytes, none of them when it has waited long enough, or the end. */
export type Received = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly closed: Closing };

interface Waiting {
  readonly answer: (received: Received) => void;
  readonly timer: NodeJS.Timeout;
}

/** A client that does not come for so long has gone. */
const absentMs = 30_000;
/** A client whose waiting call broke off comes again soon, or not at all. */
const brokenOffMs = 10_000;
const ended = { byClient: 1000, cut: 1006, tooLarge: 1009 } as const;

/**
 * What stands in for a WebSocket over plain HTTP. Each direction is a stream of frames, each frame behind its length; a call
 * carries a piece of a stream and the place where it begins. So a call may be repeated and an answer may be lost: nothing is
 * taken twice, and nothing is forgotten before the other side has said that it has it.
 */
export class HttpSocket implements LiveSocket {
  readonly transport = "http";
  readonly #outgoing = new ByteQueue();
  readonly #incoming = new FrameReader(LIMITS.messageBytes);
  #taken = 0;
  #listener: LiveSocketListener | null = null;
  #waiting: Waiting | null = null;
  #closing: Closing | null = null;
  #absence: NodeJS.Timeout | null = null;
  #isPaused = false;
  #isAnswerDue = false;
  #whenEnded: () => void = () => {};

  constructor() {
    this.#expectWithin(absentMs);
  }

  get isOpen(): boolean {
    return this.#closing === null;
  }

  /** Why it is over, once it is. */
  get closing(): Closing | null {
    return this.#closing;
  }

  /** What the client has not said that it has. */
  get waitingBytes(): number {
    return this.#outgoing.length;
  }

  listen(listener: LiveSocketListener): void {
    this.#listener = listener;
  }

  /** Sets who is told when it is over, besides the listener; once. */
  onEnd(listener: () => void): void {
    this.#whenEnded = listener;
  }

  send(frames: readonly Frame[]): void {
    if (!this.isOpen) return;
    for (const frame of frames) {
      this.#outgoing.push(lengthBefore(frame));
      this.#outgoing.push(frame);
    }
    this.#answerSoon();
  }

  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = { code, reason };
    if (this.#absence) clearTimeout(this.#absence);
    this.#answerSoon();
    queueMicrotask(() => {
      this.#listener?.onClosed(code);
      this.#whenEnded();
    });
  }

  /** The client has said goodbye. */
  leave(): void {
    this.close(ended.byClient, "");
  }

  terminate(): void {
    this.#outgoing.dropBefore(this.#outgoing.end);
    this.close(ended.cut, "");
  }

  ping(): void {
    this.#answer({ bytes: new Uint8Array() });
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#giveFrames();
  }

  /**
   * Takes a piece of the client's stream that begins at a place, without what was taken before. Says up to which place the
   * stream has been taken: short of the piece's end where something before it is missing, or nothing can be taken now.
   */
  take(place: number, piece: Uint8Array): number {
    if (!this.isOpen) return this.#taken;
    this.#listener?.onAlive();
    const isFull = this.#incoming.heldBytes > LIMITS.messageBytes;
    if (place > this.#taken || isFull) return this.#taken;
    const fresh = piece.subarray(this.#taken - place);
    this.#taken += fresh.byteLength;
    this.#incoming.push(fresh);
    this.#giveFrames();
    return this.#taken;
  }

  /**
   * Answers with what follows a place in the server's stream, at once if there is something, else as soon as there is, and
   * with nothing after `waitMs`. Everything before the place has arrived. A second call takes the place of the first.
   */
  receive(place: number, waitMs: number, signal: AbortSignal): Promise<Received> {
    const { start, end } = this.#outgoing;
    // A proxy may repeat a call whose answer has long been heard: it must not end the one that waits.
    if (place < start || place > end) return Promise.resolve({ bytes: new Uint8Array() });
    this.#outgoing.dropBefore(place);
    this.#answer({ bytes: new Uint8Array() });
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answer({ bytes: new Uint8Array() }), waitMs);
      const waiting = { answer: resolve, timer };
      this.#waiting = waiting;
      if (this.#absence) clearTimeout(this.#absence);
      signal.addEventListener("abort", () => this.#brokeOff(waiting), { once: true });
      this.#answerIfDue();
      if (!this.isOpen) return;
      this.#listener?.onAlive();
      if (place > start && this.waitingBytes === 0) this.#listener?.onDrained();
    });
  }

  #giveFrames(): void {
    try {
      while (this.isOpen && !this.#isPaused) {
        const frame = this.#incoming.next();
        if (frame === null) return;
        this.#listener?.onMessage(frame);
      }
    } catch (error) {
      if (!(error instanceof FrameLengthError)) throw error;
      if (error.isTooLarge) this.close(ended.tooLarge, "too large");
      else this.close(CLOSE_CODE.malformed, "malformed");
    }
  }

  /** What is sent in one go is answered in one go. */
  #answerSoon(): void {
    if (this.#isAnswerDue) return;
    this.#isAnswerDue = true;
    queueMicrotask(() => {
      this.#isAnswerDue = false;
      this.#answerIfDue();
    });
  }

  #answerIfDue(): void {
    if (!this.#waiting) return;
    if (this.waitingBytes > 0) this.#answer({ bytes: this.#outgoing.peek(LIMITS.httpPieceBytes) });
    else if (this.#closing) this.#answer({ closed: this.#closing });
  }

  #answer(received: Received): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = null;
    clearTimeout(waiting.timer);
    this.#expectWithin(absentMs);
    waiting.answer(received);
  }

  #brokeOff(waiting: Waiting): void {
    if (this.#waiting !== waiting) return;
    this.#answer({ bytes: new Uint8Array() });
    this.#expectWithin(brokenOffMs);
  }

  #expectWithin(ms: number): void {
    if (this.#absence) clearTimeout(this.#absence);
    if (!this.isOpen) return;
    this.#absence = setTimeout(() => this.terminate(), ms);
    this.#absence.unref();
  }
}
