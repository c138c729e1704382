import type { Relation } from "../model/relation.ts";
import { layerOf } from "./layers.ts";

/** The connections that a focus goes along. */
export const FOLLOWED = ["all", "money", "contracts", "ownership", "governance"] as const;
export type Followed = (typeof FOLLOWED)[number];

export const MOST_STEPS = 3;

/** Only what is within some steps of some cards. */
export interface Focus {
  /** Ids of elements. */
  readonly ids: readonly string[];
  /** From 1 to {@link MOST_STEPS}. */
  readonly steps: number;
  readonly follow: Followed;
}

/**
 * The ids of the elements that can be reached within some steps along connections, whichever way they point; the beginnings
 * themselves are in it. Each connection is looked at once.
 */
export function neighbourhood(
  relations: readonly Relation[],
  { ids, steps, follow }: Focus,
): ReadonlySet<string> {
  const neighbours = neighboursOf(relations, follow);
  const reached = new Set(ids);
  let edge: readonly string[] = [...reached];
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const next: string[] = [];
    for (const id of edge) {
      for (const neighbour of neighbours.get(id) ?? []) {
        if (reached.has(neighbour)) continue;
        reached.add(neighbour);
        next.push(neighbour);
      }
    }
    edge = next;
  }
  return reached;
}

/** Whether a focus goes along a connection. */
export function isFollowed(relation: Relation, follow: Followed): boolean {
  return follow === "all" || layerOf(relation) === follow;
}

function neighboursOf(
  relations: readonly Relation[],
  follow: Followed,
): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    const known = neighbours.get(one);
    if (known) known.push(other);
    else neighbours.set(one, [other]);
  };
  for (const relation of relations) {
    if (!isFollowed(relation, follow)) continue;
    join(relation.from, relation.to);
    join(relation.to, relation.from);
  }
  return neighbours;
}
