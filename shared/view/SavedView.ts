import * as z from "zod/mini";
import { CONTRACT_STATUSES } from "../model/contractTerms.ts";
import { ELEMENT_TYPES } from "../model/element.ts";
import { RELATION_TYPES } from "../model/relation.ts";
import { SERVICES } from "../model/services.ts";
import { SEVERITIES, type SystemMap } from "../model/systemMap.ts";
import { LAYERS, type Layer } from "./layers.ts";
import type { MapFilter } from "./MapFilter.ts";
import { COLOUR_FIELDS, type ColourField, SIZE_FIELDS, type SizeField } from "./markFields.ts";
import { FOLLOWED, type Focus, MOST_STEPS } from "./neighbourhood.ts";

/** A part of the map, in map units. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A way to look at a map that somebody has given a name, so that everybody can look at it so. */
export interface SavedView {
  readonly name: string;
  readonly filter?: MapFilter;
  readonly focus?: Focus;
  /** What becomes of the others. Default: they are drawn faintly. */
  readonly others?: "dim" | "hide";
  readonly hiddenLayers?: readonly Layer[];
  readonly colourBy?: ColourField;
  readonly sizeBy?: SizeField;
  /** What was to be seen. Absent: the whole map. */
  readonly region?: Region;
}

/** More would be a list that nobody reads; and each of them is sent to everybody who opens the map. */
export const MOST_VIEWS = 50;
/** What a menu shows of a name on one line. */
export const LONGEST_VIEW_NAME = 60;

const pounds = z.number().check(z.gte(0));
const filterCheck = z.looseObject({
  types: z.optional(z.array(z.enum(ELEMENT_TYPES as [string, ...string[]]))),
  kinds: z.optional(z.array(z.string())),
  statuses: z.optional(z.array(z.enum(CONTRACT_STATUSES))),
  services: z.optional(z.array(z.enum(SERVICES))),
  places: z.optional(z.array(z.string())),
  findings: z.optional(z.array(z.enum(SEVERITIES))),
  agreement: z.optional(z.enum(["proposed", "agreed"])),
  valueStated: z.optional(z.enum(["stated", "not-stated"])),
  leastAnnualPounds: z.optional(pounds),
  mostAnnualPounds: z.optional(pounds),
  relations: z.optional(z.array(z.enum(RELATION_TYPES as [string, ...string[]]))),
  withNeighbours: z.optional(z.literal(true)),
});
const extent = z.number().check(z.gte(0));
const viewCheck = z.looseObject({
  name: z.string().check(z.regex(/\S/u)),
  filter: z.optional(filterCheck),
  focus: z.optional(
    z.looseObject({
      ids: z.array(z.string()).check(z.minLength(1)),
      steps: z.int().check(z.gte(1), z.lte(MOST_STEPS)),
      follow: z.enum(FOLLOWED),
    }),
  ),
  others: z.optional(z.enum(["dim", "hide"])),
  hiddenLayers: z.optional(z.array(z.enum(LAYERS))),
  colourBy: z.optional(z.enum(COLOUR_FIELDS)),
  sizeBy: z.optional(z.enum(SIZE_FIELDS)),
  region: z.optional(z.looseObject({ x: z.number(), y: z.number(), width: extent, height: extent })),
});

/** A stored view; undefined where it is none that this program can show. What it does not know of a view does not matter. */
export function readSavedView(raw: unknown): SavedView | undefined {
  const { success, data } = viewCheck.safeParse(raw);
  return success ? (data as unknown as SavedView) : undefined;
}

/** A saved view with its id. */
export interface NamedView {
  readonly id: string;
  readonly view: SavedView;
}

/** The saved views of a map that can be shown, by name. Others are kept in the map and not offered. */
export function savedViewsOf({ views }: Pick<SystemMap, "views">): readonly NamedView[] {
  return Object.entries(storedViews(views))
    .flatMap(([id, raw]) => {
      const view = readSavedView(raw);
      return view === undefined ? [] : [{ id, view }];
    })
    .sort(
      (one, other) =>
        compare(one.view.name.toLowerCase(), other.view.name.toLowerCase()) || compare(one.id, other.id),
    );
}

/** How many views a map holds, with those that cannot be shown. */
export function viewCountOf({ views }: Pick<SystemMap, "views">): number {
  return Object.keys(storedViews(views)).length;
}

/** A map that was made before views had a meaning may hold anything there. */
function storedViews(views: unknown): Readonly<Record<string, unknown>> {
  const isList = typeof views === "object" && views !== null && !Array.isArray(views);
  return isList ? (views as Readonly<Record<string, unknown>>) : {};
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
