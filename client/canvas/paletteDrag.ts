import { create } from "zustand";
import type { Point } from "../../shared/model/field.ts";

/** Under this type a drag from the palette carries the id of its item. */
export const PALETTE_DATA_TYPE = "application/x-plumbline-palette-item";

/** Whether a drag carries a palette item. */
export function carriesPaletteItem(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes(PALETTE_DATA_TYPE) ?? false;
}

/** What a finger or a pen carries from the palette, and where it is on the screen. (A mouse does it with the browser's own drag and drop.) */
export interface Carried {
  readonly itemId: string;
  readonly at: Point;
}

interface CarryState {
  readonly carried: Carried | undefined;
  /** What has been let go, for the canvas to take. */
  readonly dropped: Carried | undefined;
}

export const useCarryStore = create<CarryState>()(() => ({ carried: undefined, dropped: undefined }));

/** A finger or pen carries an item to here. */
export function carry(carried: Carried): void {
  useCarryStore.setState({ carried });
}

/** It is let go here: the canvas takes it if it lies below. */
export function dropCarried(): void {
  const { carried } = useCarryStore.getState();
  useCarryStore.setState({ carried: undefined, dropped: carried });
}

/** It is not carried any further. */
export function stopCarrying(): void {
  useCarryStore.setState({ carried: undefined });
}
