import { useDraftStore } from "../../../client/panels/inspector/draftStore.ts";

/** The texts that wait in cells and fields. */
export function draftTexts(): string[] {
  return Object.values(useDraftStore.getState().drafts).map(({ text }) => text);
}

/** Forgets all of them. */
export function resetDrafts(): void {
  useDraftStore.setState({ drafts: {} });
}
