import { COLUMNS, NEEDED, type TableKind } from "../../shared/formats/table/columns.ts";
import type { KnownCards, RowOutcome } from "../../shared/formats/table/Proposal.ts";
import type { Divider } from "../../shared/formats/table/readGrid.ts";
import { formatCount } from "../../shared/model/money.ts";

export const KIND_WORDS: Readonly<Record<TableKind, string>> = {
  organisations: "Organisations",
  contracts: "Contracts",
  money: "Money flows",
  owners: "Owners",
  members: "Members",
};

export const DIVIDER_WORDS: Readonly<Record<Divider, string>> = {
  tab: "Tabs (Excel, Word)",
  comma: "Commas",
  semicolon: "Semicolons",
  bar: "Upright bars",
  lines: "Nothing: one cell a line",
};

export const KNOWN_WORDS: Readonly<Record<KnownCards, string>> = {
  fill: "Fill in what is not stated",
  replace: "Take the table’s values",
  leave: "Leave it as it is",
};

/** What is to be chosen before a table says anything: "Choose the columns for “From” and “To”." */
export function neededWords(kind: TableKind): string {
  const label = (key: string) => `“${COLUMNS[kind].find((column) => column.key === key)?.label ?? key}”`;
  const groups = NEEDED[kind].map((keys) => keys.map(label).join(" or "));
  return `Say above which column is ${groups.join(", and which is ")}.`;
}

/** Whether something of a row can be put right. */
export function hasTrouble(outcome: RowOutcome | undefined): boolean {
  return outcome !== undefined && outcome.lost.length > 0 && outcome.isTotal !== true;
}

/** "3 rows are taken in part, 1 row is left out." */
export function troubleWords(inPart: number, leftOut: number): string {
  const parts = [
    ...(inPart > 0 ? [`${rowsAre(inPart)} taken in part`] : []),
    ...(leftOut > 0 ? [`${rowsAre(leftOut)} left out`] : []),
  ];
  return `${parts.join(", ")}.`;
}

function rowsAre(count: number): string {
  return count === 1 ? "1 row is" : `${formatCount(count)} rows are`;
}
