import { create } from "zustand";

/** The id of the element that is being put into a place; undefined while none is. */
export const usePlaceStore = create<{ readonly element: string | undefined }>()(() => ({
  element: undefined,
}));

/** Asks into which place an element goes; undefined ends it. */
export function askForPlace(element: string | undefined): void {
  usePlaceStore.setState({ element });
}
