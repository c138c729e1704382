import * as Y from "yjs";
import { RECORD_ROOTS, rootOf } from "../../shared/document/layout.ts";
import { needsMigration } from "../../shared/document/migrate.ts";
import type { Author } from "../storage/Author.ts";
import type { LogEntry, StoredDocument } from "../storage/DocStore.ts";
import type { UpdateOutline } from "./checkUpdate.ts";
import { FitCheck } from "./FitCheck.ts";
import { type Frame, missingStateFrame, updateFrame } from "./frames.ts";
import { HeldUpdates } from "./HeldUpdates.ts";
import { MalformedMessage } from "./MalformedMessage.ts";
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
  /** Those that contradict the document: nothing of them was applied. */
  readonly refused: readonly Update[];
  /** Those that were incomplete and were taken up again, now that what they waited for is here. */
  readonly resumed: readonly Update[];
}

/** What has been applied so far of a gathering. */
interface Work<Update> {
  readonly emitted: Uint8Array[];
  readonly entries: LogEntry[];
  readonly incomplete: Update[];
  readonly refused: Update[];
  readonly resumed: Update[];
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
    const work: Work<Update> = { emitted: [], entries: [], incomplete: [], refused: [], resumed: [] };
    this.#applyAll(received, work);
    for (const update of work.incomplete) if (!update.isAnswer) this.#held.hold(update);
    for (let ready = this.#takeReady(); ready.length > 0; ready = this.#takeReady()) {
      work.resumed.push(...ready);
      this.#applyAll(ready, work);
    }
    if (work.emitted.length > 0) this.#version += 1;
    const { emitted, ...applied } = work;
    return { ...applied, relay: mergeOrNull(emitted) };
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

  #applyAll(received: readonly Update[], work: Work<Update>): void {
    let group = new PlainGroup<Update>(this.#doc);
    const finishGroup = () => {
      this.#applyPlain(group.members, work);
      group = new PlainGroup(this.#doc);
    };
    for (const update of received) {
      try {
        if (!group.isCarriedOnBy(update)) finishGroup();
        if (group.isCarriedOnBy(update)) group.add(update);
        else this.#applyAlone(update, work);
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw error;
        work.refused.push(update);
        finishGroup();
      }
    }
    finishGroup();
  }

  #applyPlain(group: readonly Update[], work: Work<Update>): void {
    const { emitted, isIncomplete } = this.#transact(group);
    if (isIncomplete) work.incomplete.push(...group);
    if (emitted.length === 0) return;
    work.emitted.push(...emitted);
    for (const author of new Set(group.map((update) => update.author))) {
      work.entries.push(mergeOf(group, author));
    }
  }

  /**
   * Of an update that overlaps with what is known, or lacks something, only what was applied is told and stored.
   * @throws MalformedMessage where it contradicts the document; nothing was changed then.
   */
  #applyAlone(received: Update, work: Work<Update>): void {
    new FitCheck(this.#doc).check(received.outline);
    const { emitted, isIncomplete } = this.#transact([received]);
    if (isIncomplete) work.incomplete.push(received);
    const update = mergeOrNull(emitted);
    if (!update) return;
    work.emitted.push(...emitted);
    work.entries.push({ update, author: received.author, at: received.at });
  }

  /** What waited for what is here now. */
  #takeReady(): readonly Update[] {
    const clockOf = (client: number) => Y.getState(this.#doc.store, client);
    return this.#held.takeReady(
      ({ outline }) =>
        [...outline.brings].every(([client, { from }]) => from <= clockOf(client)) &&
        [...outline.needs].every(([client, clocks]) => clocks <= clockOf(client)),
    );
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
