import { create } from "zustand";

/** Whether somebody is being asked what this device shall forget. */
export const useForgetStore = create<{ readonly isAsking: boolean }>()(() => ({ isAsking: false }));

/** Opens or closes the question. */
export function askWhatToForget(isAsking: boolean): void {
  useForgetStore.setState({ isAsking });
}
