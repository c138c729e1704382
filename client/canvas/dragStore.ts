import { create } from "zustand";
import type { MapElement } from "../../shared/model/element.ts";
import type { MapSession } from "../sync/MapSession.ts";

/** Cards that this person is moving and has not dropped yet. */
export interface OwnDrag {
  readonly ids: readonly string[];
  readonly idSet: ReadonlySet<string>;
  /** How far they have been moved, in map units. */
  readonly dx: number;
  readonly dy: number;
}

interface DragState {
  readonly own: OwnDrag | undefined;
}

/** The move in progress in this tab. The document hears of it when it is dropped; others see it as presence. */
export const useDragStore = create<DragState>()(() => ({ own: undefined }));

const { getState, setState } = useDragStore;

/** Starts moving elements; what lies in a place moves with it. Nothing starts for somebody who may not edit. */
export function beginDrag(session: MapSession, ids: readonly string[]): void {
  if (!session.canEdit) return;
  const all = withPlaceContents(ids, session.snapshots.get().map.elements);
  if (all.length > 0) setState({ own: { ids: all, idSet: new Set(all), dx: 0, dy: 0 } });
}

/** Moves them to this distance from where they stand in the document. */
export function moveDrag(session: MapSession, dx: number, dy: number): void {
  const { own } = getState();
  if (own === undefined || (own.dx === dx && own.dy === dy)) return;
  setState({ own: { ...own, dx, dy } });
  session.presence.setDrag({ ids: own.ids, dx, dy });
}

/** Drops them: one write, one step of the history. */
export function dropDrag(session: MapSession): void {
  const { own } = getState();
  if (own === undefined) return;
  const { elementById } = session.snapshots.get();
  const moved = own.ids.flatMap((id) => elementById.get(id) ?? []);
  if (moved.length > 0 && (own.dx !== 0 || own.dy !== 0)) {
    session.perform(moveLabel(moved), (editor) => {
      for (const { id, position } of moved)
        editor.setField(id, "position", { ...position, x: position.x + own.dx, y: position.y + own.dy });
    });
  }
  setState({ own: undefined });
  session.presence.setDrag(undefined);
}

/** Puts them back where they were. */
export function cancelDrag(session: MapSession): void {
  const { own } = getState();
  if (own === undefined) return;
  setState({ own: undefined });
  session.presence.setDrag(undefined);
}

function moveLabel(moved: readonly MapElement[]): string {
  const [first] = moved;
  if (moved.length !== 1 || first === undefined) return `Move ${moved.length} cards`;
  return `Move ${first.name.trim() || first.type}`;
}

/** The ids, and after them those of the elements that lie in the places among them. */
function withPlaceContents(ids: readonly string[], elements: readonly MapElement[]): readonly string[] {
  const all = new Set(ids);
  for (const element of elements) {
    if (element.place !== undefined && all.has(element.place)) all.add(element.id);
  }
  return [...all];
}
