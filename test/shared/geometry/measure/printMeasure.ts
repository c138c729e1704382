import { printTable } from "../../../bench/table.ts";
import {
  crowdedMap,
  libraryMaps,
  type MeasuredMap,
  measureMap,
  SEEDS,
  tidiedLibraryMaps,
} from "./measuredMaps.ts";
import type { RouteMeasure } from "./measureRoutes.ts";

/** Prints how well the relations of the library's maps, of the same maps tidied, and of crowded random ones can be read. */
async function printMeasure(): Promise<void> {
  const groups: (readonly [string, readonly MeasuredMap[]])[] = [
    ["library", libraryMaps()],
    ["library, tidied", await tidiedLibraryMaps()],
    ["crowded", SEEDS.map(crowdedMap)],
  ];
  const rows: string[][] = [];
  for (const [group, maps] of groups) {
    const measures = maps.map(measureMap);
    for (const [index, measure] of measures.entries()) rows.push(rowOf(maps[index]?.name ?? "", measure));
    rows.push(rowOf(`**all: ${group}**`, measures.reduce(sum)));
  }
  const heads = Object.keys(measureMap(crowdedMap(1))).map((head) =>
    head.replace(/([A-Z])/g, " $1").toLowerCase(),
  );
  printTable(["map", ...heads], rows);
}

function rowOf(name: string, measure: RouteMeasure): string[] {
  return [name, ...Object.values(measure).map((value) => String(Math.round(value)))];
}

function sum(one: RouteMeasure, other: RouteMeasure): RouteMeasure {
  const entries = Object.entries(one).map(([key, value]) => [key, value + other[key as keyof RouteMeasure]]);
  return Object.fromEntries(entries) as RouteMeasure;
}

await printMeasure();
