import type { Frame } from "./frames.ts";

/** A final fragment of binary data. */
const binaryMessage = 0x82;
const longestTinyBytes = 125;
const longestShortBytes = 65_535;
/** Together they are copied once into one piece; what is larger is written in pieces and not copied again. */
const largestTogetherBytes = 128 * 1024;

const single = new WeakMap<Frame, Uint8Array>();
const together = new WeakMap<readonly Frame[], readonly Uint8Array[]>();

/**
 * Frames as they go over a WebSocket of a server without extensions (RFC 6455, 5.2): made once for everybody who gets them.
 * @param frames are not changed afterwards. The same array gives the same pieces.
 */
export function webSocketBytes(frames: readonly Frame[]): readonly Uint8Array[] {
  const known = together.get(frames);
  if (known) return known;
  const pieces = frames.map(pieceOf);
  const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  const joined = pieces.length > 1 && bytes <= largestTogetherBytes ? [Buffer.concat(pieces, bytes)] : pieces;
  together.set(frames, joined);
  return joined;
}

function pieceOf(frame: Frame): Uint8Array {
  const known = single.get(frame);
  if (known) return known;
  const { byteLength } = frame;
  const headBytes = byteLength <= longestTinyBytes ? 2 : byteLength <= longestShortBytes ? 4 : 10;
  const piece = Buffer.allocUnsafe(headBytes + byteLength);
  piece[0] = binaryMessage;
  if (headBytes === 2) piece[1] = byteLength;
  else if (headBytes === 4) {
    piece[1] = 126;
    piece.writeUInt16BE(byteLength, 2);
  } else {
    piece[1] = 127;
    piece.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  piece.set(frame, headBytes);
  single.set(frame, piece);
  return piece;
}
