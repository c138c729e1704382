import type { Snapshot } from "../../../shared/document/snapshot.ts";
import type { Draft } from "./draft.ts";
import { type DraftPlace, draftPlace } from "./draftStore.ts";

/** A draft that no box on the screen shows. */
export interface KeptDraft extends DraftPlace {
  readonly key: string;
  readonly text: string;
}

/** The drafts of a map by what they are for. */
export interface KeptDrafts {
  /** For something that is not on the map any more, by its id. */
  readonly lost: ReadonlyMap<string, readonly KeptDraft[]>;
  /** For something else than what is shown, by its id. */
  readonly elsewhere: ReadonlyMap<string, readonly KeptDraft[]>;
}

/** Sorts the drafts of one map; those of the map itself and of what is shown stand in their boxes. */
export function keptDrafts(
  drafts: Readonly<Record<string, Draft>>,
  mapId: string,
  { elementById, relationById }: Pick<Snapshot, "elementById" | "relationById">,
  shownId: string | undefined,
): KeptDrafts {
  const lost = new Map<string, KeptDraft[]>();
  const elsewhere = new Map<string, KeptDraft[]>();
  for (const [key, { text }] of Object.entries(drafts)) {
    const place = draftPlace(key);
    if (place === undefined || place.map !== mapId || place.id === shownId || place.id === "map") continue;
    const { id } = place;
    const group = elementById.has(id) || relationById.has(id) ? elsewhere : lost;
    group.set(id, [...(group.get(id) ?? []), { ...place, key, text }]);
  }
  return { lost, elsewhere };
}
