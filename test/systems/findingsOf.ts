import { snapshotOf } from "../../shared/document/snapshot.ts";
import { libraryMap } from "../../shared/library/library.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";

/** A map of the library; throws where there is none of that name. */
export function systemNamed(name: string): SystemMap {
  const map = libraryMap(name);
  if (!map) throw new Error(`The library has no map "${name}".`);
  return map;
}

/** What a check says about a map, in its order: severity, rule, subjects. */
export function findingsOf(map: SystemMap): (readonly [string, string, readonly string[]])[] {
  return checkMap(snapshotOf(map)).map(({ severity, rule, subjects }) => [severity, rule, subjects] as const);
}
