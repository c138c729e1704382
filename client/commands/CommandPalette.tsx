import { useLayoutEffect } from "react";
import { matchesShortcut } from "../actions/shortcut.ts";
import { showCommands } from "../actions/showCommands.ts";
import { useCanvasKeyboard } from "../canvas/useCanvasKeyboard.ts";
import { LiveSession } from "../sync/sessionContext.tsx";
import { loadOnUse } from "../ui/loadLater.tsx";
import { askFor, openCommands, useCommandStore } from "./commandStore.ts";

const CommandDialog = loadOnUse(async () => (await import("./CommandDialog.tsx")).CommandDialog);
const AboutDialog = loadOnUse(async () => (await import("./AboutDialog.tsx")).AboutDialog);
const TourDialog = loadOnUse(async () => (await import("../tour/TourDialog.tsx")).TourDialog);
const Tour = loadOnUse(async () => (await import("../tour/Tour.tsx")).Tour);
const ShareDialog = loadOnUse(async () => (await import("../shell/share/ShareDialog.tsx")).ShareDialog);

/** Keys, the list of commands and what is opened from it: for the map in every way of showing it. Each dialog is loaded when it is first asked for. */
export function CommandPalette() {
  const isOpen = useCommandStore((state) => state.isOpen);
  const startText = useCommandStore((state) => state.startText);
  const dialog = useCommandStore((state) => state.dialog);
  useCanvasKeyboard();
  useCommandKey();
  const close = () => askFor(undefined);
  return (
    <>
      {isOpen && <CommandDialog startText={startText} />}
      {dialog === "about" && <AboutDialog onClose={close} />}
      {dialog === "tour" && <TourDialog onClose={close} />}
      {dialog === "share" && (
        <LiveSession>
          <ShareDialog onClose={close} />
        </LiveSession>
      )}
      <Tour />
    </>
  );
}

/** Unlike other shortcuts this one works in text fields too; not over a dialog, which is answered first. */
function useCommandKey(): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || !showCommands.shortcuts.some((keys) => matchesShortcut(keys, event))) return;
      event.preventDefault();
      const isAsked = document.querySelector("[role=dialog], [role=alertdialog]") !== null;
      if (!isAsked) openCommands();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
