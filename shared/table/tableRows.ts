import type { Relation } from "../model/relation.ts";
import type { SystemMap } from "../model/systemMap.ts";
import type { TableRow } from "./TableRow.ts";
import { type TableId, tableKind } from "./tables.ts";

const NONE: readonly Relation[] = [];

/** The rows of a table in the order of the map: relations first, then elements. */
export function tableRows(
  table: TableId,
  map: Pick<SystemMap, "elements" | "relations">,
): readonly TableRow[] {
  const { elements, relations } = tableKind(table);
  const commissions = byContract("commissions", table, map.relations);
  const holds = byContract("holds", table, map.relations);
  return [
    ...map.relations.filter(({ type }) => relations.includes(type)),
    ...map.elements.filter(({ type }) => elements.includes(type)),
  ].map((record) => ({
    id: record.id,
    record,
    commissions: commissions.get(record.id) ?? NONE,
    holds: holds.get(record.id) ?? NONE,
  }));
}

function byContract(
  type: "commissions" | "holds",
  table: TableId,
  relations: readonly Relation[],
): ReadonlyMap<string, readonly Relation[]> {
  const found = new Map<string, Relation[]>();
  if (table !== "contracts") return found;
  for (const relation of relations) {
    if (relation.type !== type) continue;
    const others = found.get(relation.to);
    if (others === undefined) found.set(relation.to, [relation]);
    else others.push(relation);
  }
  return found;
}
