import * as encoding from "lib0/encoding";
import { ByteQueue } from "./ByteQueue.ts";

/** What stands before a frame cannot be read as a length, or is more than is taken. */
export class FrameLengthError extends Error {
  override readonly name = "FrameLengthError";
  readonly isTooLarge: boolean;

  constructor(isTooLarge: boolean) {
    super(isTooLarge ? "The frame is too large." : "The length of a frame cannot be read.");
    this.isTooLarge = isTooLarge;
  }
}

/** Four times seven bits: 256 MB, more than any frame has. */
const mostLengthBytes = 4;

/** What stands before a frame in a stream: its length in bytes, as a number of the y-websocket protocol. */
export function lengthBefore(frame: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, frame.byteLength));
}

/** Takes a stream of frames, however it was cut into pieces, and gives the frames. It holds what has come, not what a length promises. */
export class FrameReader {
  readonly #mostBytes: number;
  readonly #held = new ByteQueue();

  /** @param mostBytes the longest frame that is taken. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Bytes that have come and were not given yet. */
  get heldBytes(): number {
    return this.#held.length;
  }

  /** The next piece of the stream; it must not be changed afterwards. */
  push(bytes: Uint8Array): void {
    this.#held.push(bytes);
  }

  /**
   * The next frame, with bytes of its own, or `null` until more has come.
   * @throws FrameLengthError after which the reader is of no more use.
   */
  next(): Uint8Array<ArrayBuffer> | null {
    const head = this.#held.peek(mostLengthBytes);
    const lengthBytes = head.findIndex((byte) => byte < 0x80) + 1;
    if (lengthBytes === 0) {
      if (head.byteLength === mostLengthBytes) throw new FrameLengthError(false);
      return null;
    }
    let length = 0;
    for (let at = lengthBytes - 1; at >= 0; at--) length = length * 0x80 + ((head[at] ?? 0) & 0x7f);
    if (length > this.#mostBytes) throw new FrameLengthError(true);
    if (this.#held.length < lengthBytes + length) return null;
    this.#held.dropBefore(this.#held.start + lengthBytes);
    const frame = this.#held.peek(length);
    this.#held.dropBefore(this.#held.start + length);
    return frame;
  }
}
