import type { Role } from "../../shared/protocol/roles.ts";

/** What is worth noting: who got in, what became of links and people, what left the server. */
export const SECURITY_EVENTS = [
  "created",
  "opened",
  "link-made",
  "link-changed",
  "link-revoked",
  "code-made",
  "removed",
  "let-back-in",
  "exported",
  "erased",
  "deleted",
  "join-failed",
  "signed-in",
  "signed-out",
  "sign-in-refused",
  "admin-listed",
  "admin-refused",
  "admin-deleted",
  "admin-owner-link",
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENTS)[number];

/** One line of the security log. It names links by their ids; tokens, people and content have no place in it. */
export interface SecurityEvent {
  readonly at: number;
  readonly kind: SecurityEventKind;
  /** Empty: about no map, or about one that nobody knows. */
  readonly mapId: string;
  /** The link of whoever did it. */
  readonly linkId: string | null;
  readonly role: Role | null;
  /** The link that it was done to. */
  readonly aboutLinkId: string | null;
  /** A word of ours, such as `svg` for an export. */
  readonly detail: string | null;
  /** Only where the operator has asked for addresses. */
  readonly address: string | null;
}

export interface SecurityQuery {
  /** Undefined: events of all maps and of none. */
  readonly mapId?: string;
  readonly count: number;
}

/** Keeps the security log within bounds. A failure rejects with a `StoreError`. */
export interface SecurityStore {
  /** Adds events in their order, all or none. Of each map only the newest `mostPerMap` stay. */
  add(events: readonly SecurityEvent[], mostPerMap: number): Promise<void>;
  /** The newest first. */
  list(query: SecurityQuery): Promise<readonly SecurityEvent[]>;
  /** Forgets what is older than a moment. */
  forgetBefore(at: number): Promise<void>;
}
