import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";
import { setConnecting } from "./canvasStore.ts";

/** The card from which a connection starts whose other end is being picked on the map; undefined while nothing is picked. */
export const usePickStore = create<{ readonly from: string | undefined }>()(() => ({ from: undefined }));

/** Lets the other end of a connection be picked on the map: with a click, a tap, or the arrow keys and Enter. */
export function startPicking(from: string): void {
  usePickStore.setState({ from });
}

/** Ends that. Says whether there was anything to end. */
export function stopPicking(): boolean {
  if (usePickStore.getState().from === undefined) return false;
  usePickStore.setState({ from: undefined });
  return true;
}

/** Takes a card as the other end, and asks beside a point of the screen what the connection is. */
export function pickTarget(to: string, at: Point): void {
  const { from } = usePickStore.getState();
  if (from === undefined || from === to) return;
  stopPicking();
  setConnecting({ step: "choice", from, to, at });
}
