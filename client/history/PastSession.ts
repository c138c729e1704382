import * as Y from "yjs";
import { edit } from "../../shared/document/edit.ts";
import { seedDocument } from "../../shared/document/seed.ts";
import { SnapshotStore } from "../../shared/document/snapshot.ts";
import { UndoHistory } from "../../shared/document/undo.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import type { MapSession, Person, Presence } from "../sync/MapSession.ts";

const SAVED = { kind: "saved" } as const;
const NOBODY: readonly Person[] = [];
const doNothing = () => {};
const neverChanges = () => doNothing;

/** A map as it was, to look at: nobody else is in it, nothing can be written, and no server knows of it. */
export class PastSession implements MapSession {
  readonly id: string;
  readonly role: MapSession["role"];
  readonly doc = new Y.Doc();
  readonly snapshots: SnapshotStore;
  readonly history: UndoHistory;
  readonly presence: Presence;
  readonly canEdit = false;
  readonly connection = { state: () => SAVED, loaded: () => true, subscribe: neverChanges };

  /** @param live whose map it was. */
  constructor(live: MapSession, map: SystemMap) {
    this.id = live.id;
    this.role = live.role;
    seedDocument(this.doc, map);
    this.snapshots = new SnapshotStore(this.doc);
    this.history = new UndoHistory(this.doc);
    this.presence = {
      setIdentity: doNothing,
      setCursor: doNothing,
      setSelection: doNothing,
      setDrag: doNothing,
      setField: doNothing,
      setView: doNothing,
      others: () => NOBODY,
      ownColour: () => live.presence.ownColour(),
      subscribe: neverChanges,
    };
  }

  /** Shows another moment: what is the same in both stays as it is on the screen. */
  show(map: SystemMap): void {
    edit(this.doc, (editor) => editor.restore(map, { moment: 0, at: "" }));
  }

  perform(): void {}
  undo(): void {}
  redo(): void {}

  mayGo(): boolean {
    return true;
  }

  async forgetCopy(): Promise<void> {}

  destroy(): void {
    this.snapshots.destroy();
    this.doc.destroy();
  }
}
