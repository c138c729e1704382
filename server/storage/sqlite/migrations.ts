import type { Kysely } from "kysely";
import { type Migrations, migrate } from "../sql/migrate.ts";

/**
 * Each runs once, in this order, inside one transaction with the others that are due. Never change one that was released: add
 * the next, and a store of it to test/fixtures/stores.
 */
export const MIGRATIONS: Migrations = {
  "0001-documents-and-access": [
    "create table documents (id text primary key, last_ref integer not null) strict, without rowid",
    `create table updates (
      doc_id text not null references documents (id) on delete cascade,
      ref integer not null, author text not null, at integer not null, data blob not null,
      primary key (doc_id, ref)
    ) strict`,
    "create table maps (id text primary key, title text not null, created_at integer not null) strict",
    `create table links (
      id text primary key, map_id text not null references maps (id) on delete cascade,
      role text not null, label text not null, token_hash text not null unique, created_at integer not null,
      expires_at integer, last_used_at integer, revoked_at integer
    ) strict`,
    "create index links_of_map on links (map_id, created_at)",
  ],
  "0002-history": [
    `create table people (
      id integer primary key, map_id text not null, link_id text not null, name text not null,
      organisation text not null, is_erased integer not null default 0
    ) strict`,
    "create unique index people_once on people (map_id, link_id, name, organisation) where is_erased = 0",
    `insert into people (map_id, link_id, name, organisation)
      select distinct case instr(doc_id, '/') when 0 then doc_id else substr(doc_id, 1, instr(doc_id, '/') - 1) end,
        author, '', '' from updates where author <> ''`,
    `create table rows_with_people (
      doc_id text not null references documents (id) on delete cascade,
      ref integer not null, author integer, at integer not null, data blob not null,
      primary key (doc_id, ref)
    ) strict`,
    `insert into rows_with_people (doc_id, ref, author, at, data)
      select doc_id, ref, (
        select id from people where link_id = author
          and map_id = case instr(doc_id, '/') when 0 then doc_id else substr(doc_id, 1, instr(doc_id, '/') - 1) end
      ), at, data from updates order by doc_id, ref`,
    "drop table updates",
    "alter table rows_with_people rename to updates",
    "alter table documents add column digested_ref integer not null default 0",
    "alter table documents add column history_floor integer not null default 0",
    `create table history_segments (
      map_id text not null, last_ref integer not null, first_ref integer not null,
      person integer, minute integer not null, at integer not null,
      bytes integer not null, data blob not null, primary key (map_id, last_ref)
    ) strict`,
    "create index history_entries on history_segments (map_id, person, minute, last_ref, bytes)",
    `create table checkpoints (
      id text primary key, map_id text not null, ref integer not null, at integer not null, kind text not null,
      name text, person integer, bytes integer not null, state blob not null
    ) strict`,
    "create index checkpoints_of_map on checkpoints (map_id, ref)",
  ],
  "0003-people-and-security-log": [
    "alter table links add column is_code integer not null default 0",
    `create table removed_browsers (
      map_id text not null references maps (id) on delete cascade,
      browser_hash text not null, id text not null unique, name text not null, removed_at integer not null,
      primary key (map_id, browser_hash)
    ) strict, without rowid`,
    `create table security_events (
      id integer primary key autoincrement, at integer not null, kind text not null, map_id text not null,
      link_id text, role text, about_link_id text, detail text, address text
    ) strict`,
    "create index security_events_of_map on security_events (map_id, id)",
    "create index security_events_by_age on security_events (at)",
  ],
  "0004-people-version": ["alter table documents add column people_version integer not null default 0"],
  "0005-sign-in": [
    "alter table maps add column organisation text",
    "alter table links add column sign_in text not null default 'none'",
    `create table sessions (
      id text primary key, issuer text not null, subject text not null, directory_session text, name text not null,
      organisation text, created_at integer not null, expires_at integer not null
    ) strict, without rowid`,
    "create index sessions_of_person on sessions (issuer, subject)",
    "create index sessions_by_end on sessions (expires_at)",
    `create table sign_in_attempts (
      id text primary key, browser_hash text not null, nonce text not null, verifier text not null,
      return_path text not null, expires_at integer not null
    ) strict, without rowid`,
    "create index sign_in_attempts_by_end on sign_in_attempts (expires_at)",
  ],
};

/**
 * Brings a database to the newest schema; see `migrate`.
 * @throws Error where the database was written by a newer Plumbline.
 */
export function migrateSqlite(db: Kysely<never>, migrations: Migrations = MIGRATIONS): Promise<void> {
  return migrate(db, migrations, [
    "create table if not exists migrations (name text primary key, at integer not null) strict",
  ]);
}
