import type { RefObject } from "react";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { loadLater } from "../ui/loadLater.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { usePasteStore } from "./pasteStore.ts";
import { useClipboardEvents } from "./useClipboardEvents.ts";

const PasteDialog = loadLater(async () => (await import("./PasteDialog.tsx")).PasteDialog);

/** Everything between the canvas and the clipboard, or files from this device. */
export function Clipboard({ container }: { readonly container: RefObject<HTMLElement | null> }) {
  useClipboardEvents(container);
  const request = usePasteStore((state) => state.request);
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  return (
    <>
      <FileDrop container={container} />
      {request !== undefined && <PasteDialog request={request} />}
    </>
  );
}
