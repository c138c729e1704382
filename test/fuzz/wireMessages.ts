import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { MESSAGE, SYNC } from "../../shared/protocol/messages.ts";
import { EditingPerson } from "../support/EditingPerson.ts";
import type { Random } from "../support/random.ts";

/** Messages as honest programs send them, and what becomes of them on the way through a broken or hostile one. */
export class WireMessages {
  readonly #random: Random;
  readonly #honest: Uint8Array[] = [];

  constructor(random: Random) {
    this.#random = random;
    const person = new EditingPerson("anna", random);
    person.doc.on("update", (update: Uint8Array) => this.#honest.push(sync(SYNC.update, update)));
    for (let step = 0; step < 60; step++) person.act();
    const text = new Y.Doc();
    text.getText("map").insert(0, "text where a map is expected", { bold: true });
    text.getText("map").format(3, 9, { bold: null, italic: true });
    text.getXmlFragment("elements").insert(0, [new Y.XmlElement("p"), new Y.XmlText("x")]);
    text
      .getArray("x")
      .insert(0, [1, "two", null, new Uint8Array([3]), { four: [5] }, new Y.Doc(), new Y.Map()]);
    text.getArray("x").delete(1, 3);
    this.#honest.push(
      sync(SYNC.update, Y.encodeStateAsUpdate(text)),
      sync(SYNC.missingState, Y.encodeStateAsUpdate(person.doc)),
      sync(
        SYNC.missingState,
        Y.mergeUpdates([Y.encodeStateAsUpdate(person.doc), Y.encodeStateAsUpdate(text)]),
      ),
      sync(SYNC.stateVector, Y.encodeStateVector(person.doc)),
      sync(SYNC.stateVector, new Uint8Array([0])),
      presence(person.doc.clientID, 3, JSON.stringify({ user: { name: "Anna" }, cursor: { x: 1, y: 2 } })),
      presence(person.doc.clientID, 4, "null"),
      new Uint8Array([MESSAGE.queryPresence]),
      new Uint8Array([MESSAGE.ackRequest, 7]),
    );
  }

  /** One message: mostly honest ones with something wrong, some honest, some of nothing but noise. */
  next(): Uint8Array {
    const random = this.#random;
    if (random.chance(0.1)) return this.#noise(random.below(40));
    let message = random.pick(this.#honest);
    for (let times = random.below(4); times > 0; times--) message = this.#spoil(message);
    return message;
  }

  #spoil(message: Uint8Array): Uint8Array {
    const random = this.#random;
    const at = random.below(message.length + 1);
    const spoiled = message.slice();
    switch (random.below(6)) {
      case 0:
        return message.slice(0, at);
      case 1:
        return join(message, this.#noise(1 + random.below(4)));
      case 2:
        return join(message.slice(0, at), this.#noise(1 + random.below(3)), message.slice(at));
      case 3:
        return join(message.slice(0, at), random.pick(this.#honest).slice(random.below(9)));
      case 4:
        if (at < spoiled.length) spoiled[at] = random.below(256);
        return spoiled;
      default:
        if (at < spoiled.length) spoiled[at] = (spoiled[at] ?? 0) ^ (1 << random.below(8));
        return spoiled;
    }
  }

  #noise(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#random.below(256));
  }
}

function sync(step: number, body: Uint8Array): Uint8Array {
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.sync);
  encoding.writeVarUint(message, step);
  encoding.writeVarUint8Array(message, body);
  return encoding.toUint8Array(message);
}

function presence(clientId: number, clock: number, json: string): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, 1);
  encoding.writeVarUint(body, clientId);
  encoding.writeVarUint(body, clock);
  encoding.writeVarString(body, json);
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.presence);
  encoding.writeVarUint8Array(message, encoding.toUint8Array(body));
  return encoding.toUint8Array(message);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
