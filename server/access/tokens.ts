import { createHash, randomBytes } from "node:crypto";

const tokenBytes = 32;
const idBytes = 12;

/** A new secret for a link: 43 characters that may stand in an address and in a subprotocol. */
export function newToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

/** Whether a text has the form of a token. */
export function isTokenLike(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is stored of a token. A token is as random as a key: a plain hash cannot be searched back. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A new id for a map or a link: 16 characters, not to be guessed. */
export function newPublicId(): string {
  return randomBytes(idBytes).toString("base64url");
}
