import { useSession } from "../sync/sessionContext.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ForgetForm } from "./ForgetForm.tsx";
import { askWhatToForget, useForgetStore } from "./forgetStore.ts";

/** Asks what this device shall forget. */
export function ForgetDialog() {
  const session = useSession();
  const isAsking = useForgetStore((state) => state.isAsking);
  const close = () => askWhatToForget(false);
  return (
    <Dialog title="Forget on this device" isOpen={isAsking} onClose={close}>
      <ForgetForm session={session} onCancel={close} />
    </Dialog>
  );
}
