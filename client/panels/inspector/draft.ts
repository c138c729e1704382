/** What somebody has typed into a field and not saved yet. */
export interface Draft {
  readonly text: string;
  /** What the field showed when the typing began: if the map says something else now, somebody has changed it meanwhile. */
  readonly startedFrom: string;
}

export type DraftState =
  /** Nothing unsaved: the field shows what the map says. */
  | "saved"
  /** Typed and not saved; the map still says what it said when the typing began. */
  | "unsaved"
  /** Typed and not saved, and the map says something else by now. */
  | "changed-meanwhile";

/** What the field shows: the draft where there is one, else what the map says. */
export function shownText(draft: Draft | undefined, stored: string): string {
  return draft?.text ?? stored;
}

/** How a draft stands to what the map says now. */
export function draftState(draft: Draft | undefined, stored: string): DraftState {
  if (draft === undefined || draft.text === stored) return "saved";
  return draft.startedFrom === stored ? "unsaved" : "changed-meanwhile";
}

/**
 * The draft after more typing, or undefined where the text is back at what the map says. The first keystroke
 * remembers what the map said; later ones keep that, so that a change by somebody else is not overlooked.
 */
export function typed(draft: Draft | undefined, text: string, stored: string): Draft | undefined {
  if (text === stored) return undefined;
  return { text, startedFrom: draft === undefined ? stored : draft.startedFrom };
}
