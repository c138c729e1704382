import { create } from "zustand";

const LEAVE_DELAY_MS = 160;

/** The card under the pointer. It stays a moment after the pointer has left, so that the handles beside the card can be reached. */
export const useHoverStore = create<{ readonly hovered: string | undefined }>()(() => ({
  hovered: undefined,
}));

let leaving: ReturnType<typeof setTimeout> | undefined;

/** The pointer has come over a card, or left it. */
export function setHovered(id: string | undefined): void {
  clearTimeout(leaving);
  if (id !== undefined) useHoverStore.setState({ hovered: id });
  else leaving = setTimeout(() => useHoverStore.setState({ hovered: undefined }), LEAVE_DELAY_MS);
}
