import { annualValueOf, totalValueOf } from "../model/contractValue.ts";
import type { ElementType } from "../model/element.ts";
import type { RelationType } from "../model/relation.ts";
import { cellContent } from "./cell.ts";
import type { TableRow } from "./TableRow.ts";

/** What the rows of one type state in one column of money. Nothing is guessed: what is not stated counts as not stated. */
export interface ColumnTotal {
  readonly type: ElementType | RelationType;
  /** Whole pounds: the sum of what is stated, and of nothing else. */
  readonly statedPounds: number;
  readonly stated: number;
  /** Rows that do not state it, but from whose other figures it follows; and what follows from them, in whole pounds. */
  readonly derivable: number;
  readonly derivedPounds: number;
  readonly notStated: number;
}

/** A guarantee without a limit is unlimited and not "not stated", and assets of different bodies do not add up to anything. */
const NEVER_ADDED: ReadonlySet<string> = new Set(["limit", "netAssets"]);

/**
 * The totals of a column over some rows, one for each type of record that has the field: what is paid and what lies in funds are
 * never added to each other. Empty for a column that holds no money.
 */
export function columnTotals(rows: readonly TableRow[], column: string): readonly ColumnTotal[] {
  if (NEVER_ADDED.has(column)) return [];
  const totals = new Map<string, ColumnTotal>();
  for (const row of rows) {
    const cell = cellContent(row, column);
    if (cell.kind !== "field" || cell.field.type !== "pounds") continue;
    const { type } = row.record;
    const before = totals.get(type) ?? emptyTotal(type);
    totals.set(type, withRow(before, cell.value, derivedPounds(row, column)));
  }
  return [...totals.values()];
}

/** What follows for a field of money that is not stated from the other figures of the row. Undefined where nothing does. */
export function derivedPounds({ record }: TableRow, column: string): number | undefined {
  if (record.type !== "contract") return undefined;
  if (column === "annualValue" && record.annualValue === undefined) return annualValueOf(record);
  if (column === "totalValue" && record.totalValue === undefined) return totalValueOf(record);
  return undefined;
}

function emptyTotal(type: ColumnTotal["type"]): ColumnTotal {
  return { type, statedPounds: 0, stated: 0, derivable: 0, derivedPounds: 0, notStated: 0 };
}

function withRow(total: ColumnTotal, value: unknown, derived: number | undefined): ColumnTotal {
  if (typeof value === "number")
    return { ...total, statedPounds: total.statedPounds + value, stated: total.stated + 1 };
  if (derived !== undefined)
    return {
      ...total,
      derivable: total.derivable + 1,
      derivedPounds: total.derivedPounds + Math.round(derived),
    };
  return { ...total, notStated: total.notStated + 1 };
}
