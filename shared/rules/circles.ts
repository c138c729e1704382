import type { Relation } from "../model/relation.ts";
import type { Identified } from "./rule.ts";
import { stronglyConnected } from "./stronglyConnected.ts";

const mostOffered = 3;
const mostTried = 24;

/** The groups of nodes that reach one another, and the single nodes that lead straight back to themselves. */
function circlesOf<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): readonly (readonly T[])[] {
  return stronglyConnected(nodes, next).filter(([first, ...others]) => {
    return others.length > 0 || (first !== undefined && next(first).includes(first));
  });
}

/** The ids of the elements that reach one another by these lines, circle by circle. Elements that are left out lead nowhere. */
export function circlesAlong(
  lines: readonly Pick<Relation, "from" | "to">[],
  isLeftOut: (id: string) => boolean = () => false,
): readonly (readonly string[])[] {
  const reached = new Set(lines.map(({ to }) => to));
  const next = new Map<string, string[]>();
  for (const { from, to } of lines) {
    // Whoever nobody leads to stands in no circle.
    if (!reached.has(from)) continue;
    const leaving = next.get(from);
    if (leaving) leaving.push(to);
    else next.set(from, [to]);
  }
  for (const id of [...next.keys()]) if (isLeftOut(id)) next.delete(id);
  return circlesOf(next.keys(), (id) => (next.get(id) ?? []).filter((other) => next.has(other)));
}

/** Everything that is drawn from one element to another with the same meaning. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly relations: readonly string[];
}

/** The lines of a circle without any one of which nothing would go round any more: a few of them, in document order. */
export function closingLines(circle: readonly Identified[], relations: readonly Relation[]): readonly Line[] {
  const inside = new Set(circle.map(({ id }) => id));
  const lines = new Map<string, Map<string, string[]>>();
  for (const { id, from, to } of relations) {
    if (!inside.has(from) || !inside.has(to)) continue;
    const leaving = lines.get(from) ?? new Map<string, string[]>();
    lines.set(from, leaving);
    const same = leaving.get(to);
    if (same) same.push(id);
    else leaving.set(to, [id]);
  }
  const all = [...lines].flatMap(([from, leaving]) =>
    [...leaving].map(([to, ids]): Line => ({ from, to, relations: ids })),
  );
  const closing: Line[] = [];
  for (const line of all.slice(0, mostTried)) {
    const next = (id: string) =>
      [...(lines.get(id)?.keys() ?? [])].filter((other) => id !== line.from || other !== line.to);
    if (circlesOf(inside, next).length === 0) closing.push(line);
    if (closing.length === mostOffered) break;
  }
  return closing;
}
