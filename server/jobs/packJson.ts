import { deflateRawSync, inflateRawSync } from "node:zlib";

/** JSON, deflated: names and ids come back over and over, so most of it goes. */
export function packJson(value: unknown): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)));
}

/** What {@link packJson} was given. @throws where it is no such thing. */
export function unpackJson(packed: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(packed).toString("utf8"));
}
