import type { RefObject } from "react";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { ConnectDialog } from "./ConnectDialog.tsx";
import { ChangeMenu, ConnectionMenu } from "./ConnectionMenu.tsx";
import { ContextMenu } from "./ContextMenu.tsx";
import { FollowHint } from "./FollowHint.tsx";
import { PickingHint } from "./PickingHint.tsx";
import { PlacingHint } from "./PlacingHint.tsx";
import { QuickAdd } from "./QuickAdd.tsx";
import { ShortcutsSheet } from "./ShortcutsSheet.tsx";
import { TouchGestures } from "./TouchGestures.tsx";

/** What the canvas asks in dialogs and small panels. */
export function CanvasDialogs({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const canEdit = useCanEdit();
  return (
    <>
      {canEdit && (
        <>
          <QuickAdd room={room} />
          <ConnectionMenu room={room} />
          <ChangeMenu room={room} />
          <ConnectDialog />
          <PlacingHint />
          <PickingHint />
        </>
      )}
      <FollowHint />
      <ContextMenu />
      <TouchGestures room={room} />
      <ShortcutsSheet />
    </>
  );
}
