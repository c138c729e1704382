import { useEffect, useState } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useLiveSession } from "../sync/sessionContext.tsx";
import type { TourStep, TourView } from "./tourSteps.ts";
import { goToStep, useTourStore } from "./tourStore.ts";

/** Long enough to read that it is done. */
const GO_ON_AFTER_MS = 1_600;

/** Whether what a step asks for has been done since it began; a moment later the tour goes on by itself. */
export function useStepDone({ isDone }: TourStep): boolean {
  const session = useLiveSession();
  const [isReached, setReached] = useState(false);
  useEffect(() => {
    if (isDone === undefined) return;
    const look = (): TourView => ({
      snapshot: session.snapshots.get(),
      history: session.history.state,
      highlight: useCanvasStore.getState().highlight,
    });
    const before = look();
    const check = () => {
      if (isDone(look(), before)) setReached(true);
    };
    const stops = [
      session.snapshots.subscribe(check),
      session.history.subscribe(check),
      useCanvasStore.subscribe(check),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, isDone]);
  useEffect(() => {
    if (!isReached) return;
    const timer = setTimeout(() => {
      const { place } = useTourStore.getState();
      if (place !== undefined && !place.isLeft) goToStep(place.step + 1);
    }, GO_ON_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isReached]);
  return isReached;
}
