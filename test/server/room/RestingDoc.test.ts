import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { RestingDoc } from "../../../server/room/RestingDoc.ts";

const megabyte = 1024 * 1024;

describe("a document that rests", () => {
  let prepared: Y.Doc[];
  let quiet: boolean[];
  const resting = (text: string): RestingDoc => {
    const doc = new Y.Doc();
    doc.getMap("elements").set("a", text);
    return new RestingDoc(
      doc,
      (awake) => prepared.push(awake),
      (awake) => quiet.push(awake !== null),
    );
  };
  const textOf = (update: Uint8Array): unknown => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    return doc.getMap("elements").get("a");
  };

  beforeEach(() => {
    vi.useFakeTimers();
    prepared = [];
    quiet = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is let go ten seconds after it was last asked for, and is there again when it is asked for", () => {
    const kept = resting("text");
    const vector = kept.stateVector();
    vi.advanceTimersByTime(9_000);
    expect(kept.doc).toBe(prepared[0]);
    vi.advanceTimersByTime(9_000);
    expect(kept.isResting).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(kept.isResting).toBe(true);
    expect(quiet).toEqual([true]);
    expect(kept.stateVector()).toEqual(vector);
    const woken = kept.doc;
    expect(woken).not.toBe(prepared[0]);
    expect(prepared[1]).toBe(woken);
    expect(woken.getMap("elements").get("a")).toBe("text");
    expect(kept.isResting).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect(kept.isResting).toBe(true);
  });

  it("says what somebody lacks without waking, and tells when that is quiet too", () => {
    const kept = resting("text");
    const vector = kept.stateVector();
    vi.advanceTimersByTime(10_000);
    expect(textOf(kept.encode())).toBe("text");
    expect(textOf(kept.encode(new Uint8Array([0])))).toBe("text");
    expect(textOf(kept.encode(vector))).toBeUndefined();
    expect(kept.isResting).toBe(true);
    vi.advanceTimersByTime(10_000);
    expect(quiet).toEqual([true, false]);
  });

  it("rests later where waking takes long", () => {
    const kept = resting("x".repeat(megabyte));
    vi.advanceTimersByTime(60_000);
    expect(kept.isResting).toBe(false);
    vi.advanceTimersByTime(300_000);
    expect(kept.isResting).toBe(true);
    expect(String(kept.doc.getMap("elements").get("a"))).toHaveLength(megabyte);
  });

  it("has no timer left when it is destroyed", () => {
    const kept = resting("text");
    kept.destroy();
    expect(vi.getTimerCount()).toBe(0);
    kept.encode();
    expect(vi.getTimerCount()).toBe(0);
  });
});
