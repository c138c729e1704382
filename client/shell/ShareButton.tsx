import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/Button.tsx";

const ShareDialog = lazy(async () => ({ default: (await import("./share/ShareDialog.tsx")).ShareDialog }));

/** Opens the dialog that gives out links. */
export function ShareButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>Share</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
