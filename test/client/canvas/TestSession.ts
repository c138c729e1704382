import * as Y from "yjs";
import type { LiveDrag, MapSession, Presence } from "../../../client/sync/MapSession.ts";
import { type Editor, edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { SnapshotStore } from "../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";

const SAVED = { kind: "saved" } as const;

/** A session over a real document, with nobody else in it and no server behind it. What presence was told is kept. */
export class TestSession implements MapSession {
  readonly id = "test";
  readonly role = "editor";
  readonly doc = new Y.Doc();
  readonly snapshots: SnapshotStore;
  readonly history: UndoHistory;
  readonly presence: Presence;
  readonly drags: (LiveDrag | undefined)[] = [];
  /** How many updates the document has made: what would go over the wire. */
  updates = 0;
  canEdit = true;

  readonly connection = {
    state: () => SAVED,
    loaded: () => true,
    subscribe: () => () => {},
  };

  constructor(map: SystemMap) {
    seedDocument(this.doc, map);
    this.snapshots = new SnapshotStore(this.doc);
    this.history = new UndoHistory(this.doc);
    this.doc.on("update", () => {
      this.updates += 1;
    });
    this.presence = {
      setIdentity: () => {},
      setCursor: () => {},
      setSelection: () => {},
      setDrag: (drag) => this.drags.push(drag),
      setField: () => {},
      setView: () => {},
      others: () => [],
      ownColour: () => "#005eb8",
      subscribe: () => () => {},
    };
  }

  perform(label: string, change: (editor: Editor) => void, mergeKey?: string): void {
    if (this.canEdit) this.history.record(label, edit(this.doc, change), mergeKey);
  }

  undo(): void {
    this.history.undo();
  }

  redo(): void {
    this.history.redo();
  }

  mayGo(): boolean {
    return true;
  }

  async forgetCopy(): Promise<void> {
    this.destroy();
  }

  destroy(): void {
    this.snapshots.destroy();
  }

  /** The element with this id, as the map has it now. */
  element(id: string) {
    return this.snapshots.get().elementById.get(id);
  }
}
