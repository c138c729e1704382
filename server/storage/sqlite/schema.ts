import type { Generated } from "kysely";

/** The tables as they stand after the last migration. */
export interface Schema {
  documents: { id: string; last_ref: number };
  updates: { doc_id: string; ref: number; author: string; at: number; data: Uint8Array };
  maps: { id: string; title: string; created_at: number };
  links: {
    id: string;
    map_id: string;
    role: string;
    label: string;
    token_hash: string;
    created_at: number;
    expires_at: number | null;
    last_used_at: number | null;
    revoked_at: number | null;
    is_code: Generated<number>;
  };
  removed_browsers: {
    map_id: string;
    browser_hash: string;
    id: string;
    name: string;
    removed_at: number;
  };
  security_events: {
    id: Generated<number>;
    at: number;
    kind: string;
    map_id: string;
    link_id: string | null;
    role: string | null;
    about_link_id: string | null;
    detail: string | null;
    address: string | null;
  };
}
