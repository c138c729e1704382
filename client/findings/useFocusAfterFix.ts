import { type RefObject, useEffect, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { findingButton } from "./findingButton.ts";

/** When the fixed finding goes, its button takes the focus with it: give the focus to the next finding, or to the heading. */
export function useFocusAfterFix(
  list: RefObject<HTMLElement | null>,
  headingId: string,
  open: readonly CheckedFinding[],
): (key: string) => void {
  const fixed = useRef<{ key: string; index: number }>(undefined);
  useEffect(() => {
    const waiting = fixed.current;
    if (waiting === undefined || open.some((finding) => finding.key === waiting.key)) return;
    fixed.current = undefined;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const next = open[Math.min(waiting.index, open.length - 1)];
    const target =
      next === undefined ? document.getElementById(headingId) : findingButton(list.current, next.key);
    target?.focus();
  }, [list, headingId, open]);
  return (key) => {
    fixed.current = { key, index: open.findIndex((finding) => finding.key === key) };
  };
}
