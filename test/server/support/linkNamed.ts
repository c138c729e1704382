import type { LinkRecord } from "../../../server/storage/AccessStore.ts";

/** A link of the map "map", for a test that needs one and not what is in it. */
export function linkNamed(some: Partial<LinkRecord> & { id: string }): LinkRecord {
  return {
    mapId: "map",
    role: "editor",
    label: "",
    tokenHash: `hash-${some.id}`,
    createdAt: 1,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    isCode: false,
    signIn: "none",
    ...some,
  };
}
