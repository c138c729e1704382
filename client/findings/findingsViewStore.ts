import { create } from "zustand";
import type { Severity } from "../../shared/model/systemMap.ts";
import { type FindingsView, WHOLE_VIEW } from "./findingsView.ts";

interface FindingsViewState {
  readonly view: FindingsView;
  /** Id of the organisation that this person has said is theirs. */
  readonly myOrganisation: string | undefined;
  /** Key of the finding that was shown last: next and previous go on from there. */
  readonly current: string | undefined;
  /** A step that somebody has asked for and the list has not made yet; the number makes two steps two. */
  readonly step: { readonly by: 1 | -1; readonly count: number } | undefined;
}

/** What is local to this tab about the list of findings. It outlives the list, which goes while another tab of the panel is open. */
export const useFindingsView = create<FindingsViewState>()(() => ({
  view: WHOLE_VIEW,
  myOrganisation: undefined,
  current: undefined,
  step: undefined,
}));

const { getState, setState } = useFindingsView;

/** Changes what is shown; what is not named stays. */
export function changeView(changes: Partial<FindingsView>): void {
  setState(({ view }) => ({ view: { ...view, ...changes } }));
}

/** Shows only one more severity, or no longer only that one. */
export function toggleSeverity(severity: Severity): void {
  const { severities } = getState().view;
  changeView({
    severities: severities.includes(severity)
      ? severities.filter((each) => each !== severity)
      : [...severities, severity],
  });
}

/** Shows everything again, grouped as before. */
export function showAllFindings(): void {
  setState(({ view }) => ({ view: { ...WHOLE_VIEW, grouping: view.grouping } }));
}

/** Says which organisation is this person’s; undefined: find it by the name that they joined with. */
export function setMyOrganisation(id: string | undefined): void {
  setState({ myOrganisation: id });
}

/** Says which finding is shown now. */
export function setCurrentFinding(key: string | undefined): void {
  if (getState().current !== key) setState({ current: key });
}

/** Asks the list for the next finding, or the one before. */
export function askForStep(by: 1 | -1): void {
  setState(({ step }) => ({ step: { by, count: (step?.count ?? 0) + 1 } }));
}

/** Says that the step has been made. */
export function stepMade(): void {
  setState({ step: undefined });
}
