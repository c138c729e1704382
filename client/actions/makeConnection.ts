import type { Editor } from "../../shared/document/edit.ts";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { Contract, MapElement, Organisation } from "../../shared/model/element.ts";
import { newId } from "../../shared/model/newId.ts";
import { isCommissionerKind, isNhsCommissionerKind } from "../../shared/model/organisationKind.ts";
import { relationVerb } from "../../shared/model/words.ts";
import { editName, select, useCanvasStore } from "../canvas/canvasStore.ts";
import { roomySpot } from "../canvas/freeSpot.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { takenSpots } from "./addElement.ts";
import { addingKey } from "./addingKey.ts";
import { type ConnectionChoice, nameOf } from "./connectionChoices.ts";

/** Makes the connection that was chosen, in one step of the history, and selects it. */
export function makeConnection(session: MapSession, choice: ConnectionChoice): void {
  const { elementById } = session.snapshots.get();
  const from = elementById.get(choice.from);
  const to = elementById.get(choice.to);
  if (from === undefined || to === undefined) return;
  if (choice.makes !== "contract") {
    let id = "";
    session.perform(`Connect: ${relationVerb(choice.makes)}`, (editor) => {
      id = writeConnection(session, editor, choice, [from, to]);
    });
    select([id]);
    return;
  }
  if (from.type === "organisation" && to.type === "organisation") putContractBetween(session, from, to);
}

function putContractBetween(session: MapSession, buyer: Organisation, holder: Organisation): void {
  const contract = contractBetween(session, buyer, holder, newId());
  session.perform(
    `Add a contract between ${nameOf(buyer)} and ${nameOf(holder)}`,
    (editor) => writeContract(editor, contract, buyer, holder),
    addingKey(contract.id),
  );
  select([contract.id]);
  useCanvasStore.getState().viewport?.bringIntoView([contract.id]);
  editName(contract.id);
}

/**
 * Writes a connection between two elements that are on the map or about to be, as part of a step.
 * @returns the id of the relation, or of the contract card between the two.
 */
export function writeConnection(
  session: MapSession,
  editor: Editor,
  choice: ConnectionChoice,
  ends: readonly [MapElement, MapElement],
): string {
  const [from, to] = [choice.from, choice.to].map((id) => ends.find((end) => end.id === id));
  const id = newId();
  if (from === undefined || to === undefined) return id;
  if (choice.makes !== "contract") editor.addRelation({ id, type: choice.makes, from: from.id, to: to.id });
  else if (from.type === "organisation" && to.type === "organisation")
    writeContract(editor, contractBetween(session, from, to, id), from, to);
  return id;
}

function writeContract(editor: Editor, contract: Contract, buyer: Organisation, holder: Organisation): void {
  editor.addElement(contract);
  editor.addRelation({ id: newId(), type: "commissions", from: buyer.id, to: contract.id });
  editor.addRelation({ id: newId(), type: "holds", from: holder.id, to: contract.id });
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
  const ends = [buyer, holder].map((end) => ({ ...end.position, ...cardSize(end) }));
  return { ...unplaced, position: roomySpot(wish, size, [...takenSpots(session), ...ends], "around") };
}

function likelyKind(buyer: Organisation): Contract["kind"] {
  if (isNhsCommissionerKind(buyer.kind)) return "nhs-standard";
  return isCommissionerKind(buyer.kind) ? "other" : "sub-contract";
}

function middleOf(element: MapElement): { x: number; y: number } {
  const { width, height } = cardSize(element);
  return { x: element.position.x + width / 2, y: element.position.y + height / 2 };
}
