import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { MESSAGE, SYNC } from "../../shared/protocol/messages.ts";
import type { ConnectionState, EndReason } from "./ConnectionState.ts";
import { DurableSaves } from "./DurableSaves.ts";
import type { Connection } from "./MapSession.ts";

const reasonByCloseCode: Readonly<Record<number, EndReason>> = {
  [CLOSE_CODE.revoked]: "revoked",
  [CLOSE_CODE.noValidToken]: "no-link",
  [CLOSE_CODE.noSuchMap]: "no-map",
};

/** Follows a provider and says what is true about the connection: what was received, what is saved, what waits. */
export class SyncConnection implements Connection {
  readonly #provider: WebsocketProvider;
  readonly #doc: Y.Doc;
  readonly #saves: DurableSaves;
  readonly #listeners = new Set<() => void>();
  #current: ConnectionState = { kind: "connecting", failed: false };
  #isLoaded = false;
  #hasFailed = false;
  #hasAnsweredServer = false;
  #ended: EndReason | undefined;

  /** The provider must not be connected yet. */
  constructor(provider: WebsocketProvider, doc: Y.Doc) {
    this.#provider = provider;
    this.#doc = doc;
    this.#saves = new DurableSaves(
      (number) => this.#send(number),
      () => this.#update(),
    );
    // The provider has subscribed before: an edit is on the wire when this is called.
    doc.on("update", this.#onUpdate);
    provider.on("sync", this.#onSync);
    provider.on("connection-close", this.#onClose);
    provider.on("closed", this.#onClosedForGood);
    this.#listenToMessages();
  }

  state(): ConnectionState {
    return this.#current;
  }

  loaded(): boolean {
    return this.#isLoaded;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops following; the state stays as it is. */
  destroy(): void {
    this.#saves.stopClock();
    this.#doc.off("update", this.#onUpdate);
    this.#provider.off("sync", this.#onSync);
    this.#provider.off("connection-close", this.#onClose);
    this.#provider.off("closed", this.#onClosedForGood);
    this.#listeners.clear();
  }

  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#provider) this.#saves.edited();
  };

  readonly #onSync = (isSynced: boolean): void => {
    if (isSynced) this.#isLoaded = true;
    this.#levelIfExchanged();
    this.#update();
  };

  readonly #onClose = (): void => {
    this.#hasAnsweredServer = false;
    this.#hasFailed = true;
    this.#saves.lostConnection();
    // The provider still counts itself as connected while it says this.
    queueMicrotask(() => this.#update());
  };

  readonly #onClosedForGood = ({ code }: { code: number }): void => {
    this.#ended = reasonByCloseCode[code] ?? "malformed";
    this.#update();
  };

  #listenToMessages(): void {
    const { messageHandlers } = this.#provider;
    const readSync = messageHandlers[MESSAGE.sync];
    messageHandlers[MESSAGE.sync] = (encoder, decoder, provider, emitSynced, type) => {
      const isQuestion = decoding.peekVarUint(decoder) === SYNC.stateVector;
      readSync?.(encoder, decoder, provider, emitSynced, type);
      if (!isQuestion) return;
      // The provider sends the answer, with all that the server lacks, after this handler returns.
      queueMicrotask(() => {
        this.#hasAnsweredServer = true;
        this.#levelIfExchanged();
      });
    };
    messageHandlers[MESSAGE.durableAck] = (_encoder, decoder) => {
      this.#saves.answered(decoding.readVarUint(decoder));
    };
  }

  #levelIfExchanged(): void {
    if (this.#hasAnsweredServer && this.#provider.synced) this.#saves.becameLevel();
  }

  #send(number: number): void {
    const { ws } = this.#provider;
    if (ws === null || ws.readyState !== ws.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.ackRequest);
    encoding.writeVarUint(encoder, number);
    ws.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  }

  #update(): void {
    const next = this.#stateNow();
    if (sameState(this.#current, next)) return;
    this.#current = next;
    for (const listener of [...this.#listeners]) listener();
  }

  #stateNow(): ConnectionState {
    const changes = this.#saves.waiting;
    if (this.#ended !== undefined) return { kind: "ended", reason: this.#ended, changes };
    if (!this.#isLoaded) return { kind: "connecting", failed: this.#hasFailed };
    if (!this.#provider.synced) return changes > 0 ? { kind: "offline", changes } : { kind: "reconnecting" };
    if (changes === 0) return { kind: "saved" };
    return { kind: this.#saves.isSlow ? "slow" : "saving", changes };
  }
}

function sameState(one: ConnectionState, other: ConnectionState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
