import { cardSize } from "../../shared/drawing/cardSize.ts";
import { BoxGrid } from "../../shared/geometry/BoxGrid.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { isLocked } from "../../shared/model/locked.ts";
import type { MapSession } from "../sync/MapSession.ts";

const known = new WeakMap<MapSession, ReadonlySet<string>>();

/** From now on, what is on the map is not new to this tab. */
export function noteWhatIsThere(session: MapSession): void {
  known.set(session, new Set(session.snapshots.get().map.elements.map(({ id }) => id)));
}

/** Whether it is known in this tab what was there before. */
export function hasNoted(session: MapSession): boolean {
  return known.has(session);
}

/** The cards that came since the last tidy of this tab (or since it opened the map), and those that lie on others. */
export function idsOfNew(session: MapSession): readonly string[] {
  const { elements } = session.snapshots.get().map;
  const before = known.get(session);
  const isNew = ({ id }: MapElement) => before !== undefined && !before.has(id);
  const overlapping = overlappingIds(elements, isNew);
  return elements.flatMap((element) =>
    !isLocked(element) && (isNew(element) || overlapping.has(element.id)) ? [element.id] : [],
  );
}

/** Of two cards that overlap, the one that is new moves, else the one on top, else the one that is not locked. */
function overlappingIds(
  elements: readonly MapElement[],
  isNew: (element: MapElement) => boolean,
): ReadonlySet<string> {
  const cards = elements.filter(({ type }) => type !== "place");
  const moving = new Set<string>();
  const grid = new BoxGrid<MapElement>();
  // What stays is put down first: locked cards, then those that were there, each from below to above.
  const order = cards.toSorted((a, b) => rank(a, isNew) - rank(b, isNew));
  for (const element of order) {
    const box = { x: element.position.x, y: element.position.y, ...cardSize(element) };
    let isClear = true;
    grid.forEachIn(box, () => {
      isClear = false;
    });
    if (isClear) grid.set(element, box);
    else moving.add(element.id);
  }
  return moving;
}

function rank(element: MapElement, isNew: (element: MapElement) => boolean): number {
  if (isLocked(element)) return 0;
  return isNew(element) ? 2 : 1;
}
