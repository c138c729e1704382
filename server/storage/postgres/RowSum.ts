import { createHash } from "node:crypto";

/** A value of a row as both databases give it: a whole number, a text, bytes, or nothing. */
export type Cell = number | string | Uint8Array | null;

const HEX = 16;
const MODULUS = 1n << 256n;

/** Adds up rows: the same rows give the same sum in whatever order they come. */
export class RowSum {
  rows = 0;
  #sum = 0n;

  add(row: readonly Cell[]): void {
    const hash = createHash("sha256");
    for (const cell of row) {
      if (cell === null) hash.update("-;");
      else if (typeof cell === "number") hash.update(`n${cell};`);
      else {
        const bytes = typeof cell === "string" ? Buffer.from(cell, "utf8") : cell;
        hash.update(`${typeof cell === "string" ? "t" : "b"}${bytes.byteLength};`).update(bytes);
      }
    }
    this.rows += 1;
    this.#sum = (this.#sum + BigInt(`0x${hash.digest("hex")}`)) % MODULUS;
  }

  /** Of all rows so far. */
  get digest(): string {
    return this.#sum.toString(HEX);
  }
}
