import { Suspense, useState } from "react";
import { useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { loadLater } from "../ui/loadLater.ts";

const ForgetForm = loadLater(async () => (await import("./ForgetForm.tsx")).ForgetForm);

/** A button by which somebody deletes what this device keeps of the map, or of all maps: for a computer that is not theirs. */
export function ForgetDevice() {
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setIsOpen(true)}>
        Forget on this device …
      </Button>
      <Dialog title="Forget on this device" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Suspense fallback={<p role="status">Loading …</p>}>
          <ForgetForm session={session} onCancel={() => setIsOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  );
}
