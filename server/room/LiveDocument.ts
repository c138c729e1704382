import * as Y from "yjs";
import { RECORD_ROOTS, rootOf } from "../../shared/document/layout.ts";
import { needsMigration } from "../../shared/document/migrate.ts";
import type { Author } from "../storage/Author.ts";
import type { LogEntry, StoredDocument } from "../storage/DocStore.ts";
import { type Frame, missingStateFrame, updateFrame } from "./frames.ts";

/** An update as it was received. */
export interface ReceivedUpdate extends LogEntry {
  /** Whether it answers the server's state vector: then most of it is usually known. */
  readonly isAnswer: boolean;
}

export interface Applied {
  /** What is new in it, for everybody; `null` where nothing is. */
  readonly relay: Uint8Array | null;
  /** What the store needs so that loading gives this document again. */
  readonly entries: readonly LogEntry[];
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

/** The document of a room: applies what comes in, and encodes it for those who join. */
export class LiveDocument {
  readonly #doc = new Y.Doc();
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
  apply(received: readonly ReceivedUpdate[]): Applied {
    const entries: LogEntry[] = [];
    const emitted: Uint8Array[] = [];
    for (const group of groupForTransactions(received)) {
      const applied = this.#applyTogether(group);
      emitted.push(...applied.emitted);
      entries.push(...applied.entries);
    }
    if (emitted.length > 0) this.#version += 1;
    const [first] = emitted;
    return { relay: first && emitted.length === 1 ? first : mergeOrNull(emitted), entries };
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

  #applyTogether(group: readonly ReceivedUpdate[]): {
    emitted: readonly Uint8Array[];
    entries: readonly LogEntry[];
  } {
    this.#emitted = [];
    this.#doc.transact(() => {
      for (const { update } of group) Y.applyUpdate(this.#doc, update);
    });
    const emitted = this.#emitted;
    this.#emitted = [];
    const { pendingStructs, pendingDs } = this.#doc.store;
    const isPending = pendingStructs !== null || pendingDs !== null;
    const [only] = emitted;
    if (!isPending && !only) return { emitted, entries: [] };
    const authors = new Set(group.map(({ author }) => author));
    const last = group.at(-1);
    // What waits for something that has not come yet is in no emitted update: then the log takes everything as it came.
    if (!isPending && only && last && emitted.length === 1 && authors.size === 1) {
      return { emitted, entries: [{ update: only, author: last.author, at: last.at }] };
    }
    return { emitted, entries: [...authors].map((author) => mergeOf(group, author)) };
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

/** Updates share a transaction; an answer has one of its own, so that what is known of it is neither stored nor sent again. */
function groupForTransactions(received: readonly ReceivedUpdate[]): ReceivedUpdate[][] {
  const groups: ReceivedUpdate[][] = [];
  for (const update of received) {
    const last = groups.at(-1);
    if (last && !update.isAnswer && !last[0]?.isAnswer) last.push(update);
    else groups.push([update]);
  }
  return groups;
}

function mergeOf(group: readonly ReceivedUpdate[], author: Author): LogEntry {
  const own = group.filter((received) => received.author === author);
  const update = own.length === 1 && own[0] ? own[0].update : Y.mergeUpdates(own.map(({ update }) => update));
  return { update, author, at: own.at(-1)?.at ?? 0 };
}

function mergeOrNull(updates: readonly Uint8Array[]): Uint8Array | null {
  return updates.length === 0 ? null : Y.mergeUpdates([...updates]);
}

/** A state vector of nobody: a single zero. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 0 || (stateVector.byteLength === 1 && stateVector[0] === 0);
}
