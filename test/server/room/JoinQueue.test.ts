import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { JoinQueue } from "../../../server/room/JoinQueue.ts";

const vector = new Uint8Array([0]);

describe("people who are brought into step", () => {
  let answered: string[];
  let queue: JoinQueue<string>;

  beforeEach(() => {
    vi.useFakeTimers();
    answered = [];
    queue = new JoinQueue((joiner) => answered.push(joiner));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are at once, one by one", () => {
    queue.ask("ann", vector);
    expect(answered).toEqual(["ann"]);
  });

  it("of many at the same moment, the others have their turn after what else has come", async () => {
    for (const joiner of ["ann", "bob", "cid"]) queue.ask(joiner, vector);
    expect(answered).toEqual(["ann"]);
    await vi.runAllTimersAsync();
    expect(answered).toEqual(["ann", "bob", "cid"]);
  });

  it("are answered once where they ask twice, and not when they have left", async () => {
    queue.ask("ann", vector);
    for (const joiner of ["bob", "cid", "bob"]) queue.ask(joiner, vector);
    queue.leave("cid");
    await vi.runAllTimersAsync();
    expect(answered).toEqual(["ann", "bob"]);
  });
});
