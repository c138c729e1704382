import type { Way } from "../../../../client/sync/transport/Route.ts";
import {
  CUT_OFF,
  READY_STATE,
  type SocketEnd,
  type SocketLike,
  type SocketMessage,
} from "../../../../client/sync/transport/SocketLike.ts";

const question = "101,0";
const answer = new Uint8Array([100, 0]);

/** A socket that does what a test tells it, and writes down what is sent over it. */
export class FakeSocket implements SocketLike {
  readonly OPEN = READY_STATE.open;
  binaryType = "";
  readyState: number = READY_STATE.connecting;
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((message: SocketMessage) => void) | null = null;
  onclose: ((end: SocketEnd) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly sent: string[] = [];
  answersEchoes = true;

  constructor(readonly way: Way) {}

  get isClosed(): boolean {
    return this.readyState === READY_STATE.closed;
  }

  /** The server says something: the socket is open by then. */
  say(...bytes: readonly number[]): void {
    this.readyState = READY_STATE.open;
    this.onmessage?.({ data: new Uint8Array(bytes).buffer });
  }

  end(code = CUT_OFF): void {
    this.readyState = READY_STATE.closed;
    this.onclose?.({ code, reason: "" });
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    const text = data.join();
    this.sent.push(text);
    if (text === question && this.answersEchoes) queueMicrotask(() => this.say(...answer));
  }

  close(): void {
    if (this.isClosed) return;
    this.readyState = READY_STATE.closed;
    queueMicrotask(() => this.onclose?.({ code: 1005, reason: "" }));
  }
}
