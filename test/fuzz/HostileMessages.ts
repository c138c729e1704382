import * as encoding from "lib0/encoding";
import { MESSAGE, SYNC } from "../../shared/protocol/messages.ts";
import type { Random } from "../support/random.ts";
import { ForgedUpdates } from "./ForgedUpdates.ts";
import { WireMessages } from "./wireMessages.ts";

const mostRemembered = 300;

/**
 * Everything that comes in over the wire in the worst week: what honest programs send, spoilt, cut off and joined; updates that
 * decode and contradict; and all of that again, later, and in another order.
 */
export class HostileMessages {
  readonly #random: Random;
  readonly #wire: WireMessages;
  readonly #forged: ForgedUpdates;
  readonly #sent: Uint8Array[] = [];

  /** `victims` and `clockOf` as for {@link ForgedUpdates}. */
  constructor(random: Random, victims: readonly number[], clockOf: (client: number) => number) {
    this.#random = random;
    this.#wire = new WireMessages(random);
    this.#forged = new ForgedUpdates(random, victims, clockOf);
  }

  next(): Uint8Array {
    const random = this.#random;
    if (this.#sent.length > 0 && random.chance(0.2)) return random.pick(this.#sent);
    const message = random.chance(0.4) ? this.#forgedMessage() : this.#wire.next();
    if (this.#sent.length < mostRemembered) this.#sent.push(message);
    else this.#sent[random.below(mostRemembered)] = message;
    return message;
  }

  #forgedMessage(): Uint8Array {
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, MESSAGE.sync);
    encoding.writeVarUint(message, this.#random.chance(0.1) ? SYNC.missingState : SYNC.update);
    encoding.writeVarUint8Array(message, this.#forged.next());
    const bytes = encoding.toUint8Array(message);
    return this.#random.chance(0.05) ? bytes.slice(0, this.#random.below(bytes.length)) : bytes;
  }
}
