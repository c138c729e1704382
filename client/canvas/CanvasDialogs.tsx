import { useCanEdit } from "../sync/sessionContext.tsx";
import { ConnectDialog } from "./ConnectDialog.tsx";
import { ConnectionMenu } from "./ConnectionMenu.tsx";
import { QuickAdd } from "./QuickAdd.tsx";
import { ShortcutsSheet } from "./ShortcutsSheet.tsx";

/** What the canvas asks in dialogs and small panels. */
export function CanvasDialogs() {
  const canEdit = useCanEdit();
  return (
    <>
      {canEdit && (
        <>
          <QuickAdd />
          <ConnectionMenu />
          <ConnectDialog />
        </>
      )}
      <ShortcutsSheet />
    </>
  );
}
