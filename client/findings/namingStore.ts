import { create } from "zustand";

/** The element whose name this person is typing, elsewhere than on its card; undefined once the field is left. */
export const useNamingStore = create<{ readonly inField: string | undefined }>()(() => ({
  inField: undefined,
}));

/** Says that the name of an element has the focus in a field, or none any more. */
export function setNaming(id: string | undefined): void {
  useNamingStore.setState({ inField: id });
}
