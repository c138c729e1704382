import { create } from "zustand";
import { deviceStorage, tabStorage } from "../sync/webStorage.ts";

const KEY = "plumbline.tour";

/** The tour of this device: on which practice map, and how far. */
export interface TourPlace {
  readonly mapId: string;
  /** Number of the step, from 0. */
  readonly step: number;
  /** Whether it has been left, and waits to be taken up again. */
  readonly isLeft: boolean;
}

/** The tour; undefined where none has begun. */
export const useTourStore = create<{ readonly place: TourPlace | undefined }>()(() => ({ place: kept() }));

/** Begins the tour on a map that was made for it. */
export function beginTour(mapId: string): void {
  keep({ mapId, step: 0, isLeft: false });
}

const WANTED_KEY = "plumbline.tourWanted";

/** Says that the next practice map that this tab opens is for the tour. */
export function wantTour(): void {
  tabStorage.set(WANTED_KEY, "yes");
}

/** Begins the tour if this tab has opened its practice map for it. */
export function beginWantedTour(mapId: string): void {
  if (tabStorage.get(WANTED_KEY) === undefined) return;
  tabStorage.remove(WANTED_KEY);
  beginTour(mapId);
}

/** Goes to a step. */
export function goToStep(step: number): void {
  const { place } = useTourStore.getState();
  if (place !== undefined) keep({ ...place, step, isLeft: false });
}

/** Leaves the tour; it can be taken up again where it was left. */
export function leaveTour(): void {
  const { place } = useTourStore.getState();
  if (place !== undefined) keep({ ...place, isLeft: true });
}

/** Ends the tour for good. */
export function endTour(): void {
  deviceStorage.remove(KEY);
  useTourStore.setState({ place: undefined });
}

function keep(place: TourPlace): void {
  deviceStorage.set(KEY, JSON.stringify(place));
  useTourStore.setState({ place });
}

function kept(): TourPlace | undefined {
  try {
    const value: unknown = JSON.parse(deviceStorage.get(KEY) ?? "null");
    if (typeof value !== "object" || value === null) return undefined;
    const { mapId, step, isLeft } = value as Partial<Record<keyof TourPlace, unknown>>;
    if (typeof mapId !== "string" || typeof step !== "number" || typeof isLeft !== "boolean")
      return undefined;
    return { mapId, step, isLeft };
  } catch {
    return undefined;
  }
}
