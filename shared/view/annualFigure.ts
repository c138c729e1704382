import { annualValueOf } from "../model/contractValue.ts";
import type { Contract, MapElement } from "../model/element.ts";

/** What something is worth in a year, in pounds; `derived` where it is reckoned from the total and the term. */
export interface AnnualFigure {
  readonly pounds: number | undefined;
  readonly isDerived: boolean;
}

const NAMES_NO_VALUE: ReadonlySet<Contract["kind"]> = new Set(["memorandum", "framework"]);

/**
 * The annual value of a contract or fund, without pounds where it is not stated; undefined for what has no value of its own (an
 * organisation, a memorandum without a figure).
 */
export function annualFigureOf(element: MapElement): AnnualFigure | undefined {
  if (element.type === "fund") return { pounds: element.annualAmount, isDerived: false };
  if (element.type !== "contract") return undefined;
  const pounds = annualValueOf(element);
  if (pounds === undefined && NAMES_NO_VALUE.has(element.kind)) return undefined;
  return { pounds, isDerived: pounds !== undefined && element.annualValue === undefined };
}
