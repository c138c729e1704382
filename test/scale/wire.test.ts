import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { RedisWire } from "../../server/bus/RedisWire.ts";
import { eventually } from "../contract/support/eventually.ts";
import { wireContract } from "../contract/wireContract.ts";
import { collectGarbage } from "../server/support/collectGarbage.ts";
import { OwnRedis } from "./support/OwnRedis.ts";

let redis: OwnRedis;
beforeAll(async () => {
  redis = await OwnRedis.start();
});
afterAll(() => redis.stop());

wireContract("Redis", async () => ({
  open: () => new RedisWire(redis.url, () => undefined),
  cut: () => redis.stop(),
  mend: () => redis.startAgain(),
  remove: async () => undefined,
}));

describe("Redis: a wire whose Redis fails", () => {
  let errors: Error[];
  beforeEach(() => {
    errors = [];
  });

  function open(url = redis.url): RedisWire {
    const wire = new RedisWire(url, (error) => errors.push(error));
    onTestFinished(() => wire.close());
    return wire;
  }

  it("that hangs is noticed within seconds, though its sockets stay open, and found again", async () => {
    const wire = open();
    await eventually(() => expect(wire.isUp).toBe(true));
    const messages: number[] = [];
    await wire.subscribe("a", (message) => messages.push(...message));
    redis.hang();
    onTestFinished(() => redis.goOn());
    const hungAtMs = performance.now();
    await eventually(() => expect(wire.isUp).toBe(false));
    // A bound that a server under a full test run keeps, too: what matters is that it is not minutes.
    expect(performance.now() - hungAtMs).toBeLessThan(12_000);
    expect(errors[0]?.message).toContain("does not answer");
    redis.goOn();
    await eventually(() => expect(wire.isUp).toBe(true));
    wire.send("a", Uint8Array.of(42));
    await eventually(() => expect(messages).toContain(42));
  });

  it("that hangs before it has ever answered is tried again, until it answers", async () => {
    redis.hang();
    onTestFinished(() => redis.goOn());
    const wire = open();
    await eventually(() => expect(errors).not.toEqual([]));
    expect(wire.isUp).toBe(false);
    redis.goOn();
    await eventually(() => expect(wire.isUp).toBe(true));
  });

  it("that is not there yet is waited for, and a subscription does not wait with it", async () => {
    await redis.stop();
    const wire = open();
    const messages: number[] = [];
    await wire.subscribe("a", (message) => messages.push(...message));
    await eventually(() => expect(errors.length).toBeGreaterThan(2));
    expect(wire.isUp).toBe(false);
    await redis.startAgain();
    await eventually(() => expect(wire.isUp).toBe(true));
    wire.send("a", Uint8Array.of(1));
    await eventually(() => expect(messages).toEqual([1]));
  });

  it("does not keep what is sent while it is down or hangs", async () => {
    const wire = open();
    await eventually(() => expect(wire.isUp).toBe(true));
    redis.hang();
    onTestFinished(() => redis.goOn());
    const message = new Uint8Array(200_000);
    const before = process.memoryUsage().arrayBuffers;
    // 400 MB, of which each is a copy of its own where it is kept.
    for (let count = 0; count < 2_000; count += 1) wire.send("a", message.slice());
    await collectGarbage();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
    await eventually(() => expect(wire.isUp).toBe(false));
    for (let count = 0; count < 2_000; count += 1) wire.send("a", message.slice());
    redis.goOn();
    await eventually(() => expect(wire.isUp).toBe(true));
  });

  it("refuses an address that is none of Redis at once", () => {
    expect(() => new RedisWire("http://redis.example", () => undefined)).toThrow(TypeError);
  });
});
