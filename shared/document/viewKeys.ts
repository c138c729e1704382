import type { Json } from "../model/field.ts";
import { deepFreeze } from "../model/frozen.ts";
import { isSameJson } from "../model/isSameJson.ts";
import type { StoredViews } from "../model/systemMap.ts";
import { UNKNOWN, type Value } from "./layout.ts";
import { readUnknown, storeUnknown } from "./unknownFields.ts";

/** Prefix of the keys of `map` that hold the saved views, one each, so that two people who save at once both win. */
export const VIEW = "view/";

/** The key of `map` that holds one saved view. */
export function viewKey(id: string): string {
  return VIEW + id;
}

/** How a saved view is stored: whole, as JSON text, whatever is in it. */
export function storeView(id: string, view: Json): [string, string] {
  return storeUnknown(id, view, VIEW);
}

/** The keys under which the views of a map file are stored; what is no list of views by id is kept as an unknown field. */
export function flattenViews(views: unknown): [string, string][] {
  if (!isViews(views)) return [storeUnknown("views", views as Json)];
  return Object.entries(views).map(([id, view]) => storeView(id, view));
}

/**
 * The views that stored keys stand for, by id; undefined where there are none.
 * @param before the views of the snapshot before, which are handed on where nothing has changed.
 */
export function unflattenViews(
  stored: ReadonlyMap<string, Value>,
  before: StoredViews | undefined,
): StoredViews | undefined {
  const own = readUnknown(stored, VIEW) as [string, Json][];
  if (own.length === 0) return undefined;
  const views = Object.fromEntries([...viewsOfOlderLayout(stored), ...own]);
  if (before !== undefined && isSameJson(before, views)) return before;
  try {
    return deepFreeze(views);
  } catch (error) {
    // What nests too deep to walk is handed on as it is.
    if (error instanceof RangeError) return views;
    throw error;
  }
}

/** A map that was made before views had keys of their own keeps those of its file as an unknown field. */
function viewsOfOlderLayout(stored: ReadonlyMap<string, Value>): [string, Json][] {
  const found = readUnknown(stored).find(([name]) => name === "views");
  return stored.has(`${UNKNOWN}views`) && isViews(found?.[1]) ? Object.entries(found[1]) : [];
}

function isViews(views: unknown): views is StoredViews {
  return (
    typeof views === "object" && views !== null && !Array.isArray(views) && Object.keys(views).length > 0
  );
}
