import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Wire } from "../../server/bus/Wire.ts";
import { eventually } from "./support/eventually.ts";

/** Wires that are plugged into the same thing. */
export interface WirePlace {
  open(): Wire;
  /** Lets nothing through any more. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  remove(): Promise<void>;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (message: Uint8Array) => new TextDecoder().decode(message);

/** What every wire must do. */
export function wireContract(name: string, makePlace: () => Promise<WirePlace>): void {
  describe(`${name}: a wire`, () => {
    let place: WirePlace;
    let opened: Wire[];
    beforeEach(async () => {
      place = await makePlace();
      opened = [];
    });
    afterEach(async () => {
      for (const wire of opened) await wire.close();
      await place.remove();
    });

    async function open(): Promise<Wire> {
      const wire = place.open();
      opened.push(wire);
      await eventually(() => expect(wire.isUp).toBe(true));
      return wire;
    }

    /** What a wire hears on a channel, as texts. */
    async function heard(wire: Wire, channel: string) {
      const messages: string[] = [];
      const unsubscribe = await wire.subscribe(channel, (message) => messages.push(text(message)));
      return { messages, unsubscribe };
    }

    it("carries what is sent to everybody who is subscribed, oneself too, in its order", async () => {
      const [one, other] = [await open(), await open()];
      const [own, foreign] = [await heard(one, "a"), await heard(other, "a")];
      const sent = Array.from({ length: 500 }, (_, index) => `m${index}`);
      for (const message of sent) one.send("a", bytes(message));
      await eventually(() => expect([own.messages, foreign.messages]).toEqual([sent, sent]));
    });

    it("subscribed is subscribed: what is sent right after comes", async () => {
      const [one, other] = [await open(), await open()];
      const channels = Array.from({ length: 50 }, () => randomUUID());
      const all = await Promise.all(
        channels.map(async (channel) => {
          const ears = await heard(other, channel);
          one.send(channel, bytes(channel));
          return ears;
        }),
      );
      await eventually(() => expect(all.map(({ messages }) => messages)).toEqual(channels.map((id) => [id])));
    });

    it("waits for the channel also where somebody else is just subscribing to it", async () => {
      const [one, other] = [await open(), await open()];
      const first = heard(other, "a");
      const second = await heard(other, "a");
      one.send("a", bytes("x"));
      await eventually(() => expect(second.messages).toEqual(["x"]));
      expect((await first).messages).toEqual(["x"]);
    });

    it("carries bytes as they are, and none of them belongs to the sender any more", async () => {
      const [one, other] = [await open(), await open()];
      const got: Uint8Array[] = [];
      await other.subscribe("a", (message) => got.push(message.slice()));
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      const long = new Uint8Array(300_000).fill(7);
      // A part of a longer array, as a Node buffer is.
      const part = new Uint8Array(new Uint8Array([9, 9, 1, 2, 3, 9]).buffer, 2, 3);
      for (const message of [all, long, part, new Uint8Array()]) one.send("a", message);
      await eventually(() => expect(got).toHaveLength(4));
      expect(got.map((message) => [...message.slice(0, 256)])).toEqual([
        [...all],
        [...long.slice(0, 256)],
        [1, 2, 3],
        [],
      ]);
      expect(got[1]?.every((byte) => byte === 7)).toBe(true);
    });

    it("keeps channels apart", async () => {
      const wire = await open();
      const [a, b] = [await heard(wire, "a"), await heard(wire, "a/talk")];
      wire.send("a", bytes("map"));
      wire.send("a/talk", bytes("talk"));
      await eventually(() => expect([a.messages, b.messages]).toEqual([["map"], ["talk"]]));
    });

    it("hands nothing to who has unsubscribed, and goes on with the others", async () => {
      const [one, other] = [await open(), await open()];
      const [leaving, staying] = [await heard(other, "a"), await heard(other, "a")];
      leaving.unsubscribe();
      leaving.unsubscribe();
      one.send("a", bytes("x"));
      await eventually(() => expect(staying.messages).toEqual(["x"]));
      expect(leaving.messages).toEqual([]);
    });

    it("hears again where a channel is left and entered at once, again and again", async () => {
      const [one, other] = [await open(), await open()];
      let ears = await heard(other, "a");
      for (let round = 0; round < 20; round += 1) {
        ears.unsubscribe();
        ears = await heard(other, "a");
        one.send("a", bytes(`r${round}`));
        await eventually(() => expect(ears.messages).toEqual([`r${round}`]));
      }
    });

    it("closed, hands on nothing more, and takes nothing", async () => {
      const [one, other] = [await open(), await open()];
      const [closing, staying] = [await heard(one, "a"), await heard(other, "a")];
      one.send("a", bytes("before"));
      await eventually(() => expect([closing.messages, staying.messages]).toEqual([["before"], ["before"]]));
      await one.close();
      await one.close();
      expect(one.isUp).toBe(false);
      one.send("a", bytes("from the closed"));
      other.send("a", bytes("after"));
      await eventually(() => expect(staying.messages).toEqual(["before", "after"]));
      expect(closing.messages).toEqual(["before"]);
      await expect(one.subscribe("a", () => undefined)).rejects.toThrow("closed");
    });

    it("tells when it goes down and comes up; what is sent meanwhile is lost, and all channels are heard again", async () => {
      const [one, other] = [await open(), await open()];
      const changes: boolean[] = [];
      other.onChange((isUp) => changes.push(isUp));
      const before = await heard(other, "a");
      await place.cut();
      await eventually(() => expect([one.isUp, other.isUp]).toEqual([false, false]));
      expect(changes).toEqual([false]);
      one.send("a", bytes("lost"));
      const meanwhile = await heard(other, "b");
      await place.mend();
      await eventually(() => expect([one.isUp, other.isUp]).toEqual([true, true]));
      expect(changes).toEqual([false, true]);
      one.send("a", bytes("x"));
      one.send("b", bytes("y"));
      await eventually(() => expect([before.messages, meanwhile.messages]).toEqual([["x"], ["y"]]));
    });
  });
}
