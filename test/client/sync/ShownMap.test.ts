import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { Person } from "../../../client/sync/MapSession.ts";
import { ShownMap, shownMap } from "../../../client/sync/ShownMap.ts";
import { edit } from "../../../shared/document/edit.ts";
import { SnapshotStore } from "../../../shared/document/snapshot.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const map = buildMap().organisation("a", "ccg").organisation("b", "foundation-trust").map();

/** The frames that a browser would draw, drawn when a test says so. */
const frames = new Map<number, () => void>();
let frameCount = 0;
let session: TestSession;
/** Somebody else with the same map. */
let theirs: Y.Doc;

beforeEach(() => {
  vi.useFakeTimers();
  frames.clear();
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => {
    frameCount += 1;
    frames.set(frameCount, draw);
    return frameCount;
  });
  vi.stubGlobal("cancelAnimationFrame", (handle: number) => frames.delete(handle));
  session = new TestSession(map);
  theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(session.doc));
});

afterEach(() => {
  session.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Draws one frame, when so many milliseconds have passed. */
async function drawFrame(afterMs = 16): Promise<void> {
  await vi.advanceTimersByTimeAsync(afterMs);
  const due = [...frames.values()];
  frames.clear();
  for (const draw of due) draw();
  await vi.advanceTimersByTimeAsync(0);
}

/** They write a name, which comes here with an update of its own. */
function theyRename(id: string, name: string): void {
  const before = Y.encodeStateVector(theirs);
  edit(theirs, (editor) => editor.setField(id, "name", name));
  Y.applyUpdate(session.doc, Y.encodeStateAsUpdate(theirs, before), "server");
}

function follow(source: ConstructorParameters<typeof ShownMap>[0] = session) {
  const shown = new ShownMap(source);
  const listener = vi.fn();
  return { shown, listener, stop: shown.subscribe(listener) };
}

const nameIn = (shown: ShownMap, id: string) => shown.snapshot().elementById.get(id)?.name;

describe("what others do", () => {
  test("is one change with the next frame, however much it is", async () => {
    const { shown, listener } = follow();
    for (const name of ["One", "Two", "Three"]) theyRename("a", name);
    theyRename("b", "Four");
    expect(listener).not.toHaveBeenCalled();
    expect(nameIn(shown, "a")).toBe("a");
    await drawFrame();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(nameIn(shown, "a")).toBe("Three");
    expect(nameIn(shown, "b")).toBe("Four");
  });

  test("leaves time between two drawings, and the last of it is shown", async () => {
    const { shown, listener } = follow();
    for (let turn = 1; turn <= 20; turn++) {
      theyRename("a", `Turn ${turn}`);
      await drawFrame(10);
    }
    expect(listener.mock.calls.length).toBeGreaterThan(1);
    expect(listener.mock.calls.length).toBeLessThanOrEqual(4);
    for (let frame = 0; frame < 6; frame++) await drawFrame(10);
    expect(nameIn(shown, "a")).toBe("Turn 20");
    expect(frames.size).toBe(0);
  });

  test("is taken over without any frame too, as in a tab that nobody sees", async () => {
    const { shown, listener } = follow();
    theyRename("a", "While hidden");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(nameIn(shown, "a")).toBe("While hidden");
    theyRename("a", "And again");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(nameIn(shown, "a")).toBe("And again");
  });

  test("includes their pointers, in the same drawing", async () => {
    let others: readonly Person[] = [];
    const listeners = new Set<() => void>();
    const presence = {
      ...session.presence,
      others: () => others,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const { shown, listener } = follow({ doc: session.doc, snapshots: session.snapshots, presence });
    theyRename("a", "With a pointer");
    others = [{ clientId: 7 } as Person];
    for (const tell of listeners) tell();
    expect(shown.others()).toEqual([]);
    await drawFrame();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(shown.others()).toBe(others);
    expect(nameIn(shown, "a")).toBe("With a pointer");
  });

  test("waits until what is drawn in slices is drawn, and is then shown", async () => {
    const { shown, listener } = follow();
    const draw = vi.fn((change: () => void) => change());
    const stop = shown.drawWith(draw);
    theyRename("a", "One");
    await drawFrame();
    expect(draw).toHaveBeenCalledTimes(1);
    theyRename("a", "Two");
    for (let frame = 0; frame < 30; frame++) await drawFrame();
    expect(listener).toHaveBeenCalledTimes(1);
    shown.noteDrawn();
    for (let frame = 0; frame < 6; frame++) await drawFrame();
    expect(listener).toHaveBeenCalledTimes(2);
    expect(nameIn(shown, "a")).toBe("Two");
    session.perform("Rename", (editor) => editor.setField("a", "name", "Ours"));
    expect(nameIn(shown, "a")).toBe("Ours");
    expect(draw).toHaveBeenCalledTimes(2);
    stop();
    theyRename("b", "Three");
    for (let frame = 0; frame < 6; frame++) await drawFrame();
    expect(nameIn(shown, "b")).toBe("Three");
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test("leaves longer gaps where drawing it takes long", async () => {
    const { shown, listener } = follow();
    shown.drawWith((change) => change());
    theyRename("a", "One");
    await drawFrame();
    await vi.advanceTimersByTimeAsync(100);
    shown.noteDrawn();
    theyRename("a", "Two");
    for (let frame = 0; frame < 14; frame++) await drawFrame(10);
    expect(listener).toHaveBeenCalledTimes(1);
    for (let frame = 0; frame < 3; frame++) await drawFrame(10);
    expect(nameIn(shown, "a")).toBe("Two");
  });

  test("is not heard any more by whoever has left", async () => {
    const { shown, listener, stop } = follow();
    theyRename("a", "On its way");
    stop();
    await drawFrame();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener).not.toHaveBeenCalled();
    expect(nameIn(shown, "a")).toBe("On its way");
  });
});

describe("what this tab does", () => {
  test("is shown at once, with what others have done before", async () => {
    const { shown, listener } = follow();
    theyRename("b", "Theirs");
    session.perform("Rename", (editor) => editor.setField("a", "name", "Ours"));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(nameIn(shown, "a")).toBe("Ours");
    expect(nameIn(shown, "b")).toBe("Theirs");
    await drawFrame();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("is shown at once while others work all the time", async () => {
    const { shown } = follow();
    for (let turn = 1; turn <= 5; turn++) {
      theyRename("b", `Theirs ${turn}`);
      await drawFrame(10);
      session.perform("Rename", (editor) => editor.setField("a", "name", `Ours ${turn}`));
      expect(nameIn(shown, "a")).toBe(`Ours ${turn}`);
    }
  });
});

test("a map that has just come is shown at once", () => {
  const doc = new Y.Doc();
  const snapshots = new SnapshotStore(doc);
  const { shown, listener } = follow({ doc, snapshots, presence: session.presence });
  expect(shown.snapshot().schemaVersion).toBe(0);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), "server");
  expect(listener).toHaveBeenCalledTimes(1);
  expect(shown.snapshot().map.elements).toHaveLength(2);
});

test("everybody who asks about a session is shown the same", () => {
  expect(shownMap(session)).toBe(shownMap(session));
});
