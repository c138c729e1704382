import type { Organisation } from "../../model/element.ts";
import type { MapView } from "../MapView.ts";
import type { Report, Rule } from "../rule.ts";

/** Two maps of one system, with the same ids for the same things. */
export interface ComparedMaps {
  readonly baseline: MapView;
  readonly option: MapView;
}

/** A rule of the catalogue about two options: what an organisation gains or loses. Pure, as every rule is. */
export interface ComparisonRule extends Omit<Rule<"organisation">, "check" | "fixes"> {
  /** Asked of every organisation that stands on both maps, as each of them shows it. */
  compare(
    onOption: Organisation,
    onBaseline: Organisation,
    maps: ComparedMaps,
    report: (found: Report) => void,
  ): void;
}
