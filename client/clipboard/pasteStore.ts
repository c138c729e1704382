import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";

/** A text that is to become cards, and where it came from. */
export interface PasteRequest {
  /** Undefined: the person pastes or types it into the dialog. */
  readonly text: string | undefined;
  /** The cells of a table that the clipboard offered besides. */
  readonly cells?: readonly (readonly string[])[] | undefined;
  readonly fileName?: string | undefined;
  /** Where the cards are wanted, in map units. Undefined: near the middle of what is visible. */
  readonly near?: Point | undefined;
}

/** The list or table that the dialog is asking about. */
export const usePasteStore = create<{ readonly request: PasteRequest | undefined }>()(() => ({
  request: undefined,
}));

/** Opens the dialog for a list or a table. */
export function openPasteDialog(request: PasteRequest): void {
  usePasteStore.setState({ request });
}

/** Puts it away; nothing is added. */
export function closePasteDialog(): void {
  usePasteStore.setState({ request: undefined });
}
