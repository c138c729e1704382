import type { Value } from "../../document/layout.ts";
import { TIME_ZONE as timeZone } from "../timeZone.ts";
import type { Clause } from "./Clause.ts";

/**
 * A map was put back.
 * @param mark what the document says of it; absent where the putting back was undone.
 * @param at when, in milliseconds since 1970: the year is said only where it is another.
 */
export function restoredClause(mark: Value, at: number): Clause {
  const words = (head: string): Clause => ({ head, subject: "", tail: [] });
  if (mark === undefined) return words("undid the restoring of the map");
  const moment =
    typeof mark === "object" && mark !== null && "at" in mark ? Date.parse(String(mark.at)) : Number.NaN;
  if (Number.isNaN(moment)) return words("restored the map as it was before");
  const year = yearOf(moment) === yearOf(at) ? "" : ` ${yearOf(moment)}`;
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long" }).format(moment);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(
    moment,
  );
  return words(`restored the map as it was on ${day}${year} at ${time}`);
}

function yearOf(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric" }).format(at);
}
