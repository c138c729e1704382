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
  };
}
