import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogEntry } from "../../server/storage/DocStore.ts";
import type { Digest, SegmentRow } from "../../server/storage/history/HistoryStore.ts";
import { unpackLog } from "../../server/storage/history/PackedLog.ts";
import type { Storage } from "../../server/storage/Storage.ts";
import { StoreError } from "../../server/storage/StoreError.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import type { Adapter } from "./storageContract.ts";

const noEnd = Number.MAX_SAFE_INTEGER;
const minuteMs = 60_000;

/** What every storage adapter must do about the history of maps. */
export function historyContract(name: string, makeAdapter: () => Promise<Adapter>): void {
  describe(`${name}: history`, () => {
    let adapter: Adapter;
    let storage: Storage;
    beforeEach(async () => {
      adapter = await makeAdapter();
      storage = await adapter.open();
      await storage.documents.append("map", [
        { update: bytes("seed"), author: { link: "", name: "", organisation: "" }, at: 0 },
        entry("a", "Ann", 1),
        entry("b", "Bob", 2),
      ]);
    });
    afterEach(() => storage?.close());

    const rowsOf = async (mapId = "map", mostRows = noEnd) => {
      const log = await storage.history.readLog(mapId, mostRows);
      const rows = log ? unpackLog(log) : { base: [], rows: [] };
      const texts = (list: typeof rows.rows) => list.map(({ ref, update }) => [ref, text(update)]);
      return { base: texts(rows.base), rows: texts(rows.rows), log };
    };
    const personNamed = async (wanted: string) => {
      const { people } = await storage.history.readPage("map", noEnd, 100);
      const found = people.find((person) => person.name === wanted);
      if (!found) throw new Error(`nobody is called ${wanted}`);
      return found.id;
    };
    /** Digests all three rows: what Ann and Bob did, and a checkpoint. */
    const digestFirst = async (some: Partial<Digest> = {}) => {
      const [ann, bob] = [await personNamed("Ann"), await personNamed("Bob")];
      await storage.history.commitDigest("map", {
        refs: [1, 2, 3],
        snapshot: bytes("seed a b"),
        segments: [segment(ann, 1, 2, 2), segment(bob, 2, 3, 3)],
        checkpoints: [checkpoint("start", 1, 0, "start"), checkpoint("auto", 3, 2 * minuteMs)],
        floor: 1,
        now: 3 * minuteMs,
        ...some,
      });
    };

    it("gives the log with who wrote what, each person under one number", async () => {
      await storage.documents.append("map", [entry("c", "Ann", 3)]);
      const { log } = await rowsOf();
      const people = [...(log?.people ?? [])];
      expect(people[0]).toBe(0);
      expect(people[1]).toBe(people[3]);
      expect(people[1]).not.toBe(people[2]);
      expect([...(log?.ats ?? [])]).toEqual([0, minuteMs, 2 * minuteMs, 3 * minuteMs]);
      expect(await rowsOf("never")).toMatchObject({ log: null });
    });

    it("gives at most so many rows, and more than one statement's worth", async () => {
      await storage.documents.append(
        "map",
        Array.from({ length: 1_200 }, (_, index) => entry(`u${index}`, "Ann", 3)),
      );
      expect((await rowsOf("map", 2)).rows).toEqual([
        [1, "seed"],
        [2, "a"],
      ]);
      const { rows } = await rowsOf();
      expect(rows).toHaveLength(1_203);
      expect(rows.at(-1)).toEqual([1_203, "u1199"]);
    });

    it("puts a digest in the place of exactly the rows it was made of, while others append", async () => {
      await Promise.all([digestFirst(), storage.documents.append("map", [entry("late", "Ann", 9)])]);
      expect(await rowsOf()).toMatchObject({ base: [[3, "seed a b"]], rows: [[4, "late"]] });
      const loaded = await storage.documents.load("map");
      expect(loaded?.updates.map(text)).toEqual(["seed a b", "late"]);
      expect(loaded?.digested).toEqual({ ref: 3, nextAt: 9 * minuteMs });
    });

    it("takes a digest whole or not at all", async () => {
      await digestFirst();
      const again = { ...EMPTY, refs: [1, 2, 3], checkpoints: [checkpoint("other", 3, 0)] };
      await expect(storage.history.commitDigest("map", again)).rejects.toThrow(StoreError);
      await storage.documents.append("map", [entry("late", "Ann", 9)]);
      const taken = { ...EMPTY, refs: [3, 4], checkpoints: [checkpoint("auto", 4, 0)] };
      if (adapter.isDurable)
        await expect(storage.history.commitDigest("map", taken)).rejects.toThrow(StoreError);
      expect(await rowsOf()).toMatchObject({ base: [[3, "seed a b"]], rows: [[4, "late"]] });
      const { checkpoints } = await storage.history.readPage("map", noEnd, 10);
      expect(checkpoints.map(({ id }) => id)).toEqual(["auto", "start"]);
    });

    it("gives the newest entries before a moment, whole, and the log where it belongs to them", async () => {
      await digestFirst();
      const page = await storage.history.readPage("map", noEnd, 10);
      expect(page.segments.map(({ lastRef, minute, data }) => [lastRef, minute, text(data)])).toEqual([
        [2, 1, "segment"],
        [3, 2, "segment"],
      ]);
      expect(page.log).toBeNull();
      expect(page.people.map((person) => person.name).sort()).toEqual(["Ann", "Bob"]);
      const one = await storage.history.readPage("map", noEnd, 1);
      expect(one.segments.map(({ lastRef }) => lastRef)).toEqual([3]);
      const before = await storage.history.readPage("map", 3, 10);
      expect(before.segments.map(({ lastRef }) => lastRef)).toEqual([2]);
    });

    it("gives with an entry that goes on in the log what of it is digested", async () => {
      await digestFirst();
      await storage.documents.append("map", [entry("more", "Ann", 1), entry("other", "Bob", 7)]);
      const newest = await storage.history.readPage("map", noEnd, 1);
      expect(newest.segments.map(({ lastRef }) => lastRef)).toEqual([2, 3]);
      expect(newest.log && unpackLog(newest.log).rows.map(({ update }) => text(update))).toEqual([
        "more",
        "other",
      ]);
      const older = await storage.history.readPage("map", 3, 1);
      expect(older.log).not.toBeNull();
    });

    it("gives what tells of a moment, or says that nothing does", async () => {
      expect(await storage.history.readMoment("map", 2)).toMatchObject({ kind: "log" });
      await digestFirst();
      await storage.documents.append("map", [entry("late", "Ann", 9)]);
      const kinds = await Promise.all(
        [0, 1, 2, 3, 4, 5].map(async (moment) => (await storage.history.readMoment("map", moment)).kind),
      );
      expect(kinds).toEqual(["unknown", "state", "changes", "state", "log", "unknown"]);
      const changes = await storage.history.readMoment("map", 2);
      if (changes.kind !== "changes") throw new Error(changes.kind);
      expect([changes.ref, text(changes.state)]).toEqual([3, "state"]);
      expect(changes.segments.map(({ lastRef }) => lastRef)).toEqual([3]);
      const log = await storage.history.readMoment("map", 4);
      expect(log.kind === "log" && unpackLog(log.log, 4).rows.length).toBe(1);
      expect(await storage.history.readMoment("never", 1)).toEqual({ kind: "unknown" });
    });

    it("says that a moment is lost before which nothing is told any more", async () => {
      await digestFirst({ floor: 3, checkpoints: [checkpoint("auto", 3, 0)] });
      expect(await storage.history.readMoment("map", 2)).toEqual({ kind: "lost" });
      expect(await storage.history.readMoment("map", 3)).toMatchObject({ kind: "state" });
    });

    it("lets go of the oldest segments where they are too many, and never of a checkpoint with them", async () => {
      await digestFirst();
      const person = await personNamed("Ann");
      const half = new Uint8Array(LIMITS.historyBytes / 2);
      for (const last of [4, 5, 6]) {
        await storage.documents.append("map", [entry("x", "Ann", last)]);
        await storage.history.commitDigest("map", {
          ...EMPTY,
          refs: [last - 1, last],
          segments: [{ ...segment(person, last, last, last), data: half }],
          checkpoints: [checkpoint(`auto-${last}`, last, last * minuteMs)],
        });
      }
      const { segments, checkpoints } = await storage.history.readPage("map", noEnd, 10);
      expect(segments.map(({ lastRef }) => lastRef)).toEqual([5, 6]);
      expect(checkpoints).toHaveLength(5);
      expect(await storage.history.readMoment("map", 2)).toEqual({ kind: "lost" });
      expect(await storage.history.readMoment("map", 3)).toMatchObject({ kind: "state" });
    });

    it("names the state of the last digest, at most so many times, and keeps it until it is let go", async () => {
      const asked = { id: "cp", name: "Board", by: authorNamed("Ann"), at: 50 };
      expect(await storage.history.nameCheckpoint("map", asked, 1)).toBeNull();
      await digestFirst();
      const named = await storage.history.nameCheckpoint("map", asked, 1);
      expect(named?.row).toMatchObject({ id: "cp", ref: 3, at: 50, kind: "named", name: "Board" });
      expect(named?.person).toMatchObject(authorNamed("Ann"));
      expect(await storage.history.nameCheckpoint("map", { ...asked, id: "cp2" }, 1)).toBeNull();
      expect(await storage.history.renameCheckpoint("map", "start", "x")).toBe(false);
      expect(await storage.history.renameCheckpoint("other", "cp", "x")).toBe(false);
      expect(await storage.history.renameCheckpoint("map", "cp", "Board, May")).toBe(true);
      const listed = (await storage.history.readPage("map", noEnd, 1)).checkpoints;
      expect(listed.map(({ id, name: given }) => [id, given])).toEqual([
        ["cp", "Board, May"],
        ["start", null],
      ]);
      expect(await storage.history.removeCheckpoint("map", "start")).toBe(false);
      expect(await storage.history.removeCheckpoint("other", "cp")).toBe(false);
      expect(await storage.history.removeCheckpoint("map", "cp")).toBe(true);
      expect(await storage.history.removeCheckpoint("map", "cp")).toBe(false);
      // The state of the last digest stays, without the name: all moments before it are reckoned from it.
      expect(await storage.history.readMoment("map", 2)).toMatchObject({ kind: "changes", ref: 3 });
      const left = (await storage.history.readPage("map", noEnd, 1)).checkpoints;
      expect(left.map(({ kind, name: given }) => [kind, given])).toEqual([
        ["automatic", null],
        ["start", null],
      ]);
    });

    it("erases a name from everything at once, and keeps who is who apart", async () => {
      await storage.documents.append("map", [
        { ...entry("c", "Ann", 3), author: { link: "l", name: "Ann", organisation: "Trust" } },
        { ...entry("d", "Ann", 3), author: { link: "l", name: "Ann", organisation: "Council" } },
      ]);
      await storage.documents.append("other", [entry("c", "Ann", 3)]);
      expect(await storage.history.erase("map", "Ann", "Nowhere")).toBe(0);
      expect(await storage.history.erase("map", "Ann", "Trust")).toBe(1);
      expect(await storage.history.erase("map", "Ann", null)).toBe(2);
      expect(await storage.history.erase("map", "Ann", null)).toBe(0);
      const { log, people } = await storage.history.readPage("map", noEnd, 10);
      expect(new Set(log?.people).size).toBe(5);
      expect(people.map((person) => [person.link, person.name, person.organisation])).toEqual([
        ["Ann", "", ""],
        ["Bob", "Bob", ""],
        ["l", "", ""],
        ["l", "", ""],
      ]);
      expect((await storage.history.readPage("other", noEnd, 10)).people).toMatchObject([{ name: "Ann" }]);
      await storage.documents.append("map", [entry("again", "Ann", 4)]);
      const names = (await storage.history.readPage("map", noEnd, 10)).people.map((person) => person.name);
      expect(names.filter((each) => each === "Ann")).toHaveLength(1);
    });

    it("forgets everything of a map, and only of that", async () => {
      await digestFirst();
      await storage.documents.append("other", [entry("c", "Ann", 3)]);
      await storage.documents.remove("map");
      await storage.history.remove("map");
      expect(await storage.history.readPage("map", noEnd, 10)).toEqual({
        segments: [],
        checkpoints: [],
        log: null,
        people: [],
      });
      expect((await storage.history.readPage("other", noEnd, 10)).people).toHaveLength(1);
      await storage.documents.append("map", [entry("new", "Ann", 1)]);
      expect(await rowsOf()).toMatchObject({ base: [], rows: [[1, "new"]] });
    });

    it("counts in the size of a map", async () => {
      await digestFirst();
      await storage.access.createMap({ id: "map", title: "Map", createdAt: 1, organisation: null }, []);
      const all = { search: "", order: "title", isDescending: false, offset: 0, count: 10 } as const;
      const { maps } = await storage.access.listMaps(all);
      const sizes = ["seed a b", "segment", "segment", "state", "state"].map(({ length }) => length);
      expect(maps.map(({ bytes: size }) => size)).toEqual([sizes.reduce((sum, size) => sum + size, 0)]);
    });

    it("forgets people to whom nothing refers any more, where they are many", async () => {
      await digestFirst();
      const names = Array.from({ length: 1_100 }, (_, index) => `Visitor ${index}`);
      await storage.documents.append(
        "map",
        names.map((name) => entry("x", name, 3)),
      );
      const last = 3 + names.length;
      const visitor = await personNamed("Visitor 7");
      await storage.history.commitDigest("map", {
        ...EMPTY,
        refs: [3, ...names.map((_, index) => 4 + index)],
        segments: [segment(visitor, 3, 4, last)],
        checkpoints: [checkpoint("later", last, 0)],
      });
      await storage.documents.append("map", [entry("again", "Visitor 8", 4)]);
      const { people, log } = await storage.history.readPage("map", noEnd, 10);
      expect(people.map((person) => person.name).sort()).toEqual(["Ann", "Bob", "Visitor 7", "Visitor 8"]);
      expect(log?.people).toHaveLength(2);
    });

    it("has everything after closing and opening again", async () => {
      await digestFirst();
      const asked = { id: "cp", name: "Board", by: authorNamed("Ann"), at: 50 };
      await storage.history.nameCheckpoint("map", asked, 1);
      const before = await storage.history.readPage("map", noEnd, 10);
      if (!adapter.isDurable) return;
      await storage.close();
      storage = await adapter.open();
      expect(await storage.history.readPage("map", noEnd, 10)).toEqual(before);
    });
  });
}

const EMPTY = {
  refs: [],
  snapshot: bytes("snapshot"),
  segments: [],
  checkpoints: [],
  floor: 0,
  now: 10 * minuteMs,
};

function segment(person: number, minute: number, firstRef: number, lastRef: number): SegmentRow {
  return { person, minute, at: minute * minuteMs, firstRef, lastRef, data: bytes("segment") };
}

function checkpoint(id: string, ref: number, at: number, kind: "automatic" | "start" = "automatic") {
  return { id, ref, at, kind, state: bytes("state") };
}

function entry(update: string, name: string, minute: number): LogEntry {
  return { update: bytes(update), author: authorNamed(name), at: minute * minuteMs };
}

function bytes(of: string): Uint8Array {
  return new TextEncoder().encode(of);
}

function text(of: Uint8Array): string {
  return new TextDecoder().decode(of);
}
