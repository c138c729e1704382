/** Something that follows from what the map states, in words. */
export interface DerivedFigure {
  /** Tells the figures of one record apart. */
  readonly id: string;
  readonly label: string;
  /** Undefined where too little is stated for it: `how` says then what is missing. */
  readonly value: string | undefined;
  /** What it was reckoned from, or what would have to be stated first. */
  readonly how: string;
}
