import type { RefObject } from "react";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { ConnectDialog } from "./ConnectDialog.tsx";
import { ConnectionMenu } from "./ConnectionMenu.tsx";
import { QuickAdd } from "./QuickAdd.tsx";
import { ShortcutsSheet } from "./ShortcutsSheet.tsx";

/** What the canvas asks in dialogs and small panels. */
export function CanvasDialogs({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const canEdit = useCanEdit();
  return (
    <>
      {canEdit && (
        <>
          <QuickAdd room={room} />
          <ConnectionMenu room={room} />
          <ConnectDialog />
        </>
      )}
      <ShortcutsSheet />
    </>
  );
}
