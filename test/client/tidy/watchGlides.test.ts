import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { Person } from "../../../client/sync/MapSession.ts";
import { useGlideStore } from "../../../client/tidy/glideStore.ts";
import { watchGlides } from "../../../client/tidy/watchGlides.ts";
import { edit } from "../../../shared/document/edit.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const map = buildMap().organisation("a", "ccg").organisation("b", "foundation-trust").map();
const MOTION = { now: () => 0, nextFrame: () => {}, isWanted: () => true };

let session: TestSession;
let others: readonly Person[];
let tellOfOthers: () => void;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  // No frame comes: what others do is shown after the longest wait.
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
  session = new TestSession(map);
  others = [];
  Object.assign(session.presence, {
    others: () => others,
    subscribe: (listener: () => void) => {
      tellOfOthers = listener;
      return () => {};
    },
  });
  stop = watchGlides(session, MOTION);
});

afterEach(() => {
  stop();
  session.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const gliding = () => [...useGlideStore.getState().offsets.keys()];
const showAll = () => vi.advanceTimersByTimeAsync(1_000);

function theyMoveBoth(): void {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(session.doc));
  edit(theirs, (editor) => {
    for (const id of ["a", "b"]) editor.setField(id, "position", { x: 400, y: 800 });
  });
  Y.applyUpdate(session.doc, Y.encodeStateAsUpdate(theirs), "server");
}

function theyDrag(ids: readonly string[]): void {
  others = ids.length === 0 ? [] : [{ clientId: 7, drag: { ids, dx: 4, dy: 4 } } as unknown as Person];
  tellOfOthers();
}

describe("cards that others put in other places", () => {
  test("begin to glide when they are shown there, and not before", async () => {
    theyMoveBoth();
    expect(gliding()).toEqual([]);
    await showAll();
    expect(gliding()).toEqual(["a", "b"]);
  });

  test("are where they were dropped, also where the end of the drag comes with the drop", async () => {
    theyDrag(["a", "b"]);
    await showAll();
    theyMoveBoth();
    theyDrag([]);
    await showAll();
    expect(gliding()).toEqual([]);
  });
});

test("cards that this tab moves glide at once", () => {
  session.perform("Tidy", (editor) => {
    for (const id of ["a", "b"]) editor.setField(id, "position", { x: 400, y: 800 });
  });
  expect(gliding()).toEqual(["a", "b"]);
});
