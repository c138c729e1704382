import * as Y from "yjs";
import type { RunningServer } from "../../../server/startServer.ts";
import { ACK_PROTOCOL } from "../../../shared/protocol/messages.ts";
import { RawClient } from "./RawClient.ts";

const everyMs = 4;

/** Somebody who writes numbered elements without a pause, and knows which of them the server has acknowledged as saved. */
export class Scribe {
  readonly #client: RawClient;
  readonly #name: string;
  readonly #doc = new Y.Doc();
  #written = 0;
  #isStopped = false;

  private constructor(client: RawClient, name: string) {
    this.#client = client;
    this.#name = name;
    this.#doc.on("update", (update: Uint8Array) => client.sendUpdate(update));
  }

  /** Joins a map and begins. */
  static async start(
    server: Pick<RunningServer, "url">,
    mapId: string,
    token: string,
    name: string,
  ): Promise<Scribe> {
    const scribe = new Scribe(await RawClient.join(server, mapId, token, ACK_PROTOCOL), name);
    scribe.#writeOn();
    return scribe;
  }

  /** The names of the elements that are acknowledged by now. */
  get acknowledged(): readonly string[] {
    const newest = this.#client.acks.at(-1) ?? 0;
    return Array.from({ length: newest }, (_, index) => this.#nameOf(index + 1));
  }

  get closeCode(): number | null {
    return this.#client.closeCode;
  }

  stop(): void {
    this.#isStopped = true;
  }

  #nameOf(number: number): string {
    return `${this.#name}-${number}`;
  }

  #writeOn(): void {
    if (this.#isStopped || this.#client.socket.readyState !== this.#client.socket.OPEN) return;
    this.#write();
    setTimeout(() => this.#writeOn(), everyMs);
  }

  #write(): void {
    this.#written += 1;
    const name = this.#nameOf(this.#written);
    this.#doc.getMap("elements").set(name, new Y.Map([["name", name]]));
    this.#client.askForAck(this.#written);
  }
}
