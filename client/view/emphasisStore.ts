import { create } from "zustand";

/** What filters, focus and search leave of the map. Ids are those of elements and relations. */
export interface Emphasis {
  /** Not drawn at all. */
  readonly hidden: ReadonlySet<string>;
  /** Drawn faintly: there for the reader's bearings. */
  readonly dimmed: ReadonlySet<string>;
}

const NOTHING: Emphasis = { hidden: new Set(), dimmed: new Set() };

/** What of the map stands out in this tab now; the canvas draws accordingly. */
export const useEmphasisStore = create<Emphasis>()(() => NOTHING);

/** Says what is hidden and dimmed from now on. Sets that are the same as before must be the same objects. */
export function setEmphasis(emphasis: Emphasis): void {
  useEmphasisStore.setState(emphasis);
}

/** Everything stands out again. */
export function resetEmphasis(): void {
  useEmphasisStore.setState(NOTHING);
}
