import { type ComponentType, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { showToast } from "../ui/toasts.ts";

type ShareDialog = ComponentType<{ readonly onClose: () => void }>;

/** Opens the dialog that gives out links, which is loaded when it is first asked for. */
export function ShareButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [Dialog, setDialog] = useState<ShareDialog>();
  const open = async () => {
    try {
      const { ShareDialog } = await import("./share/ShareDialog.tsx");
      setDialog(() => ShareDialog);
      setIsOpen(true);
    } catch {
      showToast(
        "Sharing could not be loaded. Try again in a moment; if the connection is fine, reload the page.",
        "failure",
      );
    }
  };
  return (
    <>
      <Button onPress={() => void open()}>Share</Button>
      {isOpen && Dialog !== undefined && <Dialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
