import { describe, expect, test } from "vitest";
import { crowdedMap, libraryMaps, measureMap } from "./measuredMaps.ts";

describe.each(libraryMaps().map((map) => [map.name, map] as const))("%s", (_name, map) => {
  test("has its labels free, its lines around cards and apart from each other", () => {
    const measure = measureMap(map);
    expect(measure).toMatchObject({
      labelsOnCards: 0,
      labelsOnLabels: 0,
      labelsFarOff: 0,
      linesBehindCards: 0,
    });
    expect(measure.lengthHidden).toBeLessThan(100);
    expect(measure.endsTooClose).toBeLessThan(6);
  });
});

test.each([7, 13])("crowded map %i has most lines around cards, and no label on another", (seed) => {
  const measure = measureMap(crowdedMap(seed));
  expect(measure.labelsOnLabels).toBe(0);
  expect(measure.labelsOnCards).toBeLessThanOrEqual(1);
  expect(measure.linesBehindCards).toBeLessThanOrEqual(7);
});
