import { useEffect, useRef, useState } from "react";
import type { Field } from "../../../shared/model/field.ts";
import { announce } from "../panelStore.ts";
import { type DraftState, draftState, shownText, typed } from "./draft.ts";
import { setDraft, useDraftStore } from "./draftStore.ts";
import { readText, textOf } from "./fieldText.ts";

const pauseBeforeSavingMs = 600;

/** How often a field of this tab has been entered: what is typed during one visit is one step of the history. */
let visits = 0;

export type FieldValue = string | number | undefined;

export interface DraftFieldOptions {
  /** Name of the draft; see `draftKey`. */
  readonly key: string;
  /** What the field is called on screen. */
  readonly label: string;
  readonly field: Field<unknown>;
  readonly stored: unknown;
  /** Whether the field must have a value. */
  readonly required: boolean;
  /** Texts save after a pause in typing; figures only on Enter or on leaving the field. */
  readonly savesInPauses: boolean;
  /** Writes the value. The second argument is the same for everything that is typed during one visit to the field. */
  readonly save: (value: FieldValue, visit: string) => void;
}

export interface DraftField {
  readonly text: string;
  readonly state: DraftState;
  /** What is wrong with the draft, once its owner has tried to save it. */
  readonly problem: string | undefined;
  type(text: string): void;
  /** Saves what can be read. What somebody has changed meanwhile is overwritten only where `overwrite` says so. */
  commit(overwrite: boolean): void;
  /** Forgets the draft: the field shows what the map says. */
  discard(): void;
  beginVisit(): void;
}

/** A field that is edited by typing: keeps the draft, saves it, and never loses it to a change from elsewhere. */
export function useDraftField(options: DraftFieldOptions): DraftField {
  const { key, label, field, stored, required, savesInPauses } = options;
  const draft = useDraftStore((state) => state.drafts[key]);
  const [tried, setTried] = useState(true);
  const visit = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const storedText = textOf(field, stored);
  const state = draftState(draft, storedText);
  const reading = draft === undefined ? undefined : readText(field, draft.text, required);

  const commit = (overwrite: boolean) => {
    clearTimeout(timer.current);
    const latest = useDraftStore.getState().drafts[key];
    const latestState = draftState(latest, storedText);
    setTried(true);
    if (latest === undefined || latestState === "saved") return setDraft(key, undefined);
    if (latestState === "changed-meanwhile" && !overwrite) return;
    const result = readText(field, latest.text, required);
    if (!result.ok) return announce(`${label}: ${result.problem}`);
    setDraft(key, undefined);
    if (result.value !== stored) options.save(result.value, `${key}#${visit.current}`);
  };
  const newestCommit = useRef(commit);
  useEffect(() => {
    newestCommit.current = commit;
  });
  useEffect(() => {
    if (state === "changed-meanwhile")
      announce(`${label}: somebody else has changed it. What you typed is kept.`);
  }, [state, label]);
  // A field that goes (another element is chosen, the panel folds away) is left without a blur.
  useEffect(() => () => newestCommit.current(false), []);

  return {
    text: shownText(draft, storedText),
    state,
    problem: tried && state !== "saved" && reading?.ok === false ? reading.problem : undefined,
    type(text) {
      if (draft === undefined) setTried(false);
      setDraft(key, typed(draft, text, storedText));
      clearTimeout(timer.current);
      if (savesInPauses) timer.current = setTimeout(() => newestCommit.current(false), pauseBeforeSavingMs);
    },
    commit,
    discard() {
      clearTimeout(timer.current);
      setDraft(key, undefined);
    },
    beginVisit() {
      visits += 1;
      visit.current = visits;
    },
  };
}
