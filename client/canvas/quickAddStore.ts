import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";

/** What the small form for a new card is asked for. */
export interface QuickAddQuestion {
  /** Where the new card goes, in map units; undefined: near the middle of what is visible, or beside the card that it is connected to. */
  readonly centre: Point | undefined;
  /** Where the question stands, in screen pixels. */
  readonly screen: Point;
  /** Id of the card that the new one is connected to. */
  readonly from?: string | undefined;
  /** Id of the palette item that it starts with. */
  readonly itemId?: string | undefined;
}

interface QuickAddState {
  /** Undefined while nothing is asked. */
  readonly open: QuickAddQuestion | undefined;
  /** The palette item that was added last, which is offered first. */
  readonly lastItem: string | undefined;
}

/** The small form that a double-click on the ground opens. */
export const useQuickAddStore = create<QuickAddState>()(() => ({ open: undefined, lastItem: undefined }));

/** Asks for the name and the kind of a new card. */
export function openQuickAdd(
  centre: Point | undefined,
  screen: Point,
  { from, itemId }: Pick<QuickAddQuestion, "from" | "itemId"> = {},
): void {
  useQuickAddStore.setState({ open: { centre, screen, from, itemId } });
}

/** Puts the question away. */
export function closeQuickAdd(addedItem?: string): void {
  useQuickAddStore.setState({
    open: undefined,
    ...(addedItem !== undefined && { lastItem: addedItem }),
  });
}
