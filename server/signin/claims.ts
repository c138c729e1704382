import { LIMITS } from "../../shared/protocol/limits.ts";

/** What a directory says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

/** A person's name, as the directory says it; `null` where it says none. */
export function nameIn(claims: Claims): string | null {
  const whole = textOf(claims.name);
  if (whole !== null) return whole;
  const parts = [textOf(claims.given_name), textOf(claims.family_name)].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(" ");
  return textOf(claims.preferred_username) ?? textOf(claims.email);
}

/**
 * A person's organisation; `null` where the directory says none. Of several it is the first.
 * @param path the claim's name, or the names on the way to it with dots between. A name may have dots of its own.
 */
export function organisationIn(claims: Claims, path: string): string | null {
  const value = path in claims ? claims[path] : path.split(".").reduce<unknown>(memberOf, claims);
  return textOf(Array.isArray(value) ? value[0] : value);
}

function memberOf(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Claims)[name] : undefined;
}

/** What is longer is no name: cut, it might be somebody else's. */
function textOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text.length > LIMITS.titleCharacters ? null : text;
}
