import type { SystemMap } from "../model/systemMap.ts";
import type { ShownIds } from "./ShownIds.ts";

/** What decides what of a map stands out. */
export interface EmphasisInput {
  /** What filter and focus leave; undefined where nothing narrows the map. */
  readonly shown: ShownIds | undefined;
  /** What becomes of what they do not leave. */
  readonly others: "dim" | "hide";
  /** Ids of what is shown all the same, because the person went there. */
  readonly revealed: ReadonlySet<string>;
  /** Ids of what a search has found; undefined while nobody searches. */
  readonly found: ReadonlySet<string> | undefined;
}

/** What is not drawn, and what is drawn faintly. */
export interface EmphasisIds {
  readonly hidden: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
}

/** What of a map is hidden and dimmed. While somebody searches, what is not found is dimmed; the ends of a connection that is found are not. */
export function emphasisOf(
  { elements, relations }: Pick<SystemMap, "elements" | "relations">,
  { shown, others, revealed, found }: EmphasisInput,
): EmphasisIds {
  const hidden = new Set<string>();
  const dimmed = new Set<string>();
  const keep = new Set(revealed);
  const standOut = found === undefined ? undefined : new Set(found);
  for (const { id, from, to } of relations) {
    if (revealed.has(id)) keep.add(from).add(to);
    if (standOut !== undefined && found?.has(id)) standOut.add(from).add(to);
  }
  const place = (id: string, left: ReadonlySet<string> | undefined) => {
    const isLeft = left === undefined || left.has(id) || keep.has(id);
    if (!isLeft && others === "hide") hidden.add(id);
    else if (!isLeft || (standOut !== undefined && !standOut.has(id))) dimmed.add(id);
  };
  for (const { id } of elements) place(id, shown?.elements);
  for (const { id } of relations) place(id, shown?.relations);
  return { hidden, dimmed };
}

/** The same set as before where it has the same items. */
export function sameSet(before: ReadonlySet<string>, now: ReadonlySet<string>): ReadonlySet<string> {
  if (before.size !== now.size) return now;
  for (const id of now) if (!before.has(id)) return now;
  return before;
}
