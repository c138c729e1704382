import { create } from "zustand";

interface HistoryView {
  /** The key of the person whose changes alone are listed; undefined: everybody’s. */
  readonly person: string | undefined;
  /** Whether only what concerns the selection on the map is listed. */
  readonly isAboutSelection: boolean;
}

const EVERYTHING: HistoryView = { person: undefined, isAboutSelection: false };

/** What of the history this tab lists. */
export const useHistoryView = create<HistoryView>()(() => EVERYTHING);

/** Lists less, or more. */
export function changeHistoryView(change: Partial<HistoryView>): void {
  useHistoryView.setState(change);
}

/** Lists everything again. */
export function showWholeHistory(): void {
  useHistoryView.setState(EVERYTHING);
}
