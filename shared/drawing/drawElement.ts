import { cleanText } from "../geometry/cleanText.ts";
import type { MapElement, Organisation } from "../model/element.ts";
import { isCommissionerKind, isProviderKind } from "../model/organisationKind.ts";
import { elementTypeWord, isVehicle, wordFor } from "../model/words.ts";
import { shownName } from "./cardText.ts";
import { drawCommissioner } from "./drawCommissioner.ts";
import { drawContract } from "./drawContract.ts";
import { drawForum } from "./drawForum.ts";
import { drawFund } from "./drawFund.ts";
import { drawNote } from "./drawNote.ts";
import { drawPlace } from "./drawPlace.ts";
import { drawPlainOrganisation } from "./drawPlainOrganisation.ts";
import { drawProvider } from "./drawProvider.ts";
import { drawVehicle } from "./drawVehicle.ts";
import { elementFacts } from "./elementFacts.ts";
import type { Drawing } from "./shapes.ts";

/** An element as it is drawn; coordinates start at the card's top left corner. */
export interface CardDrawing extends Drawing {
  /** What a screen reader says for the card: type, name and facts. */
  readonly label: string;
}

const drawn = new WeakMap<MapElement, CardDrawing>();

/** Draws an element. The same object gives the same drawing, so that what has not changed is not drawn again. */
export function drawElement(element: MapElement): CardDrawing {
  const known = drawn.get(element);
  if (known !== undefined) return known;
  const drawing = { ...drawingOf(element), label: cardLabel(element) };
  drawn.set(element, drawing);
  return drawing;
}

function drawingOf(element: MapElement): Drawing {
  switch (element.type) {
    case "organisation":
      return drawOrganisation(element);
    case "contract":
      return drawContract(element);
    case "fund":
      return drawFund(element);
    case "forum":
      return drawForum(element);
    case "place":
      return drawPlace(element);
    case "note":
      return drawNote(element);
  }
}

function drawOrganisation(organisation: Organisation): Drawing {
  if (isCommissionerKind(organisation.kind)) return drawCommissioner(organisation);
  if (isVehicle(organisation)) return drawVehicle(organisation);
  return isProviderKind(organisation.kind) ? drawProvider(organisation) : drawPlainOrganisation(organisation);
}

const LONGEST_LABEL = 300;

function cardLabel(element: MapElement): string {
  const name = element.type === "note" ? noteWords(element.name, element.text) : shownName(element).text;
  const facts = elementFacts(element).map((fact) => fact.text);
  const status = element.type === "contract" && element.status === "terminated" ? ["Terminated"] : [];
  return [`${kindWords(element)}: ${shortened(name)}`, ...status, ...facts].join(". ");
}

function kindWords(element: MapElement): string {
  if (element.type === "note" || element.kind === undefined || element.kind === "other")
    return elementTypeWord(element.type);
  return wordFor(element.kind);
}

function noteWords(name: string, text: string | undefined): string {
  return (
    [name, text ?? ""]
      .map(cleanText)
      .filter((part) => part !== "")
      .join(". ") || "empty"
  );
}

function shortened(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_LABEL)];
  return characters.length <= LONGEST_LABEL ? text : `${characters.slice(0, LONGEST_LABEL).join("")}…`;
}
