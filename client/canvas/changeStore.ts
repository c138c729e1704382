import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";
import { canvasMiddle, screenPointOf } from "./screenPointOf.ts";

/** The relation of which it is asked what else it is, and where on the screen; undefined while nothing is asked. */
export const useChangeStore = create<{
  readonly open: { readonly relation: string; readonly at: Point } | undefined;
}>()(() => ({ open: undefined }));

/** Asks what else a relation is. */
export function askForKind(relation: string): void {
  useChangeStore.setState({ open: { relation, at: screenPointOf(relation) ?? canvasMiddle() } });
}

/** Puts the question away. */
export function stopAskingForKind(): void {
  useChangeStore.setState({ open: undefined });
}
