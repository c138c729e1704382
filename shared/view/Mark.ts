/**
 * The look of a mark. `cat-…` tell kinds apart, `step-…` say how much, light to dark; `none` is for what is not stated or does not
 * matter.
 */
export type MarkTone =
  | `cat-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`
  | `step-${1 | 2 | 3 | 4 | 5}`
  | "error"
  | "warning"
  | "info"
  | "none";

/** One entry of the legend. */
export interface MarkClass {
  readonly key: string;
  readonly words: string;
  readonly tone: MarkTone;
}

/** What a card is marked with. */
export interface Mark {
  /** Key of its class. */
  readonly key: string;
  readonly tone: MarkTone;
  /** What the chip beside the card says: "£145.2m a year". */
  readonly words: string;
}

/** The marks of a map by a field, and their legend: only classes that are on the map, in order. */
export interface MapMarks {
  readonly markById: ReadonlyMap<string, Mark>;
  readonly legend: readonly (MarkClass & { readonly count: number })[];
}
