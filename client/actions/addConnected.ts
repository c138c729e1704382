import { cardSize } from "../../shared/drawing/cardSize.ts";
import { END_LIES_ABOVE, SAYS_NOTHING_OF_ABOVE } from "../../shared/layout/ties.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Point } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { editName, focusOn, select, useCanvasStore } from "../canvas/canvasStore.ts";
import { ROOM_FOR_LINE, roomySpot, type Side, toGrid } from "../canvas/freeSpot.ts";
import { newElement } from "../palette/newElement.ts";
import { PALETTE_ITEMS, type PaletteItem } from "../palette/paletteItems.ts";
import { rememberItem } from "../palette/recentItems.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { takenSpots } from "./addElement.ts";
import { addingKey } from "./addingKey.ts";
import { type ConnectionChoice, connectionChoices, nameOf } from "./connectionChoices.ts";
import { writeConnection } from "./makeConnection.ts";

/** The id that a card has in the choices that are offered before it is made. */
const NOT_YET = "not yet";

/** The ways to connect a card that a palette item would make with one that is there, the likeliest first; none where nothing can. */
export function choicesForNew(
  from: MapElement,
  item: PaletteItem,
  name: string,
): readonly ConnectionChoice[] {
  const draft = newElement(item, NOT_YET, { x: 0, y: 0 }, name.trim() === "" ? "the new card" : name.trim());
  return draft === undefined ? [] : connectionChoices(from, draft);
}

/** The palette items that can be connected with a card. */
export function connectableItems(from: MapElement): readonly PaletteItem[] {
  return PALETTE_ITEMS.filter((item) => choicesForNew(from, item, "").length > 0);
}

/** What is to be added, where, and how it is connected. */
export interface ConnectedAddition {
  readonly from: MapElement;
  readonly item: PaletteItem;
  readonly name: string;
  /** One of {@link choicesForNew}. */
  readonly choice: ConnectionChoice;
  /** The middle of the new card, in map units; undefined: beside the card that it is connected to. */
  readonly centre: Point | undefined;
}

/** Adds a card and connects it with one that is there, with a contract card between them where that was chosen: one step of the history. */
export function addConnected(session: MapSession, addition: ConnectedAddition): void {
  if (!session.canEdit) return;
  const { from, item, name, choice, centre } = addition;
  const id = newId();
  const draft = newElement(item, id, { x: 0, y: 0 }, name.trim() === "" ? undefined : name.trim());
  if (draft === undefined) return;
  const element = { ...draft, position: spotFor(session, draft, from, choice, centre) };
  const made: ConnectionChoice = {
    ...choice,
    from: choice.from === NOT_YET ? id : choice.from,
    to: choice.to === NOT_YET ? id : choice.to,
  };
  rememberItem(item.id);
  let connection = id;
  session.perform(
    `Add ${element.name.trim() || item.label} and connect it with ${nameOf(from)}`,
    (editor) => {
      editor.addElement(element);
      connection = writeConnection(session, editor, made, [from, element]);
    },
    addingKey(id),
  );
  select([id]);
  useCanvasStore.getState().viewport?.bringIntoView([from.id, id, connection]);
  if (element.name.trim() === "") editName(id);
  else focusOn(id);
}

/** A contract card stands between the two, with a line on either side of it. */
const GAP_WITH_CONTRACT = 2 * ROOM_FOR_LINE.down + 128;

/** Where the person pointed, or else on the side of the card that it is connected to where a tidy map has it: what buys above what sells. */
function spotFor(
  session: MapSession,
  draft: MapElement,
  from: MapElement,
  choice: ConnectionChoice,
  centre: Point | undefined,
): Point {
  const size = cardSize(draft);
  if (centre !== undefined)
    return { x: toGrid(centre.x - size.width / 2), y: toGrid(centre.y - size.height / 2) };
  const { x, y } = from.position;
  const { width, height } = cardSize(from);
  const side = sideOf(choice);
  const down = choice.makes === "contract" ? GAP_WITH_CONTRACT : ROOM_FOR_LINE.down;
  const middle = { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2 };
  const wish = {
    below: { x: middle.x, y: y + height + down },
    above: { x: middle.x, y: y - size.height - down },
    right: { x: x + width + ROOM_FOR_LINE.across, y: middle.y },
  }[side];
  return roomySpot(wish, size, takenSpots(session), side);
}

function sideOf({ makes, from }: ConnectionChoice): Exclude<Side, "around"> {
  const isStart = from === NOT_YET;
  if (makes === "contract") return isStart ? "above" : "below";
  if (SAYS_NOTHING_OF_ABOVE.has(makes)) return "right";
  return isStart === END_LIES_ABOVE.has(makes) ? "below" : "above";
}
