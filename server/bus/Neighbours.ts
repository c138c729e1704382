import { randomUUID } from "node:crypto";
import type { Storage } from "../storage/Storage.ts";
import type { Bus } from "./Bus.ts";
import { LivingServers } from "./LivingServers.ts";
import { type Notice, Notices } from "./Notices.ts";
import { StoreBus } from "./StoreBus.ts";
import type { Wire } from "./Wire.ts";

export interface NeighboursOptions {
  readonly storage: Storage & Required<Pick<Storage, "notices">>;
  readonly wire: Wire;
  onFailed(error: unknown): void;
}

/** What this server does when others say something. */
export interface NeighboursEvents {
  onNotice(notice: Notice): Promise<void> | void;
  onGone(server: string): void;
  onCame(): void;
}

/** The other servers that share this one's store. */
export class Neighbours {
  /** Carries what is written on documents. */
  readonly bus: Bus;
  readonly #options: NeighboursOptions;
  /** Nobody else has it, and no server keeps it when it starts again. */
  readonly #server = randomUUID();
  #notices: Notices | null = null;
  #living: LivingServers | null = null;

  constructor(options: NeighboursOptions) {
    this.#options = options;
    const { storage, wire, onFailed } = options;
    this.bus = new StoreBus({ server: this.#server, wire, documents: storage.documents, onFailed });
  }

  /** Listens from now on. Nobody may be let in before. */
  async open({ onNotice, onGone, onCame }: NeighboursEvents): Promise<void> {
    const { storage, wire, onFailed } = this.#options;
    this.#notices = await Notices.open({
      server: this.#server,
      store: storage.notices,
      wire,
      onNotice,
      onFailed,
    });
    this.#living = await LivingServers.open({ server: this.#server, wire, onGone, onCame });
    wire.onChange((isUp) => isUp && onCame());
  }

  /** Tells every other server. Resolves when it is sure that they will hear of it. */
  async post(notice: Notice): Promise<void> {
    await this.#notices?.post(notice);
  }

  /** Says goodbye. Once nobody is on any document here. */
  async close(): Promise<void> {
    this.#living?.close();
    await this.#notices?.close();
    await this.bus.close();
  }
}
