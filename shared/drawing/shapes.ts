import type { FontFace, Script } from "../geometry/textWidth.ts";

/** Every colour that a drawing uses on paper, by what it stands for. The page's style sheet has the same values, and dark ones beside them. */
const COLOURS = {
  paper: "#ffffff",
  ground: "#f7f9fa",
  groundDot: "#d5dde2",
  wash: "#f0f4f5",
  fold: "#e8edee",
  line: "#d8dde0",
  ink: "#212b32",
  inkSoft: "#4c6272",
  accent: "#005eb8",
  commissioner: "#003087",
  onCommissioner: "#ffffff",
  onCommissionerSoft: "#c9ddf2",
  provider: "#00703c",
  onProvider: "#ffffff",
  vehicle: "#330072",
  contract: "#005eb8",
  subContract: "#425563",
  terminated: "#5f717d",
  fund: "#ffb81c",
  fundEdge: "#b87900",
  fundInk: "#6b4600",
  forum: "#5f717d",
  plain: "#768692",
  place: "#768692",
  placeFill: "#f0f4f5",
  noteYellow: "#fff4bf",
  noteYellowEdge: "#d9c35a",
  noteBlue: "#dcebfa",
  noteBlueEdge: "#9dbfe3",
  noteGreen: "#ddf0e5",
  noteGreenEdge: "#9ccbb0",
  notePink: "#fbe3ee",
  notePinkEdge: "#dfa9c3",
  noteGrey: "#e8edee",
  noteGreyEdge: "#b9c4ca",
  money: "#00703c",
  onMoney: "#ffffff",
  ownership: "#330072",
  delegation: "#005eb8",
  relation: "#425563",
  relationSoft: "#6b7c88",
  error: "#d5281b",
  onError: "#ffffff",
  warning: "#ffb81c",
  onWarning: "#212b32",
  info: "#005eb8",
} as const;

export type ColourToken = keyof typeof COLOURS;
export const COLOUR_TOKENS = Object.keys(COLOURS) as readonly ColourToken[];

/** The colour behind a token, as `#rrggbb`. */
export function tokenColour(token: ColourToken): string {
  return COLOURS[token];
}

/** An area, a line or both. Absolute commands M, L, C and Z only, so that every back-end can draw it. */
export interface PathShape {
  readonly kind: "path";
  readonly d: string;
  readonly fill?: ColourToken;
  readonly stroke?: ColourToken;
  /** In map units; default 1. */
  readonly strokeWidth?: number;
  /** Lengths of dashes and gaps in map units; solid if absent. */
  readonly dash?: readonly number[];
  /** Line ends and joins are round instead of straight and pointed. */
  readonly isRound?: boolean;
}

/** One run of text on one line in one font. */
export interface TextShape {
  readonly kind: "text";
  /** Where the text is anchored; physical, also for text read from right to left. */
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
  readonly sizePx: number;
  readonly face: FontFace;
  readonly script: Script;
  readonly colour: ColourToken;
  /** Default 0. */
  readonly letterSpacingPx?: number;
  /** Whether the run is read from right to left. */
  readonly isRightToLeft?: boolean;
}

export type Shape = PathShape | TextShape;

/** Shapes in a box of their own: coordinates start at its top left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
