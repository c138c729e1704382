import { create } from "zustand";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Moment } from "./timeline.ts";

/** The map as it was, in the place of the map as it is. */
export interface Look {
  /** The same for as long as somebody looks, whichever moment it shows. */
  readonly session: MapSession;
  readonly moment: Moment;
  readonly map: SystemMap;
}

/** A moment that could not be shown, and why. */
export interface LookProblem {
  readonly moment: Moment;
  readonly text: string;
  /** Whether asking again may help. */
  readonly mayRetry: boolean;
}

interface LookState {
  readonly look: Look | undefined;
  /** What has been asked for and is on its way. */
  readonly wanted: Moment | undefined;
  readonly problem: LookProblem | undefined;
}

/** Which moment of the map this tab looks at; nothing while it shows the map as it is. */
export const useLookStore = create<LookState>()(() => ({
  look: undefined,
  wanted: undefined,
  problem: undefined,
}));

/** The session that stands in the place of the open one; undefined while the map is shown as it is. */
export function useLookSession(): MapSession | undefined {
  return useLookStore((state) => state.look?.session);
}

/** Whether this tab looks at another moment, or is about to. */
export function useIsLooking(): boolean {
  return useLookStore(
    ({ look, wanted, problem }) => look !== undefined || wanted !== undefined || problem !== undefined,
  );
}

/** Back to the map as it is now. */
export function endLook(): void {
  const { look } = useLookStore.getState();
  useLookStore.setState({ look: undefined, wanted: undefined, problem: undefined });
  look?.session.destroy();
}

/** Puts away why a moment could not be shown. */
export function closeLookProblem(): void {
  useLookStore.setState({ problem: undefined });
}
