import { openCommands } from "../commands/commandStore.ts";
import type { Action } from "./Action.ts";

/** Opens the list of everything that can be done. */
export const showCommands: Action = {
  id: "commands",
  label: "All commands",
  group: "Help",
  keywords: "command palette search do",
  shortcuts: ["Mod+K"],
  keysWork: "anywhere",
  writes: false,
  keyOnly: true,
  enabled: () => true,
  run: () => openCommands(),
};
