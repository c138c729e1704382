import type { Contract } from "../model/element.ts";
import type { Regime } from "../model/systemMap.ts";
import { coversHealth } from "./terms.ts";

/** The day from which commissioners choose providers of health services by the Provider Selection Regime only (SI 2023/1348). */
export const SELECTION_REGIME_FROM = "2024-01-01";

/**
 * Whether a contract for health services names a route that was closed to commissioners when it starts; "perhaps" where its start is not
 * stated.
 */
export function hasClosedRoute(contract: Contract, regime: Regime): boolean | "perhaps" {
  const { procurement, start } = contract;
  if (regime !== "england-2022" || procurement === undefined || procurement === "none") return false;
  if (procurement.startsWith("psr-") || !coversHealth(contract)) return false;
  return start === undefined ? "perhaps" : start >= SELECTION_REGIME_FROM;
}
