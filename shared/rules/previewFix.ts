import type { Editor } from "../document/edit.ts";
import type { Snapshot } from "../document/snapshot.ts";
import type { MapElement } from "../model/element.ts";
import type { Json } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";
import type { Fix } from "./finding.ts";
import { type FixChange, fixSentences } from "./fixSentences.ts";

/** What a fix would do to a map, without doing it. */
export interface FixPreview {
  /**
   * False where the map has changed so that the fix has lost its ground: something that it would change, join or remove is no
   * longer there, or nothing is left to do.
   */
  readonly isPossible: boolean;
  /** What it would do, a sentence for each change, with the names on the map. */
  readonly sentences: readonly string[];
  readonly addedElements: readonly MapElement[];
  readonly addedRelations: readonly Relation[];
  /** Ids of what is on the map and would be changed or joined to something. */
  readonly touched: readonly string[];
  /** Ids of what would be removed. */
  readonly removed: readonly string[];
}

const IMPOSSIBLE: FixPreview = {
  isPossible: false,
  sentences: [],
  addedElements: [],
  addedRelations: [],
  touched: [],
  removed: [],
};

/** Works out what a fix would do to a map as it is now. Never throws, whatever the fix does. */
export function previewFix(fix: Fix, snapshot: Snapshot): FixPreview {
  const changes: FixChange[] = [];
  try {
    let count = 0;
    fix.apply(notingEditor(changes), () => `preview-${++count}`);
  } catch {
    return IMPOSSIBLE;
  }
  const addedElements = changes.flatMap((change) => (change.does === "add-element" ? [change.element] : []));
  const addedRelations = changes.flatMap((change) =>
    change.does === "add-relation" ? [change.relation] : [],
  );
  const removed = changes.flatMap((change) => (change.does === "remove" ? [change.id] : []));
  const touched = [
    ...changes.flatMap((change) => (change.does === "set" ? [change.id] : [])),
    ...addedRelations.flatMap(({ from, to }) => [from, to]),
  ];
  const added = new Set([...addedElements, ...addedRelations].map(({ id }) => id));
  const onMap = (id: string) => snapshot.elementById.has(id) || snapshot.relationById.has(id);
  const isPossible = changes.length > 0 && [...touched, ...removed].every((id) => added.has(id) || onMap(id));
  if (!isPossible) return IMPOSSIBLE;
  return {
    isPossible,
    sentences: fixSentences(changes, snapshot),
    addedElements,
    addedRelations,
    touched: [...new Set(touched)].filter((id) => !added.has(id) && !removed.includes(id)),
    removed,
  };
}

function notingEditor(changes: FixChange[]): Editor {
  const setMap = (field: string, value: Json | undefined) => changes.push({ does: "set-map", field, value });
  return {
    addElement: (element) => changes.push({ does: "add-element", element }),
    addRelation: (relation) => changes.push({ does: "add-relation", relation }),
    setField: (id, field, value) => changes.push({ does: "set", id, field, value }),
    remove(ids) {
      for (const id of ids) changes.push({ does: "remove", id });
    },
    setMapField: setMap,
    setRule: (rule, setting) => setMap(`rule ${rule}`, setting),
    setMarking: (marking) => setMap("marking", marking),
    setFindingsShownTo: (shownTo) => setMap("findingsShownTo", shownTo),
    accept: ({ rule }) => setMap(`decision ${rule}`, "accepted"),
    withdraw: (rule) => setMap(`decision ${rule}`, undefined),
    saveView: (id) => setMap(`view ${id}`, "saved"),
    removeView: (id) => setMap(`view ${id}`, undefined),
    restore: ({ title }) => setMap("title", title),
  };
}
