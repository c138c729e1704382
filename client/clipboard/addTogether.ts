import type { Editor } from "../../shared/document/edit.ts";
import type { FieldChange } from "../../shared/formats/table/Proposal.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { formatCount } from "../../shared/model/money.ts";
import { newId } from "../../shared/model/newId.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { focusOn, select, useCanvasStore } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { pageIsFree } from "./slices.ts";

/** What is added to the map in one step of the history. */
export interface Addition {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly changes?: readonly FieldChange[];
}

const writesAtOnce = 120;

/** Why so much cannot be added to this map; undefined where it can. */
export function tooMuchFor(session: MapSession, { elements, relations }: Addition): string | undefined {
  const { map } = session.snapshots.get();
  const all = map.elements.length + map.relations.length + elements.length + relations.length;
  if (all <= LIMITS.mapRecords) return undefined;
  return `The map would have ${formatCount(all)} cards and connections. It may have ${formatCount(LIMITS.mapRecords)}: paste less, or into another map.`;
}

/** Adds cards and connections in one step of the history. Much is written in pieces, so that the page goes on meanwhile. */
export async function addTogether(session: MapSession, label: string, addition: Addition): Promise<void> {
  const { elements, relations, changes = [] } = addition;
  const writes: ((editor: Editor) => void)[] = [
    ...elements.map((element) => (editor: Editor) => editor.addElement(element)),
    ...relations.map((relation) => (editor: Editor) => editor.addRelation(relation)),
    ...changes.map(
      ({ id, field, value }) =>
        (editor: Editor) =>
          editor.setField(id, field, value),
    ),
  ];
  const mergeKey = `paste ${newId()}`;
  for (let start = 0; start < writes.length; start += writesAtOnce) {
    if (start > 0) await pageIsFree();
    const piece = writes.slice(start, start + writesAtOnce);
    session.perform(
      label,
      (editor) => {
        for (const write of piece) write(editor);
      },
      mergeKey,
    );
  }
}

/** Selects what has just been added, gives the first card the focus, and brings it into view with what it is joined to. */
export function showAdded({ elements, relations }: Addition): void {
  const ids = elements.map(({ id }) => id);
  const [first] = ids;
  const joined = relations.flatMap(({ from, to }) => [from, to]);
  select(ids.length > 0 ? ids : relations.map(({ id }) => id));
  if (first === undefined) return;
  focusOn(first);
  useCanvasStore.getState().viewport?.bringIntoView([...new Set([...ids, ...joined])]);
}
