import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { openPostgresStorage } from "../../server/storage/postgres/openPostgresStorage.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import { StoreError } from "../../server/storage/StoreError.ts";
import { freshDatabase } from "./support/services.ts";

let one: Storage;
let other: Storage;
let remove: () => Promise<void>;

beforeEach(async () => {
  const database = await freshDatabase();
  remove = database.remove;
  one = await openPostgresStorage(database.url, () => undefined);
  other = await openPostgresStorage(database.url, () => undefined);
});

afterEach(async () => {
  await one.close();
  await other.close();
  await remove();
});

const author = { link: "link", name: "Ann", organisation: "CCG" };

function updateSetting(key: string) {
  const doc = new Y.Doc();
  doc.getMap("keys").set(key, true);
  return { update: Y.encodeStateAsUpdate(doc), author, at: Date.now() };
}

async function keysIn(storage: Storage): Promise<readonly string[]> {
  const doc = new Y.Doc();
  for (const update of (await storage.documents.load("one"))?.updates ?? []) Y.applyUpdate(doc, update);
  return [...doc.getMap("keys").keys()].sort();
}

/** Puts what a store has in one row's place, as a room does. Says whether another was faster. */
async function compact(storage: Storage): Promise<boolean> {
  const stored = await storage.documents.load("one");
  if (!stored) return false;
  try {
    await storage.documents.compact("one", Y.mergeUpdates([...stored.updates]), stored.refs);
    return false;
  } catch (error) {
    if (error instanceof StoreError) return true;
    throw error;
  }
}

it("two servers that compact and append at the same time lose nothing, and number rows without gaps", async () => {
  const wanted: string[] = [];
  const refs: number[] = [];
  let refused = 0;
  for (let round = 0; round < 25; round++) {
    const append = async (storage: Storage, key: string) => {
      wanted.push(key);
      refs.push(...(await storage.documents.append("one", [updateSetting(key)])));
    };
    const outcomes = await Promise.all([
      append(one, `a${round}`),
      compact(other),
      append(other, `b${round}`),
      compact(one),
      append(one, `c${round}`),
    ]);
    refused += outcomes.filter((wasRefused) => wasRefused === true).length;
  }
  expect(await keysIn(one)).toEqual([...wanted].sort());
  expect(await keysIn(other)).toEqual([...wanted].sort());
  expect(refs.toSorted((left, right) => left - right)).toEqual(wanted.map((_, index) => index + 1));
  // Both wanted to replace the same rows again and again: one of them was too late each time, and changed nothing.
  expect(refused).toBeGreaterThan(0);
});

it("whoever sees a row sees all before it, however two servers mix their appends", async () => {
  const seen: number[] = [];
  let isWriting = true;
  const read = (async () => {
    let cursor = 0;
    while (isWriting || seen.length < 200) {
      const rows = await one.documents.loadAfter("one", cursor);
      seen.push(...(rows?.refs ?? []));
      cursor = seen.at(-1) ?? 0;
    }
  })();
  await Promise.all(
    [one, other].map(async (storage, server) => {
      for (let index = 0; index < 100; index++)
        await storage.documents.append("one", [updateSetting(`${server} ${index}`)]);
    }),
  );
  isWriting = false;
  await read;
  expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
});

it("a name that one server erases is written by none of them any more, whatever they remember", async () => {
  await other.documents.append("one", [updateSetting("before")]);
  expect(await one.history.erase("one", "Ann", null)).toBe(1);
  await other.documents.append("one", [updateSetting("after")]);
  const { people } = await one.history.readPage("one", Number.MAX_SAFE_INTEGER, 10);
  // Who comes by that name after it was erased has said it anew: it is another entry, not the erased one brought back.
  expect(people.map(({ name }) => name).sort()).toEqual(["", "Ann"]);
});
