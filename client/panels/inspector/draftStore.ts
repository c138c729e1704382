import { create } from "zustand";
import { tabStorage } from "../../sync/webStorage.ts";
import type { Draft } from "./draft.ts";

type Drafts = Readonly<Record<string, Draft>>;

interface DraftStore {
  /** Unsaved drafts of this tab by {@link draftKey}; they outlive the field and a reload of the page. */
  readonly drafts: Drafts;
}

/** What a draft is for. */
export interface DraftPlace {
  readonly map: string;
  /** Id of the element or relation; `map` for the map itself; see {@link severalId}. */
  readonly id: string;
  /** Its name in the format, without the part of it. */
  readonly field: string;
}

const KEPT = "plumbline.drafts.";
const SEVERAL = "several ";
const pauseBeforeKeepingMs = 250;

export const useDraftStore = create<DraftStore>()(() => ({ drafts: readKept() }));

/** The name under which the draft for a field of one map is kept. */
export function draftKey(mapId: string, id: string, field: string): string {
  return JSON.stringify([mapId, id, field]);
}

/** The name under which the draft for a part of such a field is kept, such as one of the two figures of a position. */
export function partKey(key: string, part: string): string {
  const [map, id, field] = JSON.parse(key) as [string, string, string];
  return draftKey(map, id, `${field} ${part}`);
}

/** Stands in place of an id for a field that is edited in several records at once. */
export function severalId(ids: readonly string[]): string {
  return SEVERAL + ids.join(" ");
}

/** What the draft of a key is for; undefined for one that is edited in several records at once: it goes with the selection. */
export function draftPlace(key: string): DraftPlace | undefined {
  const [map, id, field] = JSON.parse(key) as [string, string, string];
  return id.startsWith(SEVERAL) ? undefined : { map, id, field: field.split(" ")[0] ?? field };
}

/** Keeps a draft, or forgets it (undefined). */
export function setDraft(key: string, draft: Draft | undefined): void {
  const { drafts } = useDraftStore.getState();
  if (draft === undefined && drafts[key] === undefined) return;
  const { [key]: _before, ...others } = drafts;
  useDraftStore.setState({ drafts: draft === undefined ? others : { ...others, [key]: draft } });
  keepSoon();
}

/** Forgets every draft of a map, here and in what the tab keeps. */
export function forgetDrafts(mapId: string): void {
  const others = Object.entries(useDraftStore.getState().drafts).filter(([key]) => mapOf(key) !== mapId);
  useDraftStore.setState({ drafts: Object.fromEntries(others) });
  keep();
}

let timer: ReturnType<typeof setTimeout> | undefined;

function keepSoon(): void {
  timer ??= setTimeout(keep, pauseBeforeKeepingMs);
}

/** Writes the drafts to the tab's storage, where they survive a reload and end with the tab. */
export function keep(): void {
  clearTimeout(timer);
  timer = undefined;
  const byMap = new Map<string, Record<string, Draft>>();
  for (const [key, draft] of Object.entries(useDraftStore.getState().drafts)) {
    const place = draftPlace(key);
    if (place !== undefined) byMap.set(place.map, { ...byMap.get(place.map), [key]: draft });
  }
  for (const kept of tabStorage.keys(KEPT)) if (!byMap.has(kept.slice(KEPT.length))) tabStorage.remove(kept);
  for (const [map, drafts] of byMap) tabStorage.set(KEPT + map, JSON.stringify(drafts));
}

if (typeof addEventListener === "function")
  addEventListener("pagehide", () => {
    if (timer !== undefined) keep();
  });

function readKept(): Drafts {
  return Object.fromEntries(tabStorage.keys(KEPT).flatMap((kept) => readDrafts(tabStorage.get(kept))));
}

function readDrafts(text: string | undefined): [string, Draft][] {
  try {
    const stored: unknown = JSON.parse(text ?? "{}");
    if (typeof stored !== "object" || stored === null) return [];
    return Object.entries(stored).filter((entry): entry is [string, Draft] => isDraft(entry[1]));
  } catch {
    return [];
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { text, startedFrom } = value as Readonly<Record<string, unknown>>;
  return typeof text === "string" && typeof startedFrom === "string";
}

function mapOf(key: string): string {
  return (JSON.parse(key) as [string])[0];
}
