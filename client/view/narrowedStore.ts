import { create } from "zustand";

/** How much of the map filter and focus leave. */
export interface Narrowed {
  readonly shownCards: number;
  readonly allCards: number;
  /** Ids of cards and connections that have come since, and that are left out. */
  readonly addedOutside: readonly string[];
}

/** Undefined where nothing narrows the map. */
export const useNarrowedStore = create<{ readonly narrowed: Narrowed | undefined }>()(() => ({
  narrowed: undefined,
}));

/** Says how much is left now. */
export function setNarrowed(narrowed: Narrowed | undefined): void {
  useNarrowedStore.setState({ narrowed });
}

/** "12 of 31 cards"; undefined where nothing narrows the map. */
export function narrowedWords(): string | undefined {
  const { narrowed } = useNarrowedStore.getState();
  return narrowed && `${narrowed.shownCards} of ${narrowed.allCards} cards`;
}
