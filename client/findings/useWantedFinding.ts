import { type RefObject, useEffect } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { findingShown, usePanelStore } from "../panels/panelStore.ts";
import { findingButton } from "./findingButton.ts";

/** Brings a finding that was asked for elsewhere into view and gives it the focus, once it is on the list. */
export function useWantedFinding(
  list: RefObject<HTMLElement | null>,
  findings: readonly CheckedFinding[],
  showsAll: boolean,
): void {
  const wanted = usePanelStore((state) => state.wantedFinding);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the list follows from the findings and from whether all are shown.
  useEffect(() => {
    const button = wanted === undefined ? null : findingButton(list.current, wanted);
    if (button === null) return;
    button.scrollIntoView({ block: "center" });
    button.focus({ preventScroll: true });
    findingShown();
  }, [list, wanted, findings, showsAll]);
}
