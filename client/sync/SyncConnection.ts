import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { CLOSE_CODE, REMOVED_REASON } from "../../shared/protocol/closeCodes.ts";
import { MESSAGE, SYNC } from "../../shared/protocol/messages.ts";
import { SIGN_IN_REASONS } from "../../shared/protocol/signIn.ts";
import type { ConnectionState, EndReason } from "./ConnectionState.ts";
import { DurableSaves } from "./DurableSaves.ts";
import type { LocalCopy } from "./LocalCopy.ts";
import type { Connection } from "./MapSession.ts";

const reasonByCloseCode: Readonly<Record<number, EndReason>> = {
  [CLOSE_CODE.revoked]: "revoked",
  [CLOSE_CODE.noValidToken]: "no-link",
  [CLOSE_CODE.noSuchMap]: "no-map",
};

/** How long a copy that can be shown waits for the server's map: longer than a good connection takes. */
const patienceMs = 2_000;

/** Follows a provider and says what is true about the connection: what was received, what is saved, what waits, and where. */
export class SyncConnection implements Connection {
  readonly #provider: WebsocketProvider;
  readonly #doc: Y.Doc;
  readonly #saves: DurableSaves;
  readonly #listeners = new Set<() => void>();
  #current: ConnectionState = { kind: "connecting", failed: false };
  #isLoaded = false;
  /** Whether the server has sent the map. */
  #hasReceived = false;
  #copy: LocalCopy | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isStoreFailing = false;
  #hasFailed = false;
  #hasAnsweredServer = false;
  #ended: EndReason | undefined;

  /** The provider must not be connected yet. */
  constructor(provider: WebsocketProvider, doc: Y.Doc) {
    this.#provider = provider;
    this.#doc = doc;
    this.#saves = new DurableSaves(
      (number) => this.#send(number),
      () => this.#onSaves(),
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

  /** Whether the server has sent the map; what is shown before is the device's copy. */
  hasReceived(): boolean {
    return this.#hasReceived;
  }

  /** Whether everything that this tab made is confirmed, or kept by the device: the tab may go. */
  mayGo(): boolean {
    if (this.#saves.waiting === 0) return true;
    return this.#copy !== undefined && this.#copy.place === "device" && !this.#copy.isWriting;
  }

  /**
   * The device's copy has been read into the document, and follows it from now on. With `isMap` there is a map in it, which is shown
   * where the server does not send its own soon; with `isUrgent` it is shown at once.
   */
  followCopy(copy: LocalCopy, isMap: boolean, isUrgent: boolean): void {
    this.#copy = copy;
    copy.onChange(() => this.#update());
    this.#saves.restored(copy.inherited);
    if (!isMap || this.#isLoaded) return;
    if (isUrgent || this.#hasFailed) this.#showCopy();
    else this.#patience = setTimeout(() => this.#showCopy(), patienceMs);
  }

  /** Ends the session for a reason that was not learnt from the socket. */
  end(reason: EndReason): void {
    this.#ended ??= reason;
    this.#update();
  }

  /** Stops following; the state stays as it is. */
  destroy(): void {
    clearTimeout(this.#patience);
    this.#saves.stopClock();
    this.#doc.off("update", this.#onUpdate);
    this.#provider.off("sync", this.#onSync);
    this.#provider.off("connection-close", this.#onClose);
    this.#provider.off("closed", this.#onClosedForGood);
    this.#listeners.clear();
  }

  readonly #onUpdate = (
    _update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (transaction.local) this.#saves.edited();
    // What another tab has put into the device's copy: whether the server has it is not known.
    else if (origin !== this.#provider && this.#copy !== undefined) this.#saves.restored(0);
  };

  #onSaves(): void {
    this.#copy?.keepCount(this.#saves.waitingEdits);
    if (this.#saves.isSettled) this.#copy?.inheritedIsConfirmed();
    this.#update();
  }

  #showCopy(): void {
    this.#isLoaded = true;
    this.#update();
  }

  readonly #onSync = (isSynced: boolean): void => {
    if (isSynced) {
      clearTimeout(this.#patience);
      this.#isLoaded = true;
      this.#hasReceived = true;
    }
    this.#levelIfExchanged();
    this.#update();
  };

  readonly #onClose = (): void => {
    this.#hasAnsweredServer = false;
    this.#hasFailed = true;
    this.#isStoreFailing = false;
    if (this.#patience !== undefined && !this.#isLoaded) this.#showCopy();
    this.#saves.lostConnection();
    // The provider still counts itself as connected while it says this.
    queueMicrotask(() => this.#update());
  };

  readonly #onClosedForGood = (closing: { code: number; reason: string }): void => {
    this.#ended = endReasonOf(closing);
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
    messageHandlers[MESSAGE.storeState] = (_encoder, decoder) => {
      this.#isStoreFailing = decoding.readVarUint(decoder) === 1;
      this.#update();
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
    const { waiting: changes, isSettled, isSlow } = this.#saves;
    const place = this.#copy?.place ?? "tab";
    if (this.#ended !== undefined) return { kind: "ended", reason: this.#ended, changes, place };
    if (!this.#isLoaded) return { kind: "connecting", failed: this.#hasFailed };
    const isCopy = !this.#hasReceived;
    if (!this.#provider.synced)
      return changes > 0 ? { kind: "offline", changes, place, isCopy } : { kind: "reconnecting", isCopy };
    if (this.#isStoreFailing) return { kind: "store-fails", changes, place };
    if (isSettled) return { kind: "saved" };
    return isSlow ? { kind: "slow", changes, place } : { kind: "saving", changes };
  }
}

function endReasonOf({ code, reason }: { code: number; reason: string }): EndReason {
  if (code === CLOSE_CODE.revoked && reason === REMOVED_REASON) return "removed";
  const signInReason = Object.values(SIGN_IN_REASONS).find((one) => one === reason);
  if (code === CLOSE_CODE.noValidToken && signInReason !== undefined) return signInReason;
  return reasonByCloseCode[code] ?? "malformed";
}

function sameState(one: ConnectionState, other: ConnectionState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
