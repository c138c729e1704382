import type { Regime, SystemMap } from "../../model/systemMap.ts";
import type { CheckedFinding } from "../../rules/finding.ts";

/** A map that was checked, and what came of it: what every format of findings is made from. */
export interface CheckedMap {
  /** What the file is called by those who asked. */
  readonly file: string;
  /** The map as it was checked. */
  readonly map: SystemMap;
  /** In the public order. */
  readonly findings: readonly CheckedFinding[];
  /** What the map itself is drawn under, where it was checked under another Act. */
  readonly ownRegime?: Regime;
  /** The ids of the rules that were asked for, where these were not all. */
  readonly onlyRules?: readonly string[];
  /** The file of the map that this one was compared with. */
  readonly baseline?: string;
}
