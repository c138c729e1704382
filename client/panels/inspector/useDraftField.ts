import { useEffect, useRef, useState } from "react";
import type { Field } from "../../../shared/model/field.ts";
import { announce } from "../panelStore.ts";
import { type DraftState, draftState, shownText, typed } from "./draft.ts";
import { setDraft, useDraftStore } from "./draftStore.ts";
import { type Reading, readText, textOf } from "./fieldText.ts";

const pauseBeforeSavingMs = 600;
/** Whoever is still typing is not told off for what is half written. */
const pauseBeforeProblemMs = 1_200;

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
  /** The most characters that a text may have here. */
  readonly mostCharacters?: number | undefined;
  /** Texts save after a pause in typing; figures only on Enter or on leaving the field. */
  readonly savesInPauses: boolean;
  /** Whether what the field belongs to can be written now. As long as it cannot, the draft is kept. */
  readonly canSave: () => boolean;
  /** Writes the value. The second argument is the same for everything that is typed during one visit to the field. */
  readonly save: (value: FieldValue, visit: string) => void;
}

export interface DraftField {
  readonly text: string;
  readonly state: DraftState;
  /** What is wrong with the draft, once its owner has paused or tried to save it. */
  readonly problem: string | undefined;
  /** How the draft is understood as it stands; undefined where nothing is typed or it cannot be read. */
  readonly reading: FieldValue;
  /** Whether the draft was typed before: its owner has not been in the field since the page was loaded or the field was shown. */
  readonly isFromBefore: boolean;
  type(text: string): void;
  /** Saves what can be read. What somebody has changed meanwhile is overwritten only where `overwrite` says so. */
  commit(overwrite: boolean): void;
  /** Forgets the draft: the field shows what the map says. */
  discard(): void;
  beginVisit(): void;
  /** Saves as `commit` does, and ends the visit. */
  endVisit(): void;
}

/** A field that is edited by typing: keeps the draft, saves it, and never loses it to a change from elsewhere. */
export function useDraftField(options: DraftFieldOptions): DraftField {
  const { key, label, field, stored, required, savesInPauses, mostCharacters } = options;
  const draft = useDraftStore((state) => state.drafts[key]);
  const [tried, setTried] = useState(true);
  const [hasVisited, setVisited] = useState(false);
  const visit = useRef(0);
  /** What was typed last in this visit and has been saved since; undefined where nothing was. */
  const savedText = useRef<string>(undefined);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const storedText = textOf(field, stored);
  const state = draftState(draft, storedText);
  const read = (text: string): Reading => readText(field, text, required, mostCharacters);
  const reading = draft === undefined ? undefined : read(draft.text);
  const stopTimers = () => {
    for (const timer of timers.current.splice(0)) clearTimeout(timer);
  };

  const commit = (overwrite: boolean) => {
    stopTimers();
    const latest = useDraftStore.getState().drafts[key];
    const latestState = draftState(latest, storedText);
    setTried(true);
    if (!options.canSave()) return;
    if (latest === undefined || latestState === "saved") return setDraft(key, undefined);
    if (latestState === "changed-meanwhile" && !overwrite) return;
    const result = read(latest.text);
    if (!result.ok) return announce(`${label}: ${result.problem}`);
    setDraft(key, undefined);
    savedText.current = latest.text;
    if (result.value !== stored) options.save(result.value, `${key}#${visit.current}`);
  };
  /** A field that goes (another element is chosen, the panel folds away, somebody deletes the element) is left without a blur. */
  const leave = () => {
    if (options.canSave()) return commit(false);
    stopTimers();
    const text = savedText.current;
    if (text !== undefined && useDraftStore.getState().drafts[key] === undefined)
      setDraft(key, { text, startedFrom: text });
  };
  const newest = useRef({ commit, leave });
  useEffect(() => {
    newest.current = { commit, leave };
  });
  useEffect(() => {
    if (state === "changed-meanwhile")
      announce(`${label}: somebody else has changed it. What you typed is kept.`);
  }, [state, label]);
  useEffect(() => () => newest.current.leave(), []);

  return {
    text: shownText(draft, storedText),
    state,
    problem: tried && state !== "saved" && reading?.ok === false ? reading.problem : undefined,
    reading: reading?.ok === true ? reading.value : undefined,
    isFromBefore: state === "unsaved" && !hasVisited,
    type(text) {
      if (draft === undefined || read(text).ok) setTried(false);
      setDraft(key, typed(draft, text, storedText));
      stopTimers();
      timers.current.push(setTimeout(() => setTried(true), pauseBeforeProblemMs));
      if (savesInPauses)
        timers.current.push(setTimeout(() => newest.current.commit(false), pauseBeforeSavingMs));
    },
    commit,
    discard() {
      stopTimers();
      setDraft(key, undefined);
    },
    beginVisit() {
      visits += 1;
      visit.current = visits;
      savedText.current = undefined;
      setVisited(true);
    },
    endVisit() {
      commit(false);
      if (options.canSave()) savedText.current = undefined;
    },
  };
}
