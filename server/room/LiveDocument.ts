import * as Y from "yjs";
import { RECORD_ROOTS, rootOf } from "../../shared/document/layout.ts";
import { needsMigration } from "../../shared/document/migrate.ts";
import type { Author } from "../storage/Author.ts";
import type { LogEntry, StoredDocument } from "../storage/DocStore.ts";
import type { UpdateOutline } from "./checkUpdate.ts";
import { type Frame, missingStateFrame, updateFrame } from "./frames.ts";
import { HeldUpdates } from "./HeldUpdates.ts";
import { PlainGroup } from "./PlainGroup.ts";

/** An update as it was received. */
export interface ReceivedUpdate extends LogEntry {
  readonly outline: UpdateOutline;
  /** Whether it answers the server's state vector: then most of it is usually known. */
  readonly isAnswer: boolean;
}

export interface Applied<Update> {
  /** What is new in it, for everybody; `null` where nothing is. */
  readonly relay: Uint8Array | null;
  /** What the store needs so that loading gives this document again. */
  readonly entries: readonly LogEntry[];
  /** Those of which something was left out, since it waits for what the document does not have. */
  readonly incomplete: readonly Update[];
  /** Those that were incomplete and were taken up again, now that what they waited for is here. */
  readonly resumed: readonly Update[];
}

interface Transacted<Update> {
  readonly emitted: readonly Uint8Array[];
  readonly entries: readonly LogEntry[];
  readonly incomplete: readonly Update[];
}

interface FullState {
  readonly frame: Frame;
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly version: number;
  readonly encodedAtMs: number;
}

/** From this size on, a full state that has just been encoded is sent together with what came since, not encoded anew. */
const costlyBytes = 64 * 1024;
const freshMs = 1_000;

/**
 * The document of a room: applies what comes in, and encodes it for those who join. What it cannot apply yet stays outside of
 * it: a document with something pending says more when it is encoded than it has applied, and which part of two that overlap
 * it says is chance. So what is here, what is stored and what others were told would come apart.
 */
export class LiveDocument<Update extends ReceivedUpdate = ReceivedUpdate> {
  readonly #doc = new Y.Doc();
  readonly #held = new HeldUpdates<Update>();
  #emitted: Uint8Array[] = [];
  #version = 0;
  #fullState: FullState | null = null;

  /** @throws whatever Yjs throws on updates that it cannot apply. */
  constructor(stored: StoredDocument | null) {
    // A root has its type before anybody's update can give it another.
    rootOf(this.#doc, "map");
    for (const root of RECORD_ROOTS) rootOf(this.#doc, root);
    this.#doc.transact(() => {
      for (const update of stored?.updates ?? []) Y.applyUpdate(this.#doc, update);
    });
    this.#dropPending();
    this.#doc.on("update", (update: Uint8Array) => this.#emitted.push(update));
  }

  /** Whether it is a map of an earlier layout. */
  get needsMigration(): boolean {
    return needsMigration(this.#doc);
  }

  /** The title of a map's main document. */
  get title(): string {
    const title = rootOf(this.#doc, "map").get("title");
    return typeof title === "string" ? title : "";
  }

  /**
   * Applies what was gathered.
   * @throws whatever Yjs throws; the document is unusable then.
   */
  apply(received: readonly Update[]): Applied<Update> {
    const entries: LogEntry[] = [];
    const emitted: Uint8Array[] = [];
    const incomplete: Update[] = [];
    const note = (applied: Transacted<Update>) => {
      emitted.push(...applied.emitted);
      entries.push(...applied.entries);
      incomplete.push(...applied.incomplete);
    };
    let group = this.#newGroup();
    for (const update of received) {
      if (group.takes(update)) continue;
      note(this.#applyPlain(group.members));
      group = this.#newGroup();
      if (!group.takes(update)) note(this.#applyAlone(update));
    }
    note(this.#applyPlain(group.members));
    for (const update of incomplete) if (!update.isAnswer) this.#held.hold(update);
    const resumed = this.#resume(note);
    if (emitted.length > 0) this.#version += 1;
    return { relay: mergeOrNull(emitted), entries, incomplete, resumed };
  }

  encodeFull(): Uint8Array {
    return this.#encodeFull(0).update;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** The frames that bring somebody with this state vector into step; the last one is the answer to it. */
  framesFor(stateVector: Uint8Array): readonly Frame[] {
    if (!isEmpty(stateVector)) return [missingStateFrame(Y.encodeStateAsUpdate(this.#doc, stateVector))];
    const full = this.#encodeFull(freshMs);
    if (full.version === this.#version) return [full.frame];
    const since = Y.encodeStateAsUpdate(this.#doc, full.stateVector);
    return [updateFrame(full.update), missingStateFrame(since)];
  }

  destroy(): void {
    this.#fullState = null;
    this.#doc.destroy();
  }

  /** Takes up what waited for what is here now, and what waited for that. What is still incomplete then is not held again. */
  #resume(note: (applied: Transacted<Update>) => void): readonly Update[] {
    const resumed: Update[] = [];
    const clockOf = (client: number) => Y.getState(this.#doc.store, client);
    const isReady = ({ outline }: Update) =>
      [...outline.brings].every(([client, { from }]) => from <= clockOf(client)) &&
      [...outline.needs].every(([client, clocks]) => clocks <= clockOf(client));
    for (;;) {
      const ready = this.#held.takeReady(isReady);
      if (ready.length === 0) return resumed;
      for (const update of ready) note(this.#applyAlone(update));
      resumed.push(...ready);
    }
  }

  #newGroup(): PlainGroup<Update> {
    return new PlainGroup((client) => Y.getState(this.#doc.store, client));
  }

  #applyPlain(group: readonly Update[]): Transacted<Update> {
    const { emitted, isIncomplete } = this.#transact(group);
    if (emitted.length === 0) return { emitted, entries: [], incomplete: isIncomplete ? group : [] };
    const authors = new Set(group.map(({ author }) => author));
    const entries = [...authors].map((author) => mergeOf(group, author));
    return { emitted, entries, incomplete: isIncomplete ? group : [] };
  }

  /** Of an update that overlaps with what is known, or lacks something, only what was applied is told and stored. */
  #applyAlone(received: Update): Transacted<Update> {
    const { emitted, isIncomplete } = this.#transact([received]);
    const { author, at } = received;
    const update = mergeOrNull(emitted);
    return {
      emitted,
      entries: update ? [{ update, author, at }] : [],
      incomplete: isIncomplete ? [received] : [],
    };
  }

  #transact(group: readonly Update[]): { emitted: readonly Uint8Array[]; isIncomplete: boolean } {
    if (group.length === 0) return { emitted: [], isIncomplete: false };
    this.#emitted = [];
    this.#doc.transact(() => {
      for (const { update } of group) Y.applyUpdate(this.#doc, update);
    });
    const emitted = this.#emitted;
    this.#emitted = [];
    return { emitted, isIncomplete: this.#dropPending() };
  }

  /** Says whether there was anything to drop. */
  #dropPending(): boolean {
    const { store } = this.#doc;
    const wasPending = store.pendingStructs !== null || store.pendingDs !== null;
    store.pendingStructs = null;
    store.pendingDs = null;
    return wasPending;
  }

  #encodeFull(longestAgeMs: number): FullState {
    const now = performance.now();
    const cached = this.#fullState;
    if (cached) {
      const isGoodEnough = cached.update.byteLength >= costlyBytes && now - cached.encodedAtMs < longestAgeMs;
      if (cached.version === this.#version || isGoodEnough) return cached;
    }
    const update = Y.encodeStateAsUpdate(this.#doc);
    const full = {
      frame: missingStateFrame(update),
      update,
      stateVector: this.stateVector(),
      version: this.#version,
      encodedAtMs: now,
    };
    this.#fullState = full;
    return full;
  }
}

function mergeOf(group: readonly ReceivedUpdate[], author: Author): LogEntry {
  const own = group.filter((received) => received.author === author);
  const update = own.length === 1 && own[0] ? own[0].update : Y.mergeUpdates(own.map(({ update }) => update));
  return { update, author, at: own.at(-1)?.at ?? 0 };
}

function mergeOrNull(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first] = updates;
  return first && updates.length > 1 ? Y.mergeUpdates([...updates]) : (first ?? null);
}

/** A state vector of nobody: a single zero. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 0 || (stateVector.byteLength === 1 && stateVector[0] === 0);
}
