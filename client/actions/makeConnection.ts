import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { Contract, MapElement, Organisation } from "../../shared/model/element.ts";
import { newId } from "../../shared/model/newId.ts";
import { isCommissionerKind, isNhsCommissionerKind } from "../../shared/model/organisationKind.ts";
import { relationVerb } from "../../shared/model/words.ts";
import { editName, select, useCanvasStore } from "../canvas/canvasStore.ts";
import { freeSpot } from "../canvas/freeSpot.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { addingKey, takenSpots } from "./addElement.ts";
import { type ConnectionChoice, nameOf } from "./connectionChoices.ts";

/** Makes the connection that was chosen, in one step of the history, and selects it. */
export function makeConnection(session: MapSession, choice: ConnectionChoice): void {
  const { elementById } = session.snapshots.get();
  const from = elementById.get(choice.from);
  const to = elementById.get(choice.to);
  if (from === undefined || to === undefined) return;
  if (choice.makes !== "contract") {
    const id = newId();
    const relation = { id, type: choice.makes, from: from.id, to: to.id };
    session.perform(`Connect: ${relationVerb(choice.makes)}`, (editor) => editor.addRelation(relation));
    select([id]);
    return;
  }
  if (from.type === "organisation" && to.type === "organisation") putContractBetween(session, from, to);
}

function putContractBetween(session: MapSession, buyer: Organisation, holder: Organisation): void {
  const contract = contractBetween(session, buyer, holder, newId());
  session.perform(
    `Add a contract between ${nameOf(buyer)} and ${nameOf(holder)}`,
    (editor) => {
      editor.addElement(contract);
      editor.addRelation({ id: newId(), type: "commissions", from: buyer.id, to: contract.id });
      editor.addRelation({ id: newId(), type: "holds", from: holder.id, to: contract.id });
    },
    addingKey(contract.id),
  );
  select([contract.id]);
  useCanvasStore.getState().viewport?.bringIntoView([contract.id]);
  editName(contract.id);
}

function contractBetween(
  session: MapSession,
  buyer: Organisation,
  holder: Organisation,
  id: string,
): Contract {
  const unplaced: Contract = {
    id,
    type: "contract",
    kind: likelyKind(buyer),
    name: "",
    position: { x: 0, y: 0 },
  };
  const size = cardSize(unplaced);
  const [one, other] = [middleOf(buyer), middleOf(holder)];
  const wish = { x: (one.x + other.x - size.width) / 2, y: (one.y + other.y - size.height) / 2 };
  return { ...unplaced, position: freeSpot(wish, size, takenSpots(session)) };
}

function likelyKind(buyer: Organisation): Contract["kind"] {
  if (isNhsCommissionerKind(buyer.kind)) return "nhs-standard";
  return isCommissionerKind(buyer.kind) ? "other" : "sub-contract";
}

function middleOf(element: MapElement): { x: number; y: number } {
  const { width, height } = cardSize(element);
  return { x: element.position.x + width / 2, y: element.position.y + height / 2 };
}
