import { COLUMNS, NEEDED, type TableKind } from "../../shared/formats/table/columns.ts";
import type { KnownCards } from "../../shared/formats/table/Proposal.ts";
import type { Divider } from "../../shared/formats/table/readGrid.ts";

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
