import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HttpSocket, type Received } from "../../../server/room/HttpSocket.ts";
import { CLOSE_CODE } from "../../../shared/protocol/closeCodes.ts";
import { lengthBefore } from "../../../shared/protocol/FrameReader.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";

let socket: HttpSocket;
let heard: string[];

beforeEach(() => {
  vi.useFakeTimers();
  socket = new HttpSocket();
  heard = [];
  socket.listen({
    onMessage: (data) => heard.push(`message ${data?.join()}`),
    onAlive: () => {},
    onDrained: () => heard.push("drained"),
    onClosed: (code) => heard.push(`closed ${code}`),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const bytes = (...values: readonly number[]) => new Uint8Array(values);
const shown = (received: Received) => ("bytes" in received ? received.bytes.join() : received.closed.code);

/** What a waiting call was answered with, once it was. */
function poll(place: number, signal = new AbortController().signal) {
  const call: { answer?: string | number } = {};
  void socket.receive(place, 20_000, signal).then((received) => {
    call.answer = shown(received);
  });
  return call;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the server's stream", () => {
  it("is given at once where something waits, in one answer, and again until the client says that it has it", async () => {
    socket.send([bytes(7, 8), bytes(9)]);
    socket.send([bytes(5)]);
    for (const call of [poll(0), poll(0)]) {
      await settle();
      expect(call.answer).toBe("2,7,8,1,9,1,5");
    }
    const rest = poll(3);
    await settle();
    expect(rest.answer).toBe("1,9,1,5");
    expect(socket.waitingBytes).toBe(4);
    const next = poll(7);
    await settle();
    expect(next.answer).toBeUndefined();
    expect([socket.waitingBytes, heard]).toEqual([0, ["drained"]]);
    socket.send([bytes(4)]);
    await settle();
    expect(next.answer).toBe("1,4");
  });

  it("answers a call with nothing when it has waited long enough, is asked for a sign of life, or is followed by another", async () => {
    const long = poll(0);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(long.answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(long.answer).toBe("");
    const asked = poll(0);
    socket.ping();
    await settle();
    expect(asked.answer).toBe("");
    const first = poll(0);
    const second = poll(0);
    await settle();
    expect([first.answer, second.answer]).toEqual(["", undefined]);
  });

  it("does not let a late or impossible call end the one that waits", async () => {
    socket.send([bytes(1)]);
    const waiting = poll(2);
    for (const call of [poll(0), poll(99)]) {
      await settle();
      expect(call.answer).toBe("");
    }
    expect(waiting.answer).toBeUndefined();
  });

  it("goes in pieces where it is long", async () => {
    socket.send([new Uint8Array(LIMITS.httpPieceBytes)]);
    const first = await socket.receive(0, 1, new AbortController().signal);
    expect("bytes" in first && first.bytes.byteLength).toBe(LIMITS.httpPieceBytes);
    const second = await socket.receive(LIMITS.httpPieceBytes, 1, new AbortController().signal);
    const length = lengthBefore(new Uint8Array(LIMITS.httpPieceBytes));
    expect("bytes" in second && second.bytes.byteLength).toBe(length.byteLength);
  });
});

describe("the client's stream", () => {
  it("is taken once, however often a piece comes", () => {
    expect(socket.take(0, bytes(2, 7))).toBe(2);
    expect(socket.take(0, bytes(2, 7))).toBe(2);
    expect(socket.take(1, bytes(7, 8, 1, 9))).toBe(5);
    expect(socket.take(0, bytes(2, 7, 8))).toBe(5);
    expect(heard).toEqual(["message 7,8", "message 9"]);
  });

  it("is not taken past a gap", () => {
    expect(socket.take(5, bytes(1, 1))).toBe(0);
    expect(heard).toEqual([]);
  });

  it("waits while it is not read, up to the size of a message and a piece", () => {
    socket.pause();
    socket.take(0, bytes(1, 3));
    expect(heard).toEqual([]);
    socket.resume();
    expect(heard).toEqual(["message 3"]);
    socket.pause();
    let place = 2;
    for (let piece = 0; piece < 40; piece++)
      place = socket.take(place, new Uint8Array(LIMITS.httpPieceBytes));
    expect(place).toBeLessThanOrEqual(2 + LIMITS.messageBytes + 2 * LIMITS.httpPieceBytes);
  });

  it("that cannot be read closes with 4400, one with a frame too large with 1009", async () => {
    socket.take(0, bytes(0xff, 0xff, 0xff, 0xff));
    expect(socket.closing?.code).toBe(CLOSE_CODE.malformed);
    const other = new HttpSocket();
    other.take(0, lengthBefore(new Uint8Array(LIMITS.messageBytes + 1)));
    expect(other.closing?.code).toBe(1009);
  });
});

describe("the end", () => {
  it("is told at once to a call that waits, after what was sent before, and to every later one", async () => {
    const waiting = poll(0);
    socket.send([bytes(1)]);
    socket.close(CLOSE_CODE.restart, "restarting");
    await settle();
    expect(waiting.answer).toBe("1,1");
    for (const call of [poll(2), poll(2)]) {
      await settle();
      expect(call.answer).toBe(1012);
    }
    expect(heard.filter((line) => line.startsWith("closed"))).toEqual(["closed 1012"]);
    expect([socket.isOpen, socket.take(0, bytes(1, 1))]).toEqual([false, 0]);
  });

  it("comes where nobody has come for 30 s, and 10 s after a call broke off", async () => {
    await vi.advanceTimersByTimeAsync(29_999);
    expect(socket.isOpen).toBe(true);
    const broken = new AbortController();
    poll(0, broken.signal);
    await vi.advanceTimersByTimeAsync(15_000);
    broken.abort();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(socket.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual(["closed 1006"]);
    const other = new HttpSocket();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(other.isOpen).toBe(false);
  });

  it("by a cut gives up what waits", async () => {
    const waiting = poll(0);
    socket.send([bytes(1)]);
    socket.terminate();
    await settle();
    expect(waiting.answer).toBe(1006);
  });
});
