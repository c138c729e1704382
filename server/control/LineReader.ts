/** Reads a stream that begins with lines and may go on with bytes. */
export class LineReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#iterator = stream[Symbol.asyncIterator]();
  }

  /** The next line; `null` at the end of the stream. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#rest.indexOf("\n");
      if (end >= 0) {
        const line = this.#rest.subarray(0, end).toString("utf8");
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      const { done, value } = await this.#iterator.next();
      if (done) return null;
      this.#rest = Buffer.concat([this.#rest, value]);
    }
  }

  /** Everything after the lines that were read. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    if (this.#rest.byteLength > 0) yield this.#rest;
    for (let next = await this.#iterator.next(); !next.done; next = await this.#iterator.next()) {
      yield next.value;
    }
  }
}
