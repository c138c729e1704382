import type { Action } from "./Action.ts";
import { clearSelection } from "./clearSelection.ts";
import { connect } from "./connect.ts";
import { deleteSelection } from "./deleteSelection.ts";
import { duplicate } from "./duplicate.ts";
import { fit } from "./fit.ts";
import { nextFinding } from "./nextFinding.ts";
import { previousFinding } from "./previousFinding.ts";
import { redo } from "./redo.ts";
import { rename } from "./rename.ts";
import { selectAll } from "./selectAll.ts";
import { showShortcutsSheet } from "./showShortcutsSheet.ts";
import { toggleSelection } from "./toggleSelection.ts";
import { undo } from "./undo.ts";
import { zoomIn } from "./zoomIn.ts";
import { zoomOut } from "./zoomOut.ts";

/** Every command, in the order in which the sheet of shortcuts lists them. */
export const actions: readonly Action[] = [
  undo,
  redo,
  rename,
  duplicate,
  deleteSelection,
  selectAll,
  toggleSelection,
  clearSelection,
  connect,
  fit,
  zoomIn,
  zoomOut,
  nextFinding,
  previousFinding,
  showShortcutsSheet,
];
