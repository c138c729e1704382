import { readMapObject } from "../model/readMapFile.ts";
import type { SystemMap } from "../model/systemMap.ts";

/** Under which heading a map of the library is listed. */
export type LibraryTheme =
  | "prime-contracts"
  | "integrated-care-organisations"
  | "primary-care-at-scale"
  | "alliances"
  | "commissioning-together"
  | "templates";

/** A map that comes along: a real system to look at and learn from, or a template to start with. */
export interface LibraryEntry {
  /** What it is asked for by, on the command line and over HTTP. */
  readonly name: string;
  /** What a list shows. */
  readonly title: string;
  readonly kind: "system" | "template";
  readonly theme: LibraryTheme;
  /** What it is, in one sentence. */
  readonly summary: string;
  /** What somebody learns from looking at it, in one sentence; of a template: when to start from it. */
  readonly teaches: string;
  /** The publications that its facts come from; empty where it states none. */
  readonly source: string;
  readonly map: SystemMap;
}

/** @throws MapFileError where the file is no map. */
export function libraryEntry(file: unknown, rest: Omit<LibraryEntry, "map">): LibraryEntry {
  return { ...rest, map: readMapObject(file) };
}
