import type * as Y from "yjs";
import type { Editor } from "../../shared/document/edit.ts";
import type { SnapshotStore } from "../../shared/document/snapshot.ts";
import type { UndoHistory } from "../../shared/document/undo.ts";
import type { Point } from "../../shared/model/field.ts";
import type { PresenceField, PresenceView } from "../../shared/protocol/presence.ts";
import type { Role } from "../../shared/protocol/roles.ts";
import type { ConnectionState } from "./ConnectionState.ts";
import type { Route } from "./transport/Route.ts";

/** A drag in progress: what is moved, and how far from where the document has it, in map units. */
export interface LiveDrag {
  readonly ids: readonly string[];
  readonly dx: number;
  readonly dy: number;
}

/** Somebody else who has this map open, as their tab says. One person with two tabs is here twice. */
export interface Person {
  /** Distinguishes tabs; a new one after a reload. */
  readonly clientId: number;
  readonly name: string;
  readonly organisation: string;
  /** Whether the directory says so. */
  readonly verified?: true;
  /** `#rrggbb`; white text on it has a contrast of at least 4.5 to 1. */
  readonly colour: string;
  /** In map units; undefined while the pointer is off the map. */
  readonly cursor: Point | undefined;
  readonly selection: readonly string[];
  readonly drag: LiveDrag | undefined;
  /** The field that they are editing now. */
  readonly field: PresenceField | undefined;
  /** What they see of the map; undefined where their page does not say. */
  readonly view: PresenceView | undefined;
}

/** Who this tab's person says they are. */
export interface Identity {
  readonly name: string;
  readonly organisation: string;
}

/** Who is here, and what they point at. Calls may come at any rate: they are sent about twenty times a second at most, latest wins. */
export interface Presence {
  /** Until this is called, nobody sees this tab. */
  setIdentity(identity: Identity): void;
  setCursor(cursor: Point | undefined): void;
  setSelection(ids: readonly string[]): void;
  /** Undefined ends the drag for everybody: call it after the drop has been written. */
  setDrag(drag: LiveDrag | undefined): void;
  /** The field that has this tab's focus; undefined once it is left. */
  setField(field: PresenceField | undefined): void;
  /** What this tab shows of the map, for those who follow it. */
  setView(view: PresenceView): void;
  /** Everybody else who has said who they are, in order of `clientId`; the same array until something changes. */
  others(): readonly Person[];
  /** The colour that the others see for this tab. */
  ownColour(): string;
  subscribe(listener: () => void): () => void;
}

/** What the save indicator shows. */
export interface Connection {
  /** The same object until something changes. */
  state(): ConnectionState;
  /** Whether the map has been received once; it stays true when the connection goes. */
  loaded(): boolean;
  subscribe(listener: () => void): () => void;
}

/** One map, open in one tab through one link. What the whole interface hangs on. */
export interface MapSession {
  readonly id: string;
  readonly role: Role;
  readonly doc: Y.Doc;
  readonly snapshots: SnapshotStore;
  readonly history: UndoHistory;
  readonly presence: Presence;
  readonly connection: Connection;
  /** How the server is reached; undefined where there is none behind this session. */
  readonly route?: Route;
  /** False for viewers and commenters, before the map is there, after the session has ended, and where the map is of a newer version than this page. */
  readonly canEdit: boolean;
  /**
   * The only way the interface writes: one transaction, one undo step; with the same `mergeKey` as the step before it, one
   * undo step together. Does nothing where `canEdit` is false.
   */
  perform(label: string, change: (editor: Editor) => void, mergeKey?: string): void;
  undo(): void;
  redo(): void;
  /** Whether this tab may be closed without losing a change: the server has confirmed them, or the device keeps them. */
  mayGo(): boolean;
  /** Leaves the map and deletes the copy of it that this tab keeps on the device, with all that it holds. */
  forgetCopy(): Promise<void>;
  /** Leaves the map; the others see it at once. */
  destroy(): void;
}
