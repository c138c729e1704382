/**
 * The SHA-256 of a link's token in hexadecimal, by which this device knows the link again; a token is random, so nobody gets back from
 * there. Undefined where the browser makes none: it does only on secure addresses.
 */
export async function hashToken(token: string): Promise<string | undefined> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return undefined;
  const hash = await subtle.digest("SHA-256", new TextEncoder().encode(token));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
