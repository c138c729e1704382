import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement, Place } from "../../shared/model/element.ts";
import { takenSpots } from "../actions/addElement.ts";
import { ElementPicker } from "../canvas/ElementPicker.tsx";
import { freeSpot } from "../canvas/freeSpot.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { announce } from "../panels/panelStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { askForPlace, usePlaceStore } from "./placeStore.ts";

const EDGE = 32;

/** Asks into which place an element goes, and puts it there. */
export function PlaceDialog() {
  const session = useSession();
  const { map, elementById } = useSnapshot();
  const id = usePlaceStore((state) => state.element);
  const element = id === undefined ? undefined : elementById.get(id);
  const places = map.elements.filter((each) => each.type === "place" && each.id !== id);
  const close = () => askForPlace(undefined);
  return (
    <Dialog
      title={element === undefined ? "Put into a place" : `Put ${elementName(element)} into a place`}
      isOpen={element !== undefined}
      onClose={close}
    >
      {element !== undefined && (
        <>
          <ElementPicker
            label="Which place?"
            elements={places}
            onPick={(place) => {
              close();
              if (place.type === "place") putInto(session, element, place);
            }}
          />
          {element.place !== undefined && (
            <Button
              variant="outline"
              onPress={() => {
                close();
                session.perform(`Take ${elementName(element)} out of its place`, (editor) =>
                  editor.setField(element.id, "place", undefined),
                );
              }}
            >
              Take out of its place
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}

function putInto(session: MapSession, element: MapElement, place: Place): void {
  const others = takenSpots(session).filter(
    ({ x, y }) => x !== element.position.x || y !== element.position.y,
  );
  const corner = { x: place.position.x + EDGE, y: place.position.y + 2 * EDGE };
  const position = freeSpot(corner, cardSize(element), others);
  session.perform(`Put ${elementName(element)} into ${elementName(place)}`, (editor) => {
    editor.setField(element.id, "place", place.id);
    editor.setField(element.id, "position", { x: position.x, y: position.y });
  });
  announce(`${elementName(element)} is in ${elementName(place)} now.`);
}
