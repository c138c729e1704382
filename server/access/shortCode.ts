import { randomInt, scrypt } from "node:crypto";

/** No two of them look alike on a projector: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const alphabet = "34679ACDEFGHJKMNPQRTUVWXY";
const characters = 8;
/** Fixed, so that a code leads to its link without anything stored; it sets these hashes apart from all others. */
const salt = "plumbline short code 1";
/**
 * 16 MB and some 40 ms for one try. All 25^8 codes take a stolen store some 200 years of one core, and a code is valid for a day
 * at most.
 */
const cost = { N: 16_384, r: 8, p: 1 };
const tokenBytes = 32;

/** A new code such as `KTM47QXP`: one of 150 thousand million. */
export function newCode(): string {
  return Array.from({ length: characters }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** The code in what somebody typed, forgiving case, spaces and hyphens; `null` where there is none. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s\p{Pd}_.]/gu, "");
  return code.length === characters && [...code].every((one) => alphabet.includes(one)) ? code : null;
}

/** A code as people read it: `KTM4-7QXP`. */
export function writtenCode(code: string): string {
  return `${code.slice(0, characters / 2)}-${code.slice(characters / 2)}`;
}

/** The token of the link that a code stands for. Slow on purpose, and off the event loop. */
export function tokenOfCode(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, tokenBytes, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString("base64url"));
    });
  });
}
