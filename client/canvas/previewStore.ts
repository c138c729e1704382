import { create } from "zustand";
import type { FixPreview } from "../../shared/rules/previewFix.ts";

/** What the canvas shows in outline over the map: what a fix would change, or what differs from another moment. */
export interface MapOutlines
  extends Pick<FixPreview, "addedElements" | "addedRelations" | "touched" | "removed"> {
  /** What stands above each card. Left out: “New” above those that a fix would add, and nothing above others. */
  readonly words?: { readonly added: string; readonly touched: string; readonly removed: string };
}

/** What is shown in outline now. */
export const usePreviewStore = create<{ readonly preview: MapOutlines | undefined }>()(() => ({
  preview: undefined,
}));

/** Shows something in outline, in the place of what was shown before. */
export function showPreview(preview: MapOutlines): void {
  usePreviewStore.setState({ preview });
}

/** Puts outlines away, unless others are shown already. */
export function hidePreview(preview: MapOutlines): void {
  if (usePreviewStore.getState().preview === preview) usePreviewStore.setState({ preview: undefined });
}
