import { CLOSE_CODE, type CloseCode } from "../../shared/protocol/closeCodes.ts";
import type { Subscription } from "../bus/Bus.ts";
import type { DocStore, LogEntry, RowRef, StoredDocument } from "../storage/DocStore.ts";
import { Acknowledgements } from "./Acknowledgements.ts";
import { Audience } from "./Audience.ts";
import { authorOf } from "./authorOf.ts";
import { CommitQueue } from "./CommitQueue.ts";
import { Compaction } from "./Compaction.ts";
import { Connection } from "./Connection.ts";
import { type ConnectionElsewhere, decodeReport, Elsewhere, PersonElsewhere } from "./Elsewhere.ts";
import { presenceFrame, storeStateFrame, updateFrame } from "./frames.ts";
import { LiveDocument, type ReceivedUpdate } from "./LiveDocument.ts";
import { LogDigestion } from "./LogDigestion.ts";
import { MissingParts } from "./MissingParts.ts";
import { Pace } from "./Pace.ts";
import { type PresenceEntry, PresenceTable } from "./PresenceTable.ts";
import { ReportToOthers } from "./ReportToOthers.ts";
import type { RoomEvents } from "./RoomEvents.ts";
import type { ClientMessage } from "./readMessage.ts";

export interface RoomOptions {
  readonly docId: string;
  readonly documents: DocStore;
  readonly events: RoomEvents;
  /** Makes history of the log and says up to which row; `null`: of this document nothing but the state is kept. */
  readonly digest: (() => Promise<RowRef>) | null;
  /** Told after every commit, and when the last one has left. */
  onSettled(room: Room): void;
  /** The other servers that have the document open; missing where there are none. */
  readonly others?: Pick<Subscription, "noteCommitted" | "say">;
}

interface Gathered extends ReceivedUpdate {
  readonly from: Connection;
}

interface AppliedNow {
  readonly relay: Uint8Array | null;
  readonly writers: ReadonlySet<Connection>;
  readonly entries: readonly LogEntry[];
}

/**
 * One document and everybody on it. What comes in is gathered: at once where the room is idle, for a few milliseconds under
 * load. A gathering is applied, handed to the store, and sent to everybody as one frame; presence follows the document.
 */
export class Room {
  readonly #options: RoomOptions;
  readonly #document: LiveDocument<Gathered>;
  readonly #commits: CommitQueue;
  readonly #presence = new PresenceTable<Connection | PersonElsewhere>();
  readonly #elsewhere = new Elsewhere<Connection>(this.#presence);
  readonly #report: ReportToOthers;
  readonly #audience: Audience;
  readonly #missing = new MissingParts<Connection>();
  #updates: Gathered[] = [];
  readonly #acks: Acknowledgements;
  readonly #compaction: Compaction | LogDigestion;
  readonly #pace = new Pace(() => this.#gather());
  #isClosed = false;
  #isBroken = false;
  #isStoreFailing = false;

  /** @throws whatever Yjs throws where the stored document cannot be read. */
  constructor(options: RoomOptions, stored: StoredDocument | null) {
    this.#options = options;
    this.#document = new LiveDocument(stored);
    const { digest, docId, documents, events } = options;
    this.#audience = new Audience({ document: this.#document, presence: this.#presence, events });
    const encodeState = () => (this.#isBroken ? null : this.#document.encodeFull());
    this.#compaction = digest
      ? new LogDigestion({ docId, events, digest }, stored)
      : new Compaction({ docId, documents, events, encodeState }, stored?.refs ?? []);
    this.#commits = new CommitQueue({
      docId,
      documents,
      onCommitted: (refs, entries, waitedMs) => this.#onCommitted(refs, entries, waitedMs),
      onFailed: (error) => {
        events.commitFailed(docId, error);
        this.#tellStoreState(true);
      },
    });
    const isOwing = (connection: Connection) => this.#missing.isOwing(connection);
    this.#acks = new Acknowledgements({ commits: this.#commits, isOwing });
    this.#report = new ReportToOthers({
      connections: () => this.connections,
      presence: this.#presence,
      say: (report) => options.others?.say(report),
    });
  }

  get docId(): string {
    return this.#options.docId;
  }

  /** Whether the document is of an earlier layout. */
  get needsMigration(): boolean {
    return this.#document.needsMigration;
  }

  get title(): string {
    return this.#document.title;
  }

  get connections(): ReadonlySet<Connection> {
    return this.#audience.connections;
  }

  /** A closed room takes nobody in: whoever wants the document opens it again. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Which client somebody here speaks for, and what it says of itself. */
  presenceOf(connection: Connection): PresenceEntry | null {
    return this.#presence.entryOf(connection);
  }

  /** What a client says of itself, on whichever server it is. */
  presenceOfClient(clientId: number): string | null {
    return this.#presence.all().find((entry) => entry.clientId === clientId)?.json ?? null;
  }

  /** Who is on this document, on other servers. */
  get peopleElsewhere(): readonly ConnectionElsewhere[] {
    return this.#elsewhere.people;
  }

  /** Whether nobody is here and the store has everything. */
  get isIdle(): boolean {
    return this.#audience.size === 0 && this.#updates.length === 0 && this.#commits.isSettled;
  }

  /** What the store does not have yet, for those who watch the server. */
  get commits(): Pick<CommitQueue, "waitingCount" | "oldestAt" | "isFailing"> {
    return this.#commits;
  }

  get isSettled(): boolean {
    return this.#updates.length === 0 && this.#commits.isSettled;
  }

  /** The whole document, with what is not committed yet. Not for a room that is closed. */
  encodeState(): Uint8Array {
    this.#gather();
    return this.#document.encodeFull();
  }

  join(connection: Connection): void {
    this.#missing.ask(connection, this.#document.stateVector());
    this.#audience.add(connection);
    if (this.#isStoreFailing && connection.wantsAcks) connection.send(storeStateFrame(true));
    this.#report.peopleChanged();
  }

  leave(connection: Connection): void {
    if (!this.#audience.remove(connection)) return;
    this.#missing.leave(connection);
    this.#report.leaves(connection);
    this.#presence.leave(connection);
    this.#acks.leave(connection);
    if (this.#presence.hasChanges) this.#schedule();
    if (this.#audience.size === 0) this.#options.onSettled(this);
  }

  receive(connection: Connection, message: ClientMessage): void {
    if (this.#isClosed) return;
    switch (message.kind) {
      case "state-vector":
        this.#audience.answer(connection, message.stateVector);
        break;
      case "update":
        this.#receiveUpdate(connection, message);
        break;
      case "presence":
        this.#receivePresence(connection, message.entries);
        break;
      case "query-presence":
        this.#audience.tellPresence(connection);
        break;
      case "ack-request":
        this.#receiveAckRequest(connection, message.number);
        break;
    }
  }

  /** Takes what other servers have stored, after everything that they stored before. */
  receiveStored(updates: readonly Uint8Array[]): void {
    this.#gather();
    if (this.#isClosed) return;
    try {
      const { relay, entries, resumed } = this.#document.applyStored(updates);
      this.#noteMissing(resumed, new Set());
      this.#audience.tell({ update: relay ? updateFrame(relay) : null, presence: null, writer: null });
      this.#commits.push(entries);
      this.#acks.answer();
      this.#options.onSettled(this);
    } catch (error) {
      this.#break(error);
    }
  }

  /** Takes what another server tells of its people. */
  receiveReport(server: string, bytes: Uint8Array): void {
    if (this.#isClosed) return;
    const report = decodeReport(bytes);
    this.#elsewhere.take(server, report);
    if (report.asks) this.#report.everything();
    if (this.#presence.hasChanges) this.#schedule();
  }

  /** Asks the other servers who is there, and tells them who is here. */
  introduce(): void {
    this.#report.introduce();
  }

  /** Nothing is heard of a server any more. */
  dropServer(server: string): void {
    if (this.#isClosed) return;
    this.#elsewhere.drop(server);
    if (this.#presence.hasChanges) this.#schedule();
  }

  /** Sends everybody away, takes in nobody else, and hands what was received to the store. */
  close(code: CloseCode, reason: string): void {
    this.#gather();
    this.#end(code, reason);
  }

  /** Hands everything that was received to the store, and waits until it has it. Never, while it cannot take it. */
  saveNow(): Promise<void> {
    this.#gather();
    return this.settle();
  }

  /** Waits until the store has everything. Never, while it cannot take it. */
  settle(): Promise<void> {
    this.#commits.hurry();
    return new Promise((resolve) => this.#commits.whenCommitted(resolve));
  }

  /** Closes the room for good: what the store does not have yet is given up. */
  async discard(code: CloseCode, reason: string): Promise<void> {
    this.#end(code, reason);
    await this.#commits.stop();
    await this.#compaction.settled();
  }

  /** Leaves little to read for whoever opens the document next. Waits for it; a failure changes nothing. */
  tidyUp(): Promise<void> {
    return this.#compaction.tidyUp();
  }

  #receiveUpdate(
    from: Connection,
    { update, outline, isAnswer }: Extract<ClientMessage, { kind: "update" }>,
  ): void {
    if (!from.canWrite) {
      this.#options.events.updateDropped(update.byteLength);
      return;
    }
    this.#updates.push({
      update,
      outline,
      isAnswer,
      author: authorOf(from, this.#presence.jsonOf(from)),
      at: Date.now(),
      from,
    });
    this.#schedule();
  }

  #receivePresence(connection: Connection, entries: Parameters<PresenceTable<Connection>["claim"]>[1]): void {
    const isFirst = this.#presence.entryOf(connection) === null;
    let { heldBy, returnedAtClock } = this.#presence.claim(connection, entries);
    if (heldBy instanceof PersonElsewhere) {
      // Whoever speaks here is here: the other server has not noticed yet that they have left it.
      this.#elsewhere.forget(heldBy);
      ({ heldBy, returnedAtClock } = this.#presence.claim(connection, entries));
    }
    if (heldBy instanceof Connection) heldBy.probe();
    this.#report.speaks(connection);
    if (isFirst) this.#report.peopleChanged();
    const own = entries[0];
    if (returnedAtClock !== undefined && own) {
      // Others know that it left at this clock. Told the same, a stock client says that it is here, with a later one.
      connection.send(presenceFrame([{ clientId: own.clientId, clock: returnedAtClock, json: null }]));
    }
    this.#options.events.presenceReceived();
    if (this.#presence.hasChanges) this.#schedule();
  }

  #receiveAckRequest(connection: Connection, number: number): void {
    if (!connection.wantsAcks) return;
    this.#acks.ask(connection, number);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isClosed) return;
    const updates = this.#updates.length > 0 || this.#acks.areAsked;
    this.#pace.schedule({ updates, presence: this.#presence.hasChanges }, this.#audience.size);
  }

  #gather(): void {
    this.#pace.stop();
    if (this.#isClosed) return;
    const { relay, writers, entries } = this.#applyUpdates();
    if (this.#isBroken) {
      this.#seeWhetherLeft();
      return;
    }
    const sendsPresence =
      this.#presence.hasChanges && this.#pace.sendsPresence(relay !== null, this.#audience.size);
    const presence = sendsPresence ? presenceFrame(this.#presence.takeChanges()) : null;
    if (sendsPresence) this.#report.presenceSent();
    // Whoever wrote alone has what was written.
    const [first] = writers;
    const writer = writers.size === 1 && first ? first : null;
    try {
      this.#audience.tell({ update: relay ? updateFrame(relay) : null, presence, writer });
    } finally {
      // People first: what the store is handed goes to another thread, which takes longer than telling a few people.
      this.#commits.push(entries);
    }
    this.#acks.answer();
    if (this.#presence.hasChanges) this.#schedule();
    if (writers.size > 0) this.#seeWhetherLeft();
  }

  /** Whoever wrote may have left meanwhile, and have written nothing new: then no commit asks whether the room is needed. */
  #seeWhetherLeft(): void {
    if (this.#audience.size === 0) this.#options.onSettled(this);
  }

  /** What is new for everybody, if there is something, of whom it is, and what the store must have of it. */
  #applyUpdates(): AppliedNow {
    const gathered = this.#updates;
    const nothing = { relay: null, writers: new Set<Connection>(), entries: [] };
    if (gathered.length === 0) return nothing;
    this.#updates = [];
    this.#pace.updatesAreSent();
    this.#options.events.updatesReceived(gathered.length);
    try {
      const { relay, entries, incomplete, refused, resumed } = this.#document.apply(gathered);
      const handled = [...resumed, ...gathered];
      this.#noteMissing(handled, new Set(incomplete));
      for (const { from } of refused) from.close(CLOSE_CODE.malformed, "cannot be applied");
      return { relay, writers: new Set(handled.map(({ from }) => from)), entries };
    } catch (error) {
      const senders = new Set(gathered.map(({ from }) => from));
      // Of several, nobody can tell who it was: each comes back, and whoever does it again is alone some time.
      if (senders.size === 1)
        for (const from of senders) from.close(CLOSE_CODE.malformed, "cannot be applied");
      this.#break(error);
      return nothing;
    }
  }

  /** The document in memory is half changed: everybody comes back to the one in the store, and brings what it lacks. */
  #break(error: unknown): void {
    this.#options.events.broke(this.docId, error);
    this.#isBroken = true;
    this.#end(CLOSE_CODE.tryLater, "reopening");
    this.#seeWhetherLeft();
  }

  #noteMissing(handled: readonly Gathered[], incomplete: ReadonlySet<Gathered>): void {
    for (const update of handled) {
      const { from, isAnswer } = update;
      if (isAnswer) this.#missing.noteAnswer(from);
      else if (!incomplete.has(update)) this.#missing.noteComplete(from, update);
      else if (this.connections.has(from)) {
        this.#missing.noteIncomplete(from, update, () => this.#document.stateVector());
      }
    }
  }

  #onCommitted(refs: readonly RowRef[], entries: readonly LogEntry[], waitedMs: number): void {
    this.#options.events.committed(waitedMs);
    this.#options.others?.noteCommitted(
      refs,
      entries.map(({ update }) => update),
    );
    this.#tellStoreState(false);
    this.#compaction.stored(refs, this.#isClosed);
    this.#options.onSettled(this);
  }

  /** Tells those who wait to hear that their changes are saved, where it is news. */
  #tellStoreState(isFailing: boolean): void {
    if (isFailing === this.#isStoreFailing) return;
    this.#isStoreFailing = isFailing;
    this.#audience.tellAcknowledged(storeStateFrame(isFailing));
  }

  #end(code: CloseCode, reason: string): void {
    this.#pace.stop();
    this.#report.stop();
    this.#isClosed = true;
    for (const connection of this.connections) connection.close(code, reason);
    this.#document.destroy();
  }
}
