import { create } from "zustand";
import { select, useCanvasStore } from "../canvas/canvasStore.ts";

/** What can be opened from the list of commands and the help menu besides panels. */
export type CommandDialog = "share" | "about" | "tour";

interface CommandState {
  readonly isOpen: boolean;
  /** What the search starts with. */
  readonly startText: string;
  /** The dialog that has been asked for. */
  readonly dialog: CommandDialog | undefined;
}

/** Whether the list of commands is open, or a dialog of its own that it leads to. */
export const useCommandStore = create<CommandState>()(() => ({
  isOpen: false,
  startText: "",
  dialog: undefined,
}));

/** Opens the list of commands, with something searched for already or with nothing. They are about the card that had the focus: it is selected. */
export function openCommands(startText = ""): void {
  const { focused, selection } = useCanvasStore.getState();
  if (focused !== undefined && !selection.includes(focused)) select([focused]);
  useCommandStore.setState({ isOpen: true, startText });
}

/** Closes it. */
export function closeCommands(): void {
  useCommandStore.setState({ isOpen: false });
}

/** Opens a dialog, or with undefined closes the one that is open. */
export function askFor(dialog: CommandDialog | undefined): void {
  useCommandStore.setState({ dialog });
}
