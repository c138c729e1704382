import { create } from "zustand";
import type { FixPreview } from "../../shared/rules/previewFix.ts";

/** What a fix would change, as long as somebody looks at it: the canvas shows it in outline. */
export const usePreviewStore = create<{ readonly preview: FixPreview | undefined }>()(() => ({
  preview: undefined,
}));

/** Shows in outline what a fix would do. */
export function showPreview(preview: FixPreview): void {
  usePreviewStore.setState({ preview });
}

/** Puts a preview away, unless another is shown already. */
export function hidePreview(preview: FixPreview): void {
  if (usePreviewStore.getState().preview === preview) usePreviewStore.setState({ preview: undefined });
}
