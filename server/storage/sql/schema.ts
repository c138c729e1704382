import type { Generated } from "kysely";

/** The tables as they stand after the last migration. */
export interface Schema {
  documents: {
    id: string;
    last_ref: number;
    digested_ref: Generated<number>;
    /** Of moments before this row only checkpoints tell. */
    history_floor: Generated<number>;
    /** Another number whenever people of the map were forgotten: what a server remembers of them holds no longer. */
    people_version: Generated<number>;
  };
  /** `author` is a person; null is the server itself. */
  updates: { doc_id: string; ref: number; author: number | null; at: number; data: Uint8Array };
  people: {
    id: Generated<number>;
    map_id: string;
    link_id: string;
    name: string;
    organisation: string;
    is_erased: Generated<number>;
  };
  history_segments: {
    map_id: string;
    last_ref: number;
    first_ref: number;
    person: number | null;
    minute: number;
    at: number;
    bytes: number;
    data: Uint8Array;
  };
  checkpoints: {
    id: string;
    map_id: string;
    ref: number;
    at: number;
    kind: string;
    name: string | null;
    person: number | null;
    bytes: number;
    state: Uint8Array;
  };
  maps: { id: string; title: string; created_at: number; organisation: string | null };
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
    sign_in: Generated<string>;
  };
  /** These two only where several servers share the database. */
  notices: { id: number; at: number; server: string; text: string };
  notice_counter: { last_id: number };
  removed_browsers: {
    map_id: string;
    browser_hash: string;
    id: string;
    name: string;
    removed_at: number;
  };
  sessions: {
    id: string;
    issuer: string;
    subject: string;
    directory_session: string | null;
    name: string;
    organisation: string | null;
    created_at: number;
    expires_at: number;
  };
  sign_in_attempts: {
    id: string;
    browser_hash: string;
    nonce: string;
    verifier: string;
    return_path: string;
    expires_at: number;
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
