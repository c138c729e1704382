import type { MapSession } from "../sync/MapSession.ts";

export const ACTION_GROUPS = ["Edit", "Arrange", "Move and connect", "Find", "View", "Help"] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export type ContextMenuKind = "card" | "connection" | "several" | "ground";

/**
 * One command of the person in front of the map. Actions act on what is selected, and where nothing is, on the card that
 * has the focus.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: ActionGroup;
  /** Other words by which people look for it. */
  readonly keywords?: string;
  /** What it would do now, where that says more than the label: "Undo: Move City Hospital". */
  labelNow?(session: MapSession): string | undefined;
  /** Why it cannot run now, where the person can do something about it: "Select a card first". */
  whyNot?(session: MapSession): string | undefined;
  /** Only its keys make sense of it: it is listed among the shortcuts, and in no menu and no palette. */
  readonly keyOnly?: true;
  /** The context menus that offer it: of a card, of a connection, of several of them selected, of the ground. */
  readonly menus?: readonly ContextMenuKind[];
  /** Keys such as `Mod+Z`, `Shift+1` or `?`; `Mod` is Command on a Mac and Control elsewhere. The first is the one shown. */
  readonly shortcuts: readonly string[];
  /** Where the keys work: with the focus on the canvas (or nowhere), also on what stands at its edges, or anywhere outside a text field; or by the browser, which makes an event of them. */
  readonly keysWork: "on-canvas" | "around-canvas" | "anywhere" | "by-browser";
  /** Whether it writes the map, and so is only for those who may edit. */
  readonly writes: boolean;
  /** What it does is seen on the drawn map only: from the outline and the tables, the palette leads there. */
  readonly onDrawing?: true;
  /** Whether it can run now. */
  enabled(session: MapSession): boolean;
  /** Runs it; `shortcut` is the one that was pressed. Nothing happens if it is not enabled. What is large is loaded here (`import()`), not at the top of the file. */
  run(session: MapSession, shortcut?: string): void | Promise<void>;
}

/** Runs an action if the person may and can. Says whether it ran. */
export function runAction(action: Action, session: MapSession, shortcut?: string): boolean {
  if ((action.writes && !session.canEdit) || !action.enabled(session)) return false;
  void action.run(session, shortcut);
  return true;
}
