import * as Y from "yjs";
import type { Place } from "../../../client/sync/ConnectionState.ts";
import type { LocalCopy } from "../../../client/sync/LocalCopy.ts";
import { type Editor, edit } from "../../../shared/document/edit.ts";

/** A copy that a test holds in its hand: what was kept, what was counted, and whether the disk works. */
export class FakeCopy implements LocalCopy {
  readonly inherited: number;
  place: Place = "device";
  isWriting = false;
  isRemoved = false;
  isInheritedConfirmed = false;
  count = 0;
  readonly #stored = new Y.Doc();
  #doc: Y.Doc | undefined;
  readonly #listeners: (() => void)[] = [];

  /** A copy of the document as it is now, with so many edits that no server has confirmed. */
  constructor(doc: Y.Doc, inherited: number) {
    Y.applyUpdate(this.#stored, Y.encodeStateAsUpdate(doc));
    this.inherited = inherited;
  }

  /** Changes what is stored, as another tab or an earlier visit would. */
  edit(change: (editor: Editor) => void): void {
    edit(this.#stored, change);
  }

  async open(doc: Y.Doc): Promise<LocalCopy> {
    this.#doc = doc;
    this.bring();
    return this;
  }

  /** Reads what is stored into the document. */
  bring(): void {
    if (this.#doc !== undefined) Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(this.#stored), this);
  }

  fail(): void {
    this.place = "tab";
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  keepCount(edits: number): void {
    this.count = edits;
  }

  inheritedIsConfirmed(): void {
    this.isInheritedConfirmed = true;
  }

  async close(): Promise<void> {}

  async remove(): Promise<void> {
    this.isRemoved = true;
  }
}
