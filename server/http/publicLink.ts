import type { LinkRecord } from "../storage/AccessStore.ts";

/** A link as its owners see it: never its token. @param people how many are on it now. */
export function publicLink(
  { id, role, label, expiresAt, lastUsedAt, isCode, signIn }: LinkRecord,
  people: number,
) {
  return {
    id,
    role,
    label,
    expiresAt: isoTime(expiresAt),
    lastUsedAt: isoTime(lastUsedAt),
    isCode,
    signIn,
    people,
  };
}

/** A moment as ISO 8601. */
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
