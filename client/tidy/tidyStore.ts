import { create } from "zustand";

/** Whether a tidy map is being worked out in this tab. */
export const useTidyStore = create<{ readonly isRunning: boolean }>()(() => ({ isRunning: false }));
