import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CommitQueue } from "../../../server/room/CommitQueue.ts";
import { authorNamed } from "../support/authorNamed.ts";
import { BreakableDocuments } from "../support/BreakableDocuments.ts";

const entry = (byte: number) => ({ update: new Uint8Array([byte]), author: authorNamed("a"), at: 1 });

describe("CommitQueue", () => {
  let documents: BreakableDocuments;
  let queue: CommitQueue;
  const stored = async () => (await documents.load("doc"))?.updates.map((update) => update[0]) ?? [];

  beforeEach(() => {
    vi.useFakeTimers();
    documents = new BreakableDocuments();
    queue = new CommitQueue({ docId: "doc", documents, onCommitted: () => {}, onFailed: () => {} });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("commits in order and calls back for what was pushed before, not after", async () => {
    const called: string[] = [];
    queue.whenCommitted(() => called.push("nothing"));
    expect(called).toEqual(["nothing"]);
    queue.push([entry(1)]);
    queue.whenCommitted(() => called.push("first"));
    queue.push([entry(2), entry(3)]);
    queue.whenCommitted(() => called.push("second"));
    expect(queue.isSettled).toBe(false);
    await vi.runAllTimersAsync();
    expect(called).toEqual(["nothing", "first", "second"]);
    expect(await stored()).toEqual([1, 2, 3]);
    expect(queue.isSettled).toBe(true);
  });

  it("is failing from the first refusal until the store has taken it, also while it is being asked again", async () => {
    queue.push([entry(1)]);
    expect([queue.isFailing, queue.waitingCount, queue.oldestAt]).toEqual([false, 1, 1]);
    await vi.advanceTimersByTimeAsync(0);
    expect([queue.isFailing, queue.waitingCount, queue.oldestAt]).toEqual([false, 0, null]);
    documents.canAppend = false;
    queue.push([entry(2), entry(3)]);
    await vi.advanceTimersByTimeAsync(100);
    expect([queue.isFailing, queue.waitingCount]).toEqual([true, 2]);
    queue.hurry();
    expect(queue.isFailing).toBe(true);
    documents.canAppend = true;
    await vi.runAllTimersAsync();
    expect([queue.isFailing, queue.waitingCount, queue.oldestAt]).toEqual([false, 0, null]);
  });

  it("tries again, ever more patiently, in the same order", async () => {
    documents.canAppend = false;
    const called: string[] = [];
    queue.push([entry(1)]);
    queue.whenCommitted(() => called.push("done"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(documents.refusals).toBe(4);
    queue.push([entry(2)]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(documents.refusals).toBeLessThan(310);
    expect(called).toEqual([]);
    documents.canAppend = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(called).toEqual(["done"]);
    expect(await stored()).toEqual([1, 2]);
  });

  it("can be told to try now", async () => {
    documents.canAppend = false;
    queue.push([entry(1)]);
    await vi.advanceTimersByTimeAsync(60_000);
    documents.canAppend = true;
    queue.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.isSettled).toBe(true);
  });

  it("writes nothing more once it is stopped", async () => {
    documents.canAppend = false;
    queue.push([entry(1)]);
    await vi.advanceTimersByTimeAsync(0);
    await queue.stop();
    documents.canAppend = true;
    queue.push([entry(2)]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await stored()).toEqual([]);
  });
});
