/**
 * Bytes of a stream that are kept until the other side has them. A place in the stream is the number of bytes before it,
 * counted since the stream began; what is repeated is recognised by its place.
 */
export class ByteQueue {
  #parts: Uint8Array[] = [];
  #start = 0;
  #end = 0;

  /** The place of the first byte that is still kept. */
  get start(): number {
    return this.#start;
  }

  /** The place after the last byte. */
  get end(): number {
    return this.#end;
  }

  /** How many bytes are kept. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** The bytes must not be changed afterwards. */
  push(bytes: Uint8Array): void {
    if (bytes.byteLength === 0) return;
    this.#parts.push(bytes);
    this.#end += bytes.byteLength;
  }

  /** Forgets what lies before a place. Places that are gone or not reached yet change nothing. */
  dropBefore(place: number): void {
    if (place > this.#end) return;
    let whole = 0;
    for (let part = this.#parts[0]; part !== undefined; part = this.#parts[whole]) {
      const partEnd = this.#start + part.byteLength;
      if (partEnd > place) {
        if (place > this.#start) {
          this.#parts[whole] = part.subarray(place - this.#start);
          this.#start = place;
        }
        break;
      }
      this.#start = partEnd;
      whole += 1;
    }
    this.#parts.splice(0, whole);
  }

  /** A copy of the first bytes that are kept, at most so many. */
  peek(mostBytes: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.min(mostBytes, this.length));
    let filled = 0;
    for (const part of this.#parts) {
      if (filled === bytes.byteLength) break;
      const piece = part.subarray(0, bytes.byteLength - filled);
      bytes.set(piece, filled);
      filled += piece.byteLength;
    }
    return bytes;
  }
}
