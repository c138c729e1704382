import { useEffect, useRef } from "react";
import { editName, useCanvasStore } from "../canvas/canvasStore.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { useOutlineStore } from "./outlineStore.ts";
import { goHome, type ShownOutline } from "./useOutline.ts";
import { useSelectAfterPause } from "./useSelectAfterPause.ts";

/**
 * What is selected on the map is the current row, and the current row is what is selected on the map: the panel beside the outline
 * follows. A name that the map would ask for is asked for in its row.
 */
export function useCurrentOnMap(shown: ShownOutline): void {
  const { snapshots } = useSession();
  const newest = useRef(shown);
  newest.current = shown;
  /** What has been selected or is to be named and is not in the outline yet: the map is read again in a moment. */
  const awaited = useRef<{ readonly id: string; readonly isRenamed: boolean }>(undefined);
  useEffect(() => {
    const wanted = awaited.current;
    if (wanted !== undefined && goHome(shown, wanted.id, wanted.isRenamed)) awaited.current = undefined;
  }, [shown]);

  // Before the next, which would say that the row of last time is selected now.
  useEffect(() => {
    const follow = ({
      selection,
      editingName,
    }: {
      selection: readonly string[];
      editingName?: string | undefined;
    }) => {
      const { elementById, relationById } = snapshots.get();
      if (editingName !== undefined) {
        editName(undefined);
        if (!goHome(newest.current, editingName, true))
          awaited.current = { id: editingName, isRenamed: true };
        return;
      }
      const [id] = selection;
      if (id === undefined || standsFor(newest.current, id)) return;
      const home = elementById.has(id) ? id : relationById.get(id)?.from;
      if (home !== undefined && !goHome(newest.current, home))
        awaited.current = { id: home, isRenamed: false };
    };
    follow(useCanvasStore.getState());
    return useCanvasStore.subscribe((now, before) => {
      if (now.selection !== before.selection || now.editingName !== before.editingName) follow(now);
    });
  }, [snapshots]);

  useFollowAcrossSections(shown);
  const current = shown.rows[shown.currentIndex]?.node;
  const id = current?.element?.id;
  const key = current?.key;
  const isFirst = useRef(true);
  const selectAfterPause = useSelectAfterPause();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current row selects something else, even the same element at another place.
  useEffect(() => {
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (id === undefined || (wasFirst && useCanvasStore.getState().selection.length > 0)) return;
    if (standsFor(newest.current, useCanvasStore.getState().selection[0])) return;
    selectAfterPause([id]);
  }, [id, key]);
}

/** What is current stays current where a change of the map gives it another place: another kind, a first connection. */
function useFollowAcrossSections(shown: ShownOutline): void {
  const { snapshots } = useSession();
  const newest = useRef(shown);
  newest.current = shown;
  const last = useRef<string>(undefined);
  const { outline } = shown;
  useEffect(() => {
    const { current } = useOutlineStore.getState();
    const isShown =
      outline === newest.current.outline && newest.current.rows.some(({ node }) => node.key === current);
    if (isShown || current === undefined || last.current === undefined) return;
    if (snapshots.get().elementById.has(last.current)) goHome(newest.current, last.current);
  }, [outline, snapshots]);
  useEffect(() => {
    const { current } = useOutlineStore.getState();
    const row = shown.rows.find(({ node }) => node.key === current);
    if (row !== undefined) last.current = row.node.element?.id;
  }, [shown]);
}

/** Whether the current row is about an element or relation already. */
function standsFor({ rows, currentIndex }: ShownOutline, id: string | undefined): boolean {
  const node = rows[currentIndex]?.node;
  return id !== undefined && (node?.element?.id === id || node?.via?.relation.id === id);
}
