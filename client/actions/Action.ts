import type { MapSession } from "../sync/MapSession.ts";

/**
 * One command of the person in front of the map. Actions act on what is selected, and where nothing is, on the card that
 * has the focus.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: "Edit" | "Move and connect" | "View" | "Help";
  /** Keys such as `Mod+Z`, `Shift+1` or `?`; `Mod` is Command on a Mac and Control elsewhere. The first is the one shown. */
  readonly shortcuts: readonly string[];
  /** Where the keys work: with the focus on the canvas (or nowhere), or anywhere outside a text field. */
  readonly keysWork: "on-canvas" | "anywhere";
  /** Whether it writes the map, and so is only for those who may edit. */
  readonly writes: boolean;
  /** Whether it can run now. */
  enabled(session: MapSession): boolean;
  /** Runs it. Nothing happens if it is not enabled. */
  run(session: MapSession): void;
}

/** Runs an action if the person may and can. Says whether it ran. */
export function runAction(action: Action, session: MapSession): boolean {
  if ((action.writes && !session.canEdit) || !action.enabled(session)) return false;
  action.run(session);
  return true;
}
