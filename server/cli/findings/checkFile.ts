import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { CheckedMap } from "../../../shared/formats/findings/CheckedMap.ts";
import { type Region, recordRegions } from "../../../shared/formats/findings/recordRegions.ts";
import { MapFileError } from "../../../shared/model/MapFileError.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import type { Regime, SystemMap } from "../../../shared/model/systemMap.ts";
import { checkMap } from "../../../shared/rules/checkMap.ts";
import { compareFindings } from "../../../shared/rules/compareFindings.ts";
import { compareOptions } from "../../../shared/rules/compareOptions.ts";
import { readTextFrom } from "../readMapFrom.ts";
import type { ChosenRules } from "./chosenRules.ts";

/** How maps are checked. */
export interface CheckTerms {
  readonly chosen: ChosenRules;
  /** The Act to check under, whatever the maps say. */
  readonly regime?: Regime;
  /** The map that the others are options against. */
  readonly baseline?: { readonly file: string; readonly map: SystemMap };
  /** Whether it matters on which lines things stand. */
  readonly withRegions?: boolean;
}

/** What has come of one file: a map with findings, or why it cannot be read. */
export type CheckedFile = { readonly file: string } & (
  | { readonly checked: CheckedMap; readonly regions?: ReadonlyMap<string, Region> }
  | { readonly error: MapFileError }
);

/** Checks one map file. A file that cannot be read is an answer too. */
export function checkFile(file: string, terms: CheckTerms): CheckedFile {
  try {
    const text = readTextFrom(file);
    const checked = check(file, readMapFile(text), terms);
    return { file, checked, ...(terms.withRegions ? { regions: recordRegions(text) } : {}) };
  } catch (error) {
    if (error instanceof MapFileError) return { file, error };
    throw error;
  }
}

function check(file: string, stated: SystemMap, { chosen, regime, baseline }: CheckTerms): CheckedMap {
  const map = regime === undefined ? stated : { ...stated, regime };
  const snapshot = snapshotOf(map);
  const compared = baseline ? compareOptions(snapshotOf(baseline.map), snapshot, chosen.comparisons) : [];
  return {
    file,
    map,
    findings: checkMap(snapshot, chosen.rules).concat(compared).sort(compareFindings),
    ...(map.regime === stated.regime ? {} : { ownRegime: stated.regime }),
    ...(chosen.only ? { onlyRules: chosen.only } : {}),
    ...(baseline ? { baseline: baseline.file } : {}),
  };
}
