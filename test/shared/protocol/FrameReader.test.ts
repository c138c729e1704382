import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteQueue } from "../../../shared/protocol/ByteQueue.ts";
import { FrameLengthError, FrameReader, lengthBefore } from "../../../shared/protocol/FrameReader.ts";

const frames = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 });

function streamOf(all: readonly Uint8Array[]): Uint8Array {
  const queue = new ByteQueue();
  for (const frame of all) {
    queue.push(lengthBefore(frame));
    queue.push(frame);
  }
  return queue.peek(queue.length);
}

function read(reader: FrameReader, bytes: Uint8Array): Uint8Array[] {
  const heard: Uint8Array[] = [];
  reader.push(bytes);
  for (let frame = reader.next(); frame !== null; frame = reader.next()) heard.push(frame);
  return heard;
}

describe("a stream of frames", () => {
  it("gives the frames, however it is cut", () => {
    fc.assert(
      fc.property(frames, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (sent, cuts) => {
        const stream = streamOf(sent);
        const reader = new FrameReader(300);
        const heard: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < stream.byteLength; turn++) {
          const end = at + (cuts[turn % cuts.length] ?? 1);
          heard.push(...read(reader, stream.subarray(at, end)));
          at = end;
        }
        expect(heard.map((frame) => [...frame])).toEqual(sent.map((frame) => [...frame]));
      }),
    );
  });

  it("refuses a frame that is too large before it has come", () => {
    const reader = new FrameReader(100);
    expect(read(reader, streamOf([new Uint8Array(100)]))).toHaveLength(1);
    expect(() => read(reader, new Uint8Array([101]))).toThrow(new FrameLengthError(true));
  });

  it("refuses a length without end", () => {
    const reader = new FrameReader(100);
    expect(read(reader, new Uint8Array([0xff, 0xff]))).toEqual([]);
    expect(() => read(reader, new Uint8Array([0xff, 0xff]))).toThrow(new FrameLengthError(false));
  });

  it("gives frames with bytes of their own", () => {
    const stream = streamOf([new Uint8Array([1, 2, 3])]);
    const [frame] = read(new FrameReader(100), stream);
    stream.fill(9);
    expect([...(frame ?? [])]).toEqual([1, 2, 3]);
  });
});

describe("bytes that are kept until the other side has them", () => {
  it("begin at the place up to which they were dropped", () => {
    fc.assert(
      fc.property(frames, fc.nat(4000), fc.nat(4000), (parts, place, mostBytes) => {
        const queue = new ByteQueue();
        for (const part of parts) queue.push(part);
        const all = queue.peek(queue.length);
        queue.dropBefore(place);
        const start = place > all.byteLength ? 0 : place;
        expect([queue.start, queue.end, queue.length]).toEqual([
          start,
          all.byteLength,
          all.byteLength - start,
        ]);
        expect([...queue.peek(mostBytes)]).toEqual([...all.subarray(start, start + mostBytes)]);
        queue.dropBefore(0);
        expect(queue.start).toBe(start);
      }),
    );
  });
});
