import type { Action } from "./Action.ts";
import { arrangeActions } from "./arrangeActions.ts";
import { changeConnection, reverseConnection } from "./changeConnection.ts";
import { clearSelection } from "./clearSelection.ts";
import { clipboardActions } from "./clipboardActions.ts";
import { connect, connectOnMap } from "./connect.ts";
import { convert } from "./convert.ts";
import { deleteSelection } from "./deleteSelection.ts";
import { duplicate } from "./duplicate.ts";
import { fit } from "./fit.ts";
import { goAlongConnection, goToNearest } from "./goTo.ts";
import { modeActions } from "./modeActions.ts";
import { nextFinding } from "./nextFinding.ts";
import { previousFinding } from "./previousFinding.ts";
import { quickAdd, quickAddConnected } from "./quickAdd.ts";
import { redo } from "./redo.ts";
import { rename } from "./rename.ts";
import { selectAll } from "./selectAll.ts";
import { showCommands } from "./showCommands.ts";
import { showContextMenu } from "./showContextMenu.ts";
import { showShortcutsSheet } from "./showShortcutsSheet.ts";
import { toggleSelection } from "./toggleSelection.ts";
import { undo } from "./undo.ts";
import { viewActions } from "./viewActions.ts";
import { zoomIn } from "./zoomIn.ts";
import { zoomOut } from "./zoomOut.ts";

/** Every command, in the order in which the sheet of shortcuts lists them. */
export const actions: readonly Action[] = [
  undo,
  redo,
  quickAdd,
  rename,
  duplicate,
  convert,
  ...clipboardActions,
  deleteSelection,
  selectAll,
  toggleSelection,
  clearSelection,
  showContextMenu,
  changeConnection,
  reverseConnection,
  ...arrangeActions,
  connect,
  connectOnMap,
  quickAddConnected,
  goToNearest,
  goAlongConnection,
  ...viewActions,
  ...modeActions,
  fit,
  zoomIn,
  zoomOut,
  nextFinding,
  previousFinding,
  showCommands,
  showShortcutsSheet,
];
