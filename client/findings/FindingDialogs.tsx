import { type ComponentType, useEffect, useState } from "react";
import { showToast } from "../ui/toasts.ts";
import { closeFindingDialog, type FindingDialog, useFindingDialog } from "./findingDialogs.ts";

/** What every dialog of the findings is given: what was asked for, and how to close it. */
export interface FindingDialogProps<Kind extends FindingDialog["kind"]> {
  readonly asked: Extract<FindingDialog, { readonly kind: Kind }>;
  readonly onClose: () => void;
}

type AnyDialog = ComponentType<{ readonly asked: FindingDialog; readonly onClose: () => void }>;

/** Each is loaded when it is first asked for. */
const LOAD = {
  accept: async () => (await import("./AcceptDialog.tsx")).AcceptDialog as AnyDialog,
  rules: async () => (await import("./RulesDialog.tsx")).RulesDialog as AnyDialog,
  regime: async () => (await import("./RegimeDialog.tsx")).RegimeDialog as AnyDialog,
} satisfies Record<FindingDialog["kind"], () => Promise<AnyDialog>>;

/** Where the dialogs of the findings open, whoever asks for them. */
export function FindingDialogs() {
  const asked = useFindingDialog((state) => state.asked);
  const [loaded, setLoaded] = useState<{
    readonly kind: FindingDialog["kind"];
    readonly Dialog: AnyDialog;
  }>();
  const kind = asked?.kind;
  useEffect(() => {
    if (kind === undefined) return;
    let isGone = false;
    LOAD[kind]().then(
      (Dialog) => {
        if (!isGone) setLoaded({ kind, Dialog });
      },
      () => {
        if (isGone) return;
        closeFindingDialog();
        showToast(
          "This part of Plumbline could not be loaded. Try again in a moment; if the connection is fine, reload the page.",
          "failure",
        );
      },
    );
    return () => {
      isGone = true;
    };
  }, [kind]);
  if (asked === undefined || loaded?.kind !== asked.kind) return null;
  return <loaded.Dialog asked={asked} onClose={closeFindingDialog} />;
}
