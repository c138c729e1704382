import { type RefObject, useEffect, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { reveal } from "../canvas/canvasStore.ts";
import { findingShown, showFinding, usePanelStore } from "../panels/panelStore.ts";
import { findingButton } from "./findingButton.ts";
import { setCurrentFinding, showAllFindings, stepMade, useFindingsView } from "./findingsViewStore.ts";
import { stepFrom } from "./stepFrom.ts";

/**
 * Makes the step that somebody has asked for: the next finding, or the one before, is shown on the map and wanted on the list.
 * @param steps what can be stepped through, in the order of the list.
 */
export function useFindingSteps(steps: readonly CheckedFinding[]): void {
  const step = useFindingsView((state) => state.step);
  const current = useFindingsView((state) => state.current);
  const lastIndex = useRef(-1);
  useEffect(() => {
    const index = steps.findIndex(({ key }) => key === current);
    if (index >= 0) lastIndex.current = index;
  }, [steps, current]);
  useEffect(() => {
    if (step === undefined) return;
    stepMade();
    const keys = steps.map(({ key }) => key);
    const key = stepFrom(keys, current, lastIndex.current, step.by);
    const finding = steps[key === undefined ? -1 : keys.indexOf(key)];
    if (finding === undefined) return;
    reveal(finding.subjects);
    showFinding(finding.key);
  }, [step, steps, current]);
}

/**
 * Brings a finding that was asked for (by a step, a badge or the inspector) into view and gives its card the focus, once it is drawn.
 * One that the list leaves out brings the whole list back.
 * @param listed what is listed, with its place; the cards up to the wanted one are drawn.
 */
export function useWantedFinding(
  list: RefObject<HTMLElement | null>,
  findings: readonly CheckedFinding[],
  listed: readonly CheckedFinding[],
): void {
  const wanted = usePanelStore((state) => state.wantedFinding);
  useEffect(() => {
    if (wanted === undefined) return;
    if (!listed.some(({ key }) => key === wanted)) {
      if (findings.some(({ key }) => key === wanted)) showAllFindings();
      return;
    }
    const button = findingButton(list.current, wanted);
    if (button === null) return;
    setCurrentFinding(wanted);
    bringIntoView(button.closest("article") ?? button);
    button.focus({ preventScroll: true });
    findingShown();
  }, [list, wanted, findings, listed]);
}

/** A card that is to be seen whole stays where it is; any other is brought to the top, as a long one would hide its title or its buttons. */
function bringIntoView(card: Element): void {
  const { top, bottom } = card.getBoundingClientRect();
  const room = card.closest("[role=tabpanel]")?.getBoundingClientRect();
  if (room !== undefined && top >= room.top && bottom <= room.bottom) return;
  card.scrollIntoView({ block: "start" });
}
