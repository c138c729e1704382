export const COMMAND_GROUPS = ["Commands", "Show and open", "Add to the map", "Go to"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One entry of the list of commands. */
export interface Command {
  /** Unique within the list, and the same tomorrow: what was used last is remembered by it. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  /** What it is besides: the kind of a card. */
  readonly detail?: string | undefined;
  /** Other words by which people look for it. */
  readonly keywords?: string | undefined;
  /** As an action has it: `Mod+Z`. */
  readonly shortcut?: string | undefined;
  /** Why it cannot run now; undefined where it can. */
  readonly whyNot?: string | undefined;
  /** Whether it is shown before anything is searched for; default true. */
  readonly onlyInSearch?: boolean | undefined;
  readonly run: () => void;
}
