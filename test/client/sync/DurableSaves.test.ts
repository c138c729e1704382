import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DurableSaves } from "../../../client/sync/DurableSaves.ts";

const microtasks = () => Promise.resolve().then(() => undefined);

function openSaves() {
  const asked: number[] = [];
  const waitingSeen: number[] = [];
  const saves: DurableSaves = new DurableSaves(
    (number) => asked.push(number),
    () => waitingSeen.push(saves.waiting),
  );
  return { asked, waitingSeen, saves };
}

describe("durable saves", () => {
  test("ask nothing before both sides have exchanged what the other lacked", async () => {
    const { asked, saves } = openSaves();
    saves.edited();
    await microtasks();
    expect(asked).toEqual([]);
    expect(saves.waiting).toBe(1);
    saves.becameLevel();
    await microtasks();
    expect(asked).toEqual([1]);
  });

  test("ask once for what one gesture writes, with the newest number", async () => {
    const { asked, saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    saves.edited();
    saves.edited();
    await microtasks();
    expect(asked).toEqual([3]);
  });

  test("count what is still waiting when an older number is answered", () => {
    const { saves, waitingSeen } = openSaves();
    saves.becameLevel();
    saves.edited();
    saves.edited();
    saves.answered(1);
    expect(saves.waiting).toBe(1);
    saves.answered(2);
    expect(saves.waiting).toBe(0);
    expect(waitingSeen).toEqual([1, 2, 1, 0]);
  });

  test("believe no number that was never asked, and go never back", () => {
    const { saves } = openSaves();
    saves.edited();
    saves.answered(7);
    expect(saves.waiting).toBe(1);
    saves.answered(1);
    saves.answered(0);
    expect(saves.waiting).toBe(0);
  });

  test("ask again on a new connection", async () => {
    const { asked, saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    await microtasks();
    saves.lostConnection();
    saves.edited();
    await microtasks();
    expect(asked).toEqual([1]);
    saves.becameLevel();
    await microtasks();
    expect(asked).toEqual([1, 2]);
  });

  test("ask nothing on a connection that went in the meantime", async () => {
    const { asked, saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    saves.lostConnection();
    await microtasks();
    expect(asked).toEqual([]);
  });
});

describe("what the device had kept", () => {
  test("counts at once, and is confirmed with the first number after it", async () => {
    const { asked, saves } = openSaves();
    saves.restored(3);
    saves.edited();
    expect([saves.waiting, saves.waitingEdits]).toEqual([4, 1]);
    saves.becameLevel();
    await microtasks();
    expect(asked).toEqual([2]);
    saves.answered(1);
    expect([saves.waiting, saves.waitingEdits]).toEqual([1, 1]);
    saves.answered(2);
    expect([saves.waiting, saves.isSettled]).toEqual([0, true]);
  });

  test("is asked about even where the count says that nothing waits", async () => {
    const { asked, saves } = openSaves();
    saves.becameLevel();
    saves.restored(0);
    expect([saves.waiting, saves.isSettled]).toEqual([0, false]);
    await microtasks();
    expect(asked).toEqual([1]);
    saves.answered(1);
    expect(saves.isSettled).toBe(true);
  });

  test("is not confirmed by the answer to an earlier number", () => {
    const { saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    saves.restored(2);
    saves.answered(1);
    expect([saves.waiting, saves.isSettled]).toEqual([2, false]);
  });
});

describe("a server that does not confirm", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is slow after ten seconds on a good connection, and not any more once it confirms", () => {
    const { saves, waitingSeen } = openSaves();
    saves.becameLevel();
    saves.edited();
    vi.advanceTimersByTime(9_999);
    expect(saves.isSlow).toBe(false);
    const toldBefore = waitingSeen.length;
    vi.advanceTimersByTime(1);
    expect(saves.isSlow).toBe(true);
    expect(waitingSeen.length).toBe(toldBefore + 1);
    saves.answered(1);
    expect(saves.isSlow).toBe(false);
  });

  test("is not slow while it confirms something, however much is waiting", () => {
    const { saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    for (let number = 1; number <= 5; number++) {
      vi.advanceTimersByTime(9_000);
      saves.edited();
      saves.answered(number);
      expect(saves.isSlow).toBe(false);
    }
    vi.advanceTimersByTime(10_000);
    expect(saves.isSlow).toBe(true);
  });

  test("further edits do not put the moment off", () => {
    const { saves } = openSaves();
    saves.becameLevel();
    for (let second = 0; second < 10; second++) {
      saves.edited();
      vi.advanceTimersByTime(1_000);
    }
    expect(saves.isSlow).toBe(true);
  });

  test("is not called slow where the connection is gone, and has its ten seconds again when it is back", () => {
    const { saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    vi.advanceTimersByTime(9_000);
    saves.lostConnection();
    vi.advanceTimersByTime(60_000);
    expect(saves.isSlow).toBe(false);
    saves.becameLevel();
    vi.advanceTimersByTime(9_999);
    expect(saves.isSlow).toBe(false);
    vi.advanceTimersByTime(1);
    expect(saves.isSlow).toBe(true);
  });

  test("has nothing to be slow with where nothing waits", () => {
    const { saves } = openSaves();
    saves.becameLevel();
    saves.edited();
    saves.answered(1);
    vi.advanceTimersByTime(60_000);
    expect(saves.isSlow).toBe(false);
  });
});
