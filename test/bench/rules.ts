import { snapshotOf } from "../../shared/document/snapshot.ts";
import { libraryMap } from "../../shared/library/library.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { percentile } from "./percentile.ts";

const wantedSize = 10_000;
const repeats = 30;

/** How long a full check of a map of 10,000 elements and relations takes: UnitingCare, many times over. */
export function benchRules(): void {
  const map = libraryMap("Cambridgeshire: UnitingCare, 2015");
  if (!map) throw new Error("the library lacks the map that this benchmark checks");
  const large = manyTimes(map, Math.ceil(wantedSize / (map.elements.length + map.relations.length)));
  const durations: number[] = [];
  let findings = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const snapshot = snapshotOf(large);
    const start = performance.now();
    findings = checkMap(snapshot).length;
    durations.push(performance.now() - start);
  }
  const size = large.elements.length + large.relations.length;
  console.log(`\nFull check of ${size} elements and relations, ${findings} findings, ${repeats} times\n`);
  console.log("| median, ms | p90, ms | ns per element or relation |");
  console.log("|---|---|---|");
  const median = percentile(durations, 0.5);
  console.log(
    `| ${median.toFixed(1)} | ${percentile(durations, 0.9).toFixed(1)} | ${((median * 1e6) / size).toFixed(0)} |`,
  );
}

function manyTimes(map: SystemMap, times: number): SystemMap {
  const elements: MapElement[] = [];
  const relations: Relation[] = [];
  for (let copy = 0; copy < times; copy++) {
    const renamed = (id: string) => `${id}-${copy}`;
    for (const element of map.elements)
      elements.push({ ...element, id: renamed(element.id), name: `${element.name} ${copy}` });
    for (const relation of map.relations) {
      relations.push({
        ...relation,
        id: renamed(relation.id),
        from: renamed(relation.from),
        to: renamed(relation.to),
        ...(relation.type === "pays" && relation.contract ? { contract: renamed(relation.contract) } : {}),
      } as Relation);
    }
  }
  return { ...map, elements, relations };
}
