import * as Y from "yjs";
import { RECORD_ROOTS, rootOf } from "../../shared/document/layout.ts";
import { needsMigration } from "../../shared/document/migrate.ts";
import type { Author } from "../storage/Author.ts";
import type { LogEntry, StoredDocument } from "../storage/DocStore.ts";
import type { UpdateOutline } from "./checkUpdate.ts";
import { FitCheck } from "./FitCheck.ts";
import type { Frame } from "./frames.ts";
import { HeldUpdates } from "./HeldUpdates.ts";
import { MalformedMessage } from "./MalformedMessage.ts";
import { PlainGroup } from "./PlainGroup.ts";
import { RestingDoc } from "./RestingDoc.ts";
import { StateAnswers } from "./StateAnswers.ts";

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

/**
 * The document of a room: applies what comes in, and encodes it for those who join. What it cannot apply yet stays outside of
 * it: a document with something pending says more when it is encoded than it has applied, and which part of two that overlap
 * it says is chance. So what is here, what is stored and what others were told would come apart.
 */
export class LiveDocument<Update extends ReceivedUpdate = ReceivedUpdate> {
  readonly #resting: RestingDoc;
  readonly #answers: StateAnswers;
  readonly #held = new HeldUpdates<Update>();
  #emitted: Uint8Array[] = [];
  #version = 0;
  /** What can be asked of the document while it rests. */
  #title = "";
  #needsMigration = false;

  /** @throws whatever Yjs throws on updates that it cannot apply. */
  constructor(stored: StoredDocument | null) {
    this.#resting = new RestingDoc(
      loadedDoc(stored),
      (awake) => {
        typeRoots(awake);
        awake.on("update", (update: Uint8Array) => this.#emitted.push(update));
      },
      (awake) => this.#becomeQuiet(awake),
    );
    const version = () => this.#version;
    this.#answers = new StateAnswers({
      get version() {
        return version();
      },
      encode: (stateVector) => this.#resting.encode(stateVector),
      stateVector: () => this.#resting.stateVector(),
    });
  }

  /** Whether it is a map of an earlier layout. */
  get needsMigration(): boolean {
    return this.#resting.isResting ? this.#needsMigration : needsMigration(this.#doc);
  }

  /** The title of a map's main document. */
  get title(): string {
    return this.#resting.isResting ? this.#title : titleOf(this.#doc);
  }

  /**
   * Applies what was gathered.
   * @throws whatever Yjs throws; the document is unusable then.
   */
  apply(received: readonly Update[]): Applied<Update> {
    const work: Work<Update> = { emitted: [], entries: [], incomplete: [], refused: [], resumed: [] };
    this.#applyAll(received, work);
    for (const update of work.incomplete) if (!update.isAnswer) this.#held.hold(update);
    return this.#resume(work);
  }

  /**
   * Applies rows of the store that other servers wrote. Of them nothing is to be stored; of what had waited for them, there is.
   * @throws where something before them is missing, and whatever Yjs throws; the document is unusable then.
   */
  applyStored(updates: readonly Uint8Array[]): Applied<Update> {
    const work: Work<Update> = { emitted: [], entries: [], incomplete: [], refused: [], resumed: [] };
    const { emitted, isIncomplete } = this.#transact(updates);
    if (isIncomplete) throw new Error("Rows of the store need what is not here.");
    work.emitted.push(...emitted);
    return this.#resume(work);
  }

  encodeFull(): Uint8Array {
    return this.#answers.updateFor();
  }

  stateVector(): Uint8Array {
    return this.#resting.stateVector();
  }

  /** What somebody with this state vector lacks. */
  differenceSince(stateVector: Uint8Array): Uint8Array {
    return this.#answers.updateFor(stateVector);
  }

  /** The frames that bring somebody with this state vector into step; the last one is the answer to it. */
  framesFor(stateVector: Uint8Array): readonly Frame[] {
    return this.#answers.framesFor(stateVector);
  }

  destroy(): void {
    this.#answers.clear();
    this.#resting.destroy();
  }

  get #doc(): Y.Doc {
    return this.#resting.doc;
  }

  /** Takes up what had waited for what is here now. */
  #resume(work: Work<Update>): Applied<Update> {
    for (let ready = this.#takeReady(); ready.length > 0; ready = this.#takeReady()) {
      work.resumed.push(...ready);
      this.#applyAll(ready, work);
    }
    if (work.emitted.length > 0) this.#version += 1;
    const { emitted, ...applied } = work;
    return { ...applied, relay: mergeOrNull(emitted) };
  }

  #becomeQuiet(doc: Y.Doc | null): void {
    this.#answers.clear();
    if (!doc) return;
    this.#title = titleOf(doc);
    this.#needsMigration = needsMigration(doc);
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
    const { emitted, isIncomplete } = this.#transact(group.map(({ update }) => update));
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
    const { emitted, isIncomplete } = this.#transact([received.update]);
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

  #transact(updates: readonly Uint8Array[]): { emitted: readonly Uint8Array[]; isIncomplete: boolean } {
    if (updates.length === 0) return { emitted: [], isIncomplete: false };
    this.#emitted = [];
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
    const emitted = this.#emitted;
    this.#emitted = [];
    return { emitted, isIncomplete: dropPending(this.#doc) };
  }
}

/** Apart from the class: its functions would hold the document when it rests. */
function loadedDoc(stored: StoredDocument | null): Y.Doc {
  const doc = new Y.Doc();
  typeRoots(doc);
  doc.transact(() => {
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  });
  dropPending(doc);
  return doc;
}

/** A root has its type before anybody's update can give it another. */
function typeRoots(doc: Y.Doc): void {
  rootOf(doc, "map");
  for (const root of RECORD_ROOTS) rootOf(doc, root);
}

/** Says whether there was anything to drop. */
function dropPending({ store }: Y.Doc): boolean {
  const wasPending = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return wasPending;
}

function titleOf(doc: Y.Doc): string {
  const title = rootOf(doc, "map").get("title");
  return typeof title === "string" ? title : "";
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
