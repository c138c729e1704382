import { useEffect, useMemo, useReducer } from "react";
import type { MapElement } from "../../../shared/model/element.ts";
import { SizedElements } from "./SizedElements.ts";

/** What a slice may take: little enough that a key press still shows with the next frame. */
const SLICE_MS = 8;
/** The canvas is drawn again with those that have come no more often than this. */
const DRAWN_EVERY_MS = 150;
/** A map of so few cards is there at once. */
const SMALL_MAP = 300;

/**
 * The elements whose cards have their size: all of them but while a large map is opened or much comes at once. Then they come in slices,
 * between which the browser can do something else.
 */
export function useSizedElements(elements: readonly MapElement[]): {
  readonly sized: readonly MapElement[];
  readonly isWhole: boolean;
} {
  const sizes = useMemo(() => new SizedElements(), []);
  const [round, next] = useReducer((count: number) => count + 1, 0);
  const isSmall = elements.length <= SMALL_MAP;
  const result = useMemo(() => {
    void round;
    const isWhole = sizes.goOn(elements, isSmall ? Number.POSITIVE_INFINITY : SLICE_MS);
    return { sized: sizes.known(), isWhole };
  }, [sizes, elements, isSmall, round]);
  useEffect(() => {
    if (result.isWhole) return;
    const drawAt = performance.now() + DRAWN_EVERY_MS;
    let timer = setTimeout(function goOn() {
      const isDone = sizes.goOn(elements, SLICE_MS);
      if (isDone || performance.now() >= drawAt) next();
      else timer = setTimeout(goOn);
    });
    return () => clearTimeout(timer);
  }, [result, sizes, elements]);
  return result;
}
