import { create } from "zustand";
import type { Region } from "../../shared/view/SavedView.ts";

/** What knows which part of the map is to be seen, and shows another; the canvas is it while it is on screen. */
export interface RegionControl {
  /** The part of the map that nothing covers, in map units. */
  current(): Region;
  show(region: Region): void;
  /** Puts the middle of what is to be seen at a point of the map, without motion. */
  centreOn(point: { readonly x: number; readonly y: number }): void;
}

/** Undefined while there is no canvas. */
export const useRegionStore = create<{ readonly control: RegionControl | undefined }>()(() => ({
  control: undefined,
}));
