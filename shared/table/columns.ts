import { elementFields } from "../model/element.ts";
import type { Field } from "../model/field.ts";
import { relationFields } from "../model/relation.ts";
import { fieldWord } from "../model/words.ts";
import { type TableId, tableKind } from "./tables.ts";

/** One column of a table. */
export interface TableColumn {
  /** The name of the field; or one of `what`, `from`, `to`, `commissions` and `holds`, which are no fields. */
  readonly id: string;
  readonly label: string;
  readonly widthPx: number;
  /** Whether it is shown until somebody chooses otherwise. */
  readonly isShownAtFirst: boolean;
  /** Whether its figures stand flush right. */
  readonly isFigure: boolean;
}

const NO_FIELDS: Readonly<Record<string, string>> = {
  what: "What it is",
  from: "From",
  to: "To",
  commissions: "Bought by",
  holds: "Held by",
};

/** What stands before the fields, in this order; the first column stays in sight while the others are scrolled. */
const LEADING: Readonly<Record<TableId, readonly string[]>> = {
  organisations: ["name", "kind"],
  contracts: ["name", "kind", "commissions", "holds", "annualValue"],
  money: ["what", "from", "to", "name", "annualAmount"],
  members: ["from", "what", "to"],
  connections: ["from", "what", "to"],
};

const SHOWN: Readonly<Record<TableId, readonly string[]>> = {
  organisations: ["legalForm", "services", "population", "annualIncome", "netAssets", "place", "source"],
  contracts: ["status", "totalValue", "start", "termMonths", "payment", "procurement", "services"],
  money: ["kind", "payment", "contract", "recurrent", "services", "source"],
  members: ["percent", "standing", "votes", "limit", "proposed", "source"],
  connections: ["label", "annualAmount", "percent", "proposed", "source"],
};

/** Fields that no table shows: a place on the drawing is no figure. A payment's label stands under its name. */
const LEFT_OUT: Readonly<Record<TableId, readonly string[]>> = {
  organisations: ["position"],
  contracts: ["position"],
  money: ["position", "label"],
  members: [],
  connections: [],
};

const WIDTHS_PX: Readonly<Record<string, number>> = {
  name: 260,
  from: 230,
  to: 230,
  what: 130,
  commissions: 180,
  holds: 180,
  kind: 180,
  services: 210,
  notes: 240,
  source: 240,
  label: 170,
};
const FIGURES: ReadonlySet<Field<unknown>["type"]> = new Set([
  "pounds",
  "percent",
  "count",
  "number",
  "months",
]);

const columns = new Map<TableId, readonly TableColumn[]>();

/** The columns of a table: every field of what stands in it, those that people ask for first. The same array each time. */
export function tableColumns(table: TableId): readonly TableColumn[] {
  const known = columns.get(table) ?? columnsFor(table);
  columns.set(table, known);
  return known;
}

function columnsFor(table: TableId): readonly TableColumn[] {
  const { elements, relations } = tableKind(table);
  const fields = Object.assign(
    {},
    ...elements.map(elementFields),
    ...relations.map(relationFields),
  ) as Readonly<Record<string, Field<unknown>>>;
  const leading = LEADING[table];
  const others = Object.keys(fields).filter(
    (name) => !leading.includes(name) && !LEFT_OUT[table].includes(name),
  );
  const shown = SHOWN[table];
  const inOrder = [
    ...leading,
    ...shown.filter((name) => others.includes(name)),
    ...others.filter((name) => !shown.includes(name)),
  ];
  return inOrder.map((id) => ({
    id,
    label: NO_FIELDS[id] ?? fieldWord(id),
    widthPx: WIDTHS_PX[id] ?? 160,
    isShownAtFirst: leading.includes(id) || shown.includes(id),
    isFigure: FIGURES.has(fields[id]?.type ?? "text"),
  }));
}
