import type { ElementType } from "../model/element.ts";
import { RELATION_TYPES, type RelationType } from "../model/relation.ts";

export const TABLES = ["organisations", "contracts", "money", "members", "connections"] as const;
/** The tables that a map can be read and written as. */
export type TableId = (typeof TABLES)[number];

export interface TableKind {
  readonly title: string;
  /** One of its rows in a sentence. */
  readonly rowWord: string;
  readonly rowsWord: string;
  readonly elements: readonly ElementType[];
  readonly relations: readonly RelationType[];
}

const KINDS: Readonly<Record<TableId, TableKind>> = {
  organisations: {
    title: "Organisations",
    rowWord: "organisation",
    rowsWord: "organisations",
    elements: ["organisation"],
    relations: [],
  },
  contracts: {
    title: "Contracts",
    rowWord: "contract",
    rowsWord: "contracts",
    elements: ["contract"],
    relations: [],
  },
  money: {
    title: "Money",
    rowWord: "payment or fund",
    rowsWord: "payments and funds",
    elements: ["fund"],
    relations: ["pays"],
  },
  members: {
    title: "Members and owners",
    rowWord: "connection",
    rowsWord: "connections",
    elements: [],
    relations: ["member", "owns", "guarantees", "hosts"],
  },
  connections: {
    title: "All connections",
    rowWord: "connection",
    rowsWord: "connections",
    elements: [],
    relations: RELATION_TYPES,
  },
};

/** What a table is called and what stands in it. */
export function tableKind(table: TableId): TableKind {
  return KINDS[table];
}
