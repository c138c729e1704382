import { create } from "zustand";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { type Box, union } from "../../shared/geometry/box.ts";
import { placesAround, withPlaceContents } from "../../shared/layout/nesting.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { isLocked } from "../../shared/model/locked.ts";
import { placeUnder } from "../arrange/placeUnder.ts";
import { sayLocked } from "../arrange/refuseLocked.ts";
import type { Guide, Snapper } from "../arrange/Snapper.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useRegionStore } from "../view/regionStore.ts";
import { useCanvasStore } from "./canvasStore.ts";

/** Cards that this person is moving and has not dropped yet. */
export interface OwnDrag {
  readonly ids: readonly string[];
  readonly idSet: ReadonlySet<string>;
  /** How far they have been moved, in map units. */
  readonly dx: number;
  readonly dy: number;
  /** Where they stood when the move began: if somebody moves one meanwhile, it still stays under this person's pointer. */
  readonly from: ReadonlyMap<string, Point>;
}

interface DragState {
  readonly own: OwnDrag | undefined;
  /** What the moving cards are level with. */
  readonly guides: readonly Guide[];
  /** The place that they would be put in if they were dropped now. */
  readonly over: string | undefined;
}

const NOWHERE: Point = { x: 0, y: 0 };
const NO_GUIDES: readonly Guide[] = [];
const AT_REST: DragState = { own: undefined, guides: NO_GUIDES, over: undefined };
/** How near a card must come to be pulled, in pixels of the screen. */
const REACH_PX = 6;

/** The move in progress in this tab. The document hears of it when it is dropped; others see it as presence. */
export const useDragStore = create<DragState>()(() => AT_REST);

const { getState, setState } = useDragStore;

/** What is found out once, when a move begins. */
interface Beginning {
  /** The ids that were taken hold of; what lies in places among them follows. */
  readonly held: readonly string[];
  readonly snapper: Snapper | undefined;
}

/** Makes what pulls moving cards into line. It comes after the first screen; what is dragged before that is not pulled. */
let makeSnapper: ((start: Box, others: readonly Box[]) => Snapper) | undefined;

/** Brings what pulls moving cards into line. */
export function bringSnapping(make: typeof makeSnapper): void {
  makeSnapper = make;
}

let beginning: Beginning = { held: [], snapper: undefined };

/**
 * Starts moving elements; what lies in a place moves with it. Nothing starts for somebody who may not edit. What is locked, and
 * a place with something locked in it, stays; if nothing is left to move, a message says why. Says whether anything moves.
 */
export function beginDrag(session: MapSession, ids: readonly string[]): boolean {
  if (!session.canEdit) return false;
  const { map, elementById } = session.snapshots.get();
  const lockedBy = (id: string) => lockedIn(id, map.elements, elementById);
  const held = ids.filter((id) => elementById.has(id) && lockedBy(id) === undefined);
  if (held.length === 0) {
    const locked = new Set(ids.flatMap((id) => lockedBy(id) ?? []));
    sayLocked(session, [...locked]);
    return false;
  }
  const all = withPlaceContents(held, map.elements);
  const idSet = new Set(all);
  beginning = { held, snapper: snapperFor(held, idSet, map.elements, elementById) };
  const from = new Map(all.flatMap((id) => [[id, elementById.get(id)?.position ?? NOWHERE] as const]));
  setState({ own: { ids: all, idSet, dx: 0, dy: 0, from }, guides: NO_GUIDES, over: undefined });
  return true;
}

/** How a move goes on. */
export interface MoveOptions {
  /** `pull` moves the cards to what is near, `show` only says what they are level with. Left out: neither. */
  readonly snapping?: "pull" | "show";
}

/** Moves them to this distance from where they stand in the document, or to where that is pulled. */
export function moveDrag(session: MapSession, dx: number, dy: number, { snapping }: MoveOptions = {}): void {
  const { own, guides: guidesBefore } = getState();
  if (own === undefined) return;
  const { zoom } = useCanvasStore.getState();
  const snapped =
    snapping === undefined
      ? undefined
      : beginning.snapper?.snap(dx, dy, snapping === "pull" ? REACH_PX / zoom : 0);
  const way = { dx: Math.round(snapped?.dx ?? dx), dy: Math.round(snapped?.dy ?? dy) };
  const guides = snapped?.guides ?? NO_GUIDES;
  if (own.dx === way.dx && own.dy === way.dy) {
    if (guides.length > 0 || guidesBefore.length > 0) setState({ guides });
    return;
  }
  const now = { ...own, ...way };
  setState({ own: now, guides, over: placeOver(session, now) });
  session.presence.setDrag({ ids: own.ids, ...way });
}

/**
 * Drops them: one write, one step of the history. Who is dropped on a place is put in it, who is dropped outside the place that
 * they were in is taken out. Who drops last decides where a card is. What somebody has deleted or locked meanwhile is left as it is.
 */
export function dropDrag(session: MapSession): void {
  const { own } = getState();
  if (own === undefined) return;
  const { map, elementById } = session.snapshots.get();
  const moved = own.ids.flatMap((id) => elementById.get(id) ?? []).filter((element) => !isLocked(element));
  if (moved.length > 0 && (own.dx !== 0 || own.dy !== 0)) {
    const held = new Set(beginning.held);
    session.perform(moveLabel(moved), (editor) => {
      for (const element of moved) {
        const { id, position } = element;
        const { x, y } = own.from.get(id) ?? position;
        editor.setField(id, "position", { ...position, x: x + own.dx, y: y + own.dy });
        if (!held.has(id)) continue;
        const change = placeUnder(element, own, map.elements, elementById);
        if (change !== undefined) editor.setField(id, "place", change.place);
      }
    });
  }
  setState(AT_REST);
  session.presence.setDrag(undefined);
}

/** Puts them back where they were. */
export function cancelDrag(session: MapSession): void {
  if (getState().own === undefined) return;
  setState(AT_REST);
  session.presence.setDrag(undefined);
}

/** What is locked about an element: itself, or something that lies in it. */
function lockedIn(
  id: string,
  elements: readonly MapElement[],
  elementById: ReadonlyMap<string, MapElement>,
): MapElement | undefined {
  const element = elementById.get(id);
  if (element === undefined || isLocked(element)) return element;
  if (element.type !== "place") return undefined;
  return elements.find((other) => isLocked(other) && placesAround(other.id, elementById).includes(id));
}

/** The place that all of what is held would be put in now. */
function placeOver(session: MapSession, own: OwnDrag): string | undefined {
  const { map, elementById } = session.snapshots.get();
  const places = map.elements.filter(({ type }) => type === "place");
  const over = (id: string | undefined) => {
    const element = id === undefined ? undefined : elementById.get(id);
    return element && placeUnder(element, own, places, elementById)?.place;
  };
  const place = over(beginning.held[0]);
  return place !== undefined && beginning.held.every((id) => over(id) === place) ? place : undefined;
}

function snapperFor(
  held: readonly string[],
  idSet: ReadonlySet<string>,
  elements: readonly MapElement[],
  elementById: ReadonlyMap<string, MapElement>,
): Snapper | undefined {
  const [first, ...rest] = held.flatMap((id) => elementById.get(id) ?? []).map(boxOf);
  if (first === undefined || makeSnapper === undefined) return undefined;
  const seen = useRegionStore.getState().control?.current();
  const others = elements.flatMap((element) => {
    if (idSet.has(element.id)) return [];
    const box = boxOf(element);
    const isInView =
      seen === undefined ||
      (box.x < seen.x + seen.width &&
        seen.x < box.x + box.width &&
        box.y < seen.y + seen.height &&
        seen.y < box.y + box.height);
    return isInView ? box : [];
  });
  return makeSnapper(rest.reduce(union, first), others);
}

function boxOf(element: MapElement): Box {
  return { x: element.position.x, y: element.position.y, ...cardSize(element) };
}

function moveLabel(moved: readonly MapElement[]): string {
  const [first] = moved;
  if (moved.length !== 1 || first === undefined) return `Move ${moved.length} cards`;
  return `Move ${first.name.trim() || first.type}`;
}
