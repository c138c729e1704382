import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { RowRef } from "../storage/DocStore.ts";

/** What goes over the wire about a document. */
export type BusFrame =
  /** Rows that were appended, the first and all that follow it; without updates they are to be read from the store. */
  | {
      readonly kind: "rows";
      readonly from: string;
      readonly first: RowRef;
      readonly last: RowRef;
      readonly updates: readonly Uint8Array[];
    }
  | { readonly kind: "said"; readonly from: string; readonly message: Uint8Array };

const ROWS = 0;
const SAID = 1;
/** Rows that are longer together are read from the store by whoever needs them. */
const MOST_BYTES = 256 * 1024;

export function encodeRows(
  from: string,
  refs: readonly RowRef[],
  updates: readonly Uint8Array[],
): Uint8Array {
  const bytes = updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const carried = bytes <= MOST_BYTES ? updates : [];
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, from);
    encoding.writeVarUint(encoder, ROWS);
    encoding.writeVarUint(encoder, refs[0] ?? 0);
    encoding.writeVarUint(encoder, refs.at(-1) ?? 0);
    encoding.writeVarUint(encoder, carried.length);
    for (const update of carried) encoding.writeVarUint8Array(encoder, update);
  });
}

export function encodeSaid(from: string, message: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, from);
    encoding.writeVarUint(encoder, SAID);
    encoding.writeVarUint8Array(encoder, message);
  });
}

/** `null` for what no server of this version has sent: during an upgrade a newer one may say more. */
export function decodeFrame(bytes: Uint8Array): BusFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const from = decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    if (kind === SAID) return { kind: "said", from, message: decoding.readVarUint8Array(decoder) };
    if (kind !== ROWS) return null;
    const first = decoding.readVarUint(decoder);
    const last = decoding.readVarUint(decoder);
    const count = decoding.readVarUint(decoder);
    const updates = Array.from({ length: count }, () => decoding.readVarUint8Array(decoder));
    return { kind: "rows", from, first, last, updates };
  } catch {
    return null;
  }
}
