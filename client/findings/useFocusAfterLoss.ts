import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { findingButton } from "./findingButton.ts";
import { useFindingDialog } from "./findingDialogs.ts";

const ELSEWHERE_FOR_A_WHILE = "[role=dialog], [role=alertdialog], [role=menu]";

/**
 * A card that goes (it was fixed or accepted, or somebody else has mended it) takes the focus with it: give the focus to the card that
 * has moved up to its place, or to the heading. Whoever has turned to something else meanwhile is left there. The same after a dialog
 * whose button went while it was open.
 */
export function useFocusAfterLoss(
  list: RefObject<HTMLElement | null>,
  headingId: string,
  listed: readonly CheckedFinding[],
): void {
  const focused = useRef<{ readonly place: string; index: number }>(undefined);
  const now = useRef(listed);
  useEffect(() => {
    const follow = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest(ELSEWHERE_FOR_A_WHILE) !== null) return;
      const card = list.current?.contains(target) === true ? target.closest("article") : null;
      const place = card?.dataset.place;
      focused.current = place === undefined ? undefined : { place, index: indexOn(now.current, place) };
    };
    document.addEventListener("focusin", follow);
    document.addEventListener("pointerdown", follow);
    return () => {
      document.removeEventListener("focusin", follow);
      document.removeEventListener("pointerdown", follow);
    };
  }, [list]);
  const moveOn = useCallback(() => {
    if ((document.activeElement ?? document.body) !== document.body) return;
    const next = now.current[Math.min(Math.max(focused.current?.index ?? -1, 0), now.current.length - 1)];
    const target =
      focused.current === undefined || next === undefined
        ? document.getElementById(headingId)
        : findingButton(list.current, next.key);
    focused.current = undefined;
    target?.focus();
  }, [list, headingId]);
  useEffect(() => {
    now.current = listed;
    if (focused.current === undefined) return;
    const index = indexOn(listed, focused.current.place);
    if (index >= 0) focused.current.index = index;
    moveOn();
  }, [listed, moveOn]);
  useAfterDialog(moveOn);
}

/** Does something once a dialog of the findings has closed, and has given the focus back if it could. */
function useAfterDialog(act: () => void): void {
  const isOpen = useFindingDialog(({ asked }) => asked !== undefined);
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      requestAnimationFrame(() => requestAnimationFrame(act));
    };
  }, [isOpen, act]);
}

function indexOn(listed: readonly CheckedFinding[], place: string): number {
  return listed.findIndex((finding) => placeOnList(finding) === place);
}

/** Tells the cards of a list apart; a finding that is accepted changes its place. */
export function placeOnList({ key, accepted }: CheckedFinding): string {
  return `${accepted === true ? "accepted" : "open"} ${key}`;
}
