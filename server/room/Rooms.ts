import { CLOSE_CODE, type CloseCode } from "../../shared/protocol/closeCodes.ts";
import type { Bus, Subscription } from "../bus/Bus.ts";
import type { Notice } from "../bus/Notices.ts";
import { type DocStore, newestOf, type RowRef, type StoredDocument } from "../storage/DocStore.ts";
import { eraseName } from "./authorOf.ts";
import { migrateStored } from "./migrateStored.ts";
import { Room } from "./Room.ts";
import type { RoomEvents } from "./RoomEvents.ts";

export interface RoomsOptions {
  readonly documents: DocStore;
  readonly events: RoomEvents;
  /** What becomes of the logs of maps. Default: nothing but the state is kept. */
  readonly history?: RoomHistory;
  /** What the other servers do, where there are any. */
  readonly bus?: Bus | undefined;
  /** Tells the other servers, where there are any. Default: there are none. */
  announce?(notice: Notice): Promise<void>;
  /** How long an empty room is kept for those who come back. */
  readonly emptyRoomMs: number;
  /** Told of a map's title when it may have changed. */
  onTitle(mapId: string, title: string): void;
}

/** The history of maps, as rooms need it. */
export interface RoomHistory {
  /** Makes history of a map's log. Answers with the last row that became history. */
  digest(mapId: string): Promise<RowRef>;
  /** Everything of a map is gone. */
  remove(mapId: string): Promise<void>;
}

/** A map's main document exists since the map was made; its talk begins with the first word. */
export type DocumentKind = "map" | "talk";

/** The id under which a document of a map is stored. */
export function docIdOf(mapId: string, kind: DocumentKind): string {
  return kind === "map" ? mapId : `${mapId}/talk`;
}

/** The document cannot be opened, now or for good. */
export class CannotOpenRoom extends Error {
  override readonly name = "CannotOpenRoom";
}

/** The rooms that are open. Each document is loaded once, however many ask at the same moment, and a load that fails opens nothing. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #opening = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  readonly #emptyTimers = new Map<string, NodeJS.Timeout>();
  readonly #deleting = new Set<string>();
  readonly #titles = new Map<string, string>();
  readonly #subscriptions = new Map<string, Subscription>();
  #isClosing = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
  }

  get openRooms(): readonly Room[] {
    return [...this.#open.values()];
  }

  /** Whether something still waits for a store that has refused it. */
  get isStoreFailing(): boolean {
    return this.openRooms.some(({ commits }) => commits.isFailing);
  }

  /**
   * The room of a document, loading it where it is not open. Join it before anything else is awaited.
   * @throws CannotOpenRoom where the map is being deleted or its document is missing; StoreError or another where it cannot be read.
   */
  async open(mapId: string, kind: DocumentKind): Promise<Room> {
    if (this.#isClosing) throw new CannotOpenRoom("The server is going down.");
    if (this.#deleting.has(mapId)) throw new CannotOpenRoom("The map is being deleted.");
    const docId = docIdOf(mapId, kind);
    const open = this.#open.get(docId);
    if (open && !open.isClosed) return open;
    const opening = this.#opening.get(docId) ?? this.#load(mapId, kind, docId, open);
    this.#opening.set(docId, opening);
    try {
      return await opening;
    } finally {
      if (this.#opening.get(docId) === opening) this.#opening.delete(docId);
    }
  }

  /**
   * Everything of a map's main document as it stands, without opening a room for it. `null` = never existed.
   * @throws StoreError where it cannot be read.
   */
  async readMap(mapId: string): Promise<readonly Uint8Array[] | null> {
    await this.#opening.get(mapId)?.catch(() => {});
    const room = this.#open.get(mapId);
    if (room && !room.isClosed) return [room.encodeState()];
    await room?.settle();
    const stored = await this.#options.documents.load(mapId);
    return stored?.updates ?? null;
  }

  /** Waits until the store has everything of a map's main document that was received by now. Never, while it cannot take it. */
  async saveNow(mapId: string): Promise<void> {
    await this.#opening.get(mapId)?.catch(() => {});
    const room = this.#open.get(mapId);
    await (room?.isClosed ? room.settle() : room?.saveNow());
  }

  /** Closes the connections of one link, wherever they are. */
  closeLink(linkId: string, code: CloseCode, reason: string): void {
    for (const room of this.#open.values()) {
      for (const connection of room.connections) {
        if (connection.link.id === linkId) connection.close(code, reason);
      }
    }
  }

  /** Nothing is heard of another server any more: its people are gone. */
  dropServer(server: string): void {
    for (const room of this.#open.values()) room.dropServer(server);
  }

  /** Says who is here, and asks who is elsewhere: the servers have not heard each other for a while. */
  introduceAll(): void {
    for (const room of this.#open.values()) if (!room.isClosed) room.introduce();
  }

  /** Ends the rooms of a map that another server has deleted. */
  endMap(mapId: string): void {
    for (const kind of ["map", "talk"] as const) this.#end(docIdOf(mapId, kind));
  }

  /** Lets nobody who is on a map now write under a name any more. @param organisation `null`: whatever it is. */
  async eraseName(mapId: string, name: string, organisation: string | null): Promise<void> {
    this.eraseNameHere(mapId, name, organisation);
    await this.#options.announce?.({ kind: "name-erased", mapId, name, organisation });
  }

  /** The same on this server alone. */
  eraseNameHere(mapId: string, name: string, organisation: string | null): void {
    for (const kind of ["map", "talk"] as const) {
      for (const connection of this.#open.get(docIdOf(mapId, kind))?.connections ?? [])
        eraseName(connection, { name, organisation });
    }
  }

  /** Ends a map's rooms and removes its documents; `afterwards` runs before anybody can ask for the map again. */
  async deleteMap(mapId: string, afterwards: () => Promise<void>): Promise<void> {
    this.#deleting.add(mapId);
    try {
      for (const kind of ["map", "talk"] as const) {
        const docId = docIdOf(mapId, kind);
        await this.#opening.get(docId)?.catch(() => {});
        await this.#open.get(docId)?.discard(CLOSE_CODE.noSuchMap, "deleted");
        this.#forget(docId);
        await this.#options.documents.remove(docId);
      }
      await this.#options.history?.remove(mapId);
      await afterwards();
      await this.#options.announce?.({ kind: "map-deleted", mapId });
    } finally {
      this.#deleting.delete(mapId);
    }
  }

  /** Sends everybody away for good and waits, at most so long, until the store has everything. Says what it did not get. */
  async close(longestWaitMs: number): Promise<readonly string[]> {
    await this.drain(longestWaitMs);
    const unsaved = this.openRooms.filter((room) => !room.isSettled);
    for (const room of unsaved) void room.discard(CLOSE_CODE.restart, "restarting");
    return unsaved.map((room) => room.docId);
  }

  /**
   * Sends everybody away, lets nobody in until `reopen`, and waits, at most so long, until the store has everything. Answers
   * whether it has; what it does not have goes on being tried.
   */
  async drain(longestWaitMs: number): Promise<boolean> {
    this.#isClosing = true;
    await Promise.allSettled(this.#opening.values());
    const rooms = this.openRooms;
    for (const timer of this.#emptyTimers.values()) clearTimeout(timer);
    for (const room of rooms) room.close(CLOSE_CODE.restart, "restarting");
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, longestWaitMs);
    });
    await Promise.race([Promise.all(rooms.map((room) => room.settle())), timeout]);
    clearTimeout(timer);
    for (const room of rooms) if (room.isSettled) this.#forget(room.docId);
    return rooms.every((room) => room.isSettled);
  }

  /** Lets people in again after `drain`; each document is read anew. */
  reopen(): void {
    this.#isClosing = false;
  }

  async #load(mapId: string, kind: DocumentKind, docId: string, closing: Room | undefined): Promise<Room> {
    // A room that was closed under its people may still be writing: the store is read after that.
    await closing?.settle();
    const startedMs = performance.now();
    this.#unsubscribe(docId);
    let room: Room | undefined;
    const others = await this.#options.bus?.subscribe(docId, {
      onRows: (updates) => room?.receiveStored(updates),
      onSaid: (server, message) => room?.receiveReport(server, message),
      onGone: () => this.#end(docId),
    });
    let stored: StoredDocument | null;
    try {
      ({ room, stored } = await this.#read(mapId, kind, docId, others));
    } catch (error) {
      others?.end();
      throw error;
    }
    this.#open.set(docId, room);
    if (others) this.#subscriptions.set(docId, others);
    others?.start(newestOf(stored?.refs ?? []));
    room.introduce();
    const bytes = (stored?.updates ?? []).reduce((sum, update) => sum + update.byteLength, 0);
    this.#options.events.loaded(bytes, performance.now() - startedMs);
    if (kind === "map") this.#titles.set(docId, room.title);
    this.#onSettled(mapId, kind, room);
    return room;
  }

  async #read(
    mapId: string,
    kind: DocumentKind,
    docId: string,
    others: Subscription | undefined,
  ): Promise<{ readonly room: Room; readonly stored: StoredDocument | null }> {
    const stored = await this.#options.documents.load(docId);
    if (!stored && kind === "map") throw new CannotOpenRoom("The map's document is missing.");
    const { documents, events, history } = this.#options;
    const digest = history && kind === "map" ? () => history.digest(mapId) : null;
    const roomOf = (document: StoredDocument | null): Room => {
      const onSettled = () => this.#onSettled(mapId, kind, room);
      const room = new Room(
        { docId, documents, events, digest, onSettled, ...(others && { others }) },
        document,
      );
      return room;
    };
    const room = roomOf(stored);
    if (!stored || !room.needsMigration) return { room, stored };
    const migrated = await migrateStored(documents, docId, stored);
    return { room: roomOf(migrated), stored: migrated };
  }

  #onSettled(mapId: string, kind: DocumentKind, room: Room): void {
    if (this.#open.get(room.docId) !== room) return;
    if (kind === "map" && room.title !== this.#titles.get(room.docId)) {
      this.#titles.set(room.docId, room.title);
      this.#options.onTitle(mapId, room.title);
    }
    if (room.isClosed && room.isSettled) this.#forget(room.docId);
    else if (room.isIdle) this.#startEmptyTimer(room);
  }

  #startEmptyTimer(room: Room): void {
    clearTimeout(this.#emptyTimers.get(room.docId));
    const timer = setTimeout(() => void this.#unload(room), this.#options.emptyRoomMs);
    timer.unref();
    this.#emptyTimers.set(room.docId, timer);
  }

  async #unload(room: Room): Promise<void> {
    if (!room.isIdle || room.isClosed) return;
    await room.tidyUp();
    if (!room.isIdle || room.isClosed || this.#open.get(room.docId) !== room) return;
    room.close(CLOSE_CODE.restart, "empty");
    this.#forget(room.docId);
  }

  #end(docId: string): void {
    void this.#open.get(docId)?.discard(CLOSE_CODE.noSuchMap, "deleted");
    this.#forget(docId);
  }

  #unsubscribe(docId: string): void {
    this.#subscriptions.get(docId)?.end();
    this.#subscriptions.delete(docId);
  }

  #forget(docId: string): void {
    this.#unsubscribe(docId);
    clearTimeout(this.#emptyTimers.get(docId));
    this.#emptyTimers.delete(docId);
    this.#titles.delete(docId);
    this.#open.delete(docId);
  }
}
