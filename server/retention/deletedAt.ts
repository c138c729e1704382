import type { MapListing } from "../storage/AccessStore.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** When a map is deleted that nobody opens any more; `null` = never. */
export function deletedAt(
  { createdAt, lastUsedAt }: Pick<MapListing, "createdAt" | "lastUsedAt">,
  retentionDays: number | null,
): number | null {
  if (retentionDays === null) return null;
  return Math.max(createdAt, lastUsedAt ?? 0) + retentionDays * dayMs;
}
