import { formatPounds } from "../../shared/model/money.ts";
import type { ColumnTotal } from "../../shared/table/totals.ts";

/**
 * The totals of a column in words: "£726,000,000 stated; 2 not stated". Only what is stated is added up; what follows from other
 * figures stands beside it, marked as derived. Empty for a column that holds no money.
 */
export function totalsInWords(totals: readonly ColumnTotal[]): string {
  return totals.map((total) => totalInWords(total, totals.length > 1)).join(" · ");
}

function totalInWords(total: ColumnTotal, isOneOfSeveral: boolean): string {
  const { type, statedPounds, stated, derivable, derivedPounds, notStated } = total;
  const what = isOneOfSeveral ? `${type === "pays" ? "Payments" : "Funds"}: ` : "";
  const parts = [
    stated === 0 ? "None stated" : `${formatPounds(statedPounds)} stated`,
    ...(derivable === 0 ? [] : [`${formatPounds(derivedPounds)} derived (${derivable})`]),
    ...(notStated === 0 ? [] : [`${notStated.toLocaleString("en-GB")} not stated`]),
  ];
  return what + parts.join("; ");
}
