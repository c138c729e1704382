import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";

interface QuickAddState {
  /** Where the new card goes, in map units, and where the question stands, in screen pixels; undefined while nothing is asked. */
  readonly open: { readonly centre: Point; readonly screen: Point } | undefined;
  /** The palette item that was added last, which is offered first. */
  readonly lastItem: string | undefined;
}

/** The small form that a double-click on the ground opens. */
export const useQuickAddStore = create<QuickAddState>()(() => ({ open: undefined, lastItem: undefined }));

/** Asks for the name and the kind of a new card. */
export function openQuickAdd(centre: Point, screen: Point): void {
  useQuickAddStore.setState({ open: { centre, screen } });
}

/** Puts the question away. */
export function closeQuickAdd(addedItem?: string): void {
  useQuickAddStore.setState({
    open: undefined,
    ...(addedItem !== undefined && { lastItem: addedItem }),
  });
}
