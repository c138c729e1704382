import { type RefObject, useEffect, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { findingButton } from "./findingButton.ts";

const ELSEWHERE_FOR_A_WHILE = "[role=dialog], [role=alertdialog], [role=menu]";

/**
 * A card that goes (it was fixed or accepted, or somebody else has mended it) takes the focus with it: give the focus to the card that
 * has moved up to its place, or to the heading. Whoever has turned to something else meanwhile is left there.
 */
export function useFocusAfterLoss(
  list: RefObject<HTMLElement | null>,
  headingId: string,
  listed: readonly CheckedFinding[],
): void {
  const focused = useRef<string>(undefined);
  const places = useRef<readonly string[]>([]);
  useEffect(() => {
    const follow = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest(ELSEWHERE_FOR_A_WHILE) !== null) return;
      const card = list.current?.contains(target) === true ? target.closest("article") : null;
      focused.current = card?.dataset.place;
    };
    document.addEventListener("focusin", follow);
    document.addEventListener("pointerdown", follow);
    return () => {
      document.removeEventListener("focusin", follow);
      document.removeEventListener("pointerdown", follow);
    };
  }, [list]);
  useEffect(() => {
    const before = places.current;
    places.current = listed.map(placeOnList);
    const lost = focused.current;
    if (lost === undefined || (document.activeElement ?? document.body) !== document.body) return;
    const index = places.current.indexOf(lost);
    const place = index >= 0 ? index : Math.min(Math.max(before.indexOf(lost), 0), listed.length - 1);
    const next = listed[place];
    const target =
      next === undefined ? document.getElementById(headingId) : findingButton(list.current, next.key);
    focused.current = undefined;
    target?.focus();
  }, [list, headingId, listed]);
}

/** Tells the cards of a list apart; a finding that is accepted changes its place. */
export function placeOnList({ key, accepted }: CheckedFinding): string {
  return `${accepted === true ? "accepted" : "open"} ${key}`;
}
