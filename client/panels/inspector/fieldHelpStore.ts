import { create } from "zustand";
import { deviceStorage } from "../../sync/webStorage.ts";

const KEY = "plumbline.explainsFields";

interface FieldHelpState {
  /** Whether every field is explained. Kept on this device. */
  readonly explainsAll: boolean;
  /** The fields that are explained besides or, with all explained, are not. */
  readonly turned: ReadonlySet<string>;
}

export const useFieldHelpStore = create<FieldHelpState>()(() => ({
  explainsAll: deviceStorage.get(KEY) === "yes",
  turned: new Set(),
}));

/** Explains every field, or none. */
export function explainAll(explainsAll: boolean): void {
  if (explainsAll) deviceStorage.set(KEY, "yes");
  else deviceStorage.remove(KEY);
  useFieldHelpStore.setState({ explainsAll, turned: new Set() });
}

/** Shows or hides what one field means; `field` tells it apart within the panel. */
export function toggleHelp(field: string): void {
  useFieldHelpStore.setState(({ turned }) => {
    const next = new Set(turned);
    if (!next.delete(field)) next.add(field);
    return { turned: next };
  });
}

/** Whether a field is explained now. */
export function useIsExplained(field: string): boolean {
  return useFieldHelpStore(({ explainsAll, turned }) => explainsAll !== turned.has(field));
}
