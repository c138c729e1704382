import { create } from "zustand";
import type { Regime } from "../../shared/model/systemMap.ts";

/** What the findings ask in a dialog, one at a time. */
export type FindingDialog =
  /** The room accepts the finding with this key. */
  | { readonly kind: "accept"; readonly key: string }
  /** What each rule is set to; `rule` is looked up first. */
  | { readonly kind: "rules"; readonly rule: string | undefined }
  /** What another regime would change, before it is switched to. */
  | { readonly kind: "regime"; readonly regime: Regime };

/** The dialog that has been asked for. */
export const useFindingDialog = create<{ readonly asked: FindingDialog | undefined }>()(() => ({
  asked: undefined,
}));

/** Opens a dialog; it is loaded when it is first asked for. */
export function openFindingDialog(asked: FindingDialog): void {
  useFindingDialog.setState({ asked });
}

/** Closes whichever is open. */
export function closeFindingDialog(): void {
  useFindingDialog.setState({ asked: undefined });
}
