import { create } from "zustand";
import type { Draft } from "./draft.ts";

interface DraftStore {
  /** Unsaved drafts of this tab by {@link draftKey}; they outlive the field, so choosing something else loses none. */
  readonly drafts: Readonly<Record<string, Draft>>;
}

export const useDraftStore = create<DraftStore>()(() => ({ drafts: {} }));

/** The name under which the draft for a field of one map is kept. */
export function draftKey(mapId: string, id: string, field: string): string {
  return JSON.stringify([mapId, id, field]);
}

/** Keeps a draft, or forgets it (undefined). */
export function setDraft(key: string, draft: Draft | undefined): void {
  useDraftStore.setState(({ drafts }) => {
    const { [key]: _before, ...others } = drafts;
    return { drafts: draft === undefined ? others : { ...others, [key]: draft } };
  });
}
