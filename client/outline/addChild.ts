import type { Contract, ElementType, MapElement } from "../../shared/model/element.ts";
import { newId } from "../../shared/model/newId.ts";
import { isCommissionerKind, isNhsCommissionerKind } from "../../shared/model/organisationKind.ts";
import { isAllowed, type Relation, type RelationType } from "../../shared/model/relation.ts";
import { isVehicle } from "../../shared/model/words.ts";
import { addingKey } from "../actions/addingKey.ts";
import { nameOf } from "../actions/connectionChoices.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { blankElement, spotForOne } from "../tables/newRecords.ts";

/** Something new that can stand below an element, joined to it. */
export interface ChildChoice {
  readonly type: RelationType;
  /** What is new. */
  readonly adds: ElementType;
  /** Which end of the relation the new element is. */
  readonly end: "from" | "to";
  /** "Add a contract let by Fenland ICB". */
  readonly label: string;
}

type Draft = readonly [type: RelationType, end: "from" | "to", adds: ElementType, words: string];

const CHILDREN: readonly Draft[] = [
  ["commissions", "to", "contract", "a contract let by"],
  ["holds", "to", "contract", "a contract held by"],
  ["under", "from", "contract", "a sub-contract under"],
  ["holds", "from", "organisation", "a holder of"],
  ["commissions", "from", "organisation", "a buyer of"],
  ["member", "from", "organisation", "a member of"],
  ["owns", "from", "organisation", "an owner of"],
  ["guarantees", "from", "organisation", "a guarantor of"],
  ["hosts", "to", "fund", "a fund hosted by"],
  ["pays", "to", "fund", "a fund paid into by"],
  ["pays", "from", "organisation", "an organisation that pays"],
  ["pays", "to", "organisation", "an organisation paid by"],
  ["owns", "to", "organisation", "a body owned by"],
  ["hosts", "from", "organisation", "a host of"],
  ["hosts", "to", "forum", "a board hosted by"],
  ["member", "to", "forum", "a board that has as a member"],
  ["governs", "from", "forum", "a board that governs"],
  ["governs", "to", "contract", "a contract governed by"],
  ["delegates", "to", "organisation", "a body that receives delegation from"],
  ["partners", "to", "organisation", "a partner of"],
];

/** What can be added below an element, by the grammar of the map, the likeliest first. */
export function childChoices(element: MapElement): readonly ChildChoice[] {
  return CHILDREN.filter(([type, end, adds]) =>
    end === "to" ? isAllowed(type, element.type, adds) : isAllowed(type, adds, element.type),
  )
    .toSorted((one, other) => likelihood(other, element) - likelihood(one, element))
    .map(([type, end, adds, words]) => ({ type, end, adds, label: `Add ${words} ${nameOf(element)}` }));
}

function likelihood([type, end]: Draft, element: MapElement): number {
  if (element.type !== "organisation") return 0;
  if (isCommissionerKind(element.kind)) return type === "commissions" || type === "hosts" ? 2 : 0;
  if (isVehicle(element)) return end === "from" && (type === "member" || type === "owns") ? 2 : 0;
  return type === "holds" ? 2 : 0;
}

/**
 * Adds a new element joined to one that is there, as one step of the history; naming it afterwards belongs to the same step.
 * @returns the ids of the new element and of the relation that joins it.
 */
export function addChild(
  session: MapSession,
  parent: MapElement,
  choice: ChildChoice,
): { readonly element: string; readonly relation: string } {
  const blank = blankElement(choice.adds, spotForOne(session, choice.adds));
  const element = blank.type === "contract" ? { ...blank, kind: likelyKind(parent, choice) } : blank;
  const [from, to] = choice.end === "to" ? [parent.id, element.id] : [element.id, parent.id];
  const relation = { id: newId(), type: choice.type, from, to } as Relation;
  session.perform(
    choice.label,
    (editor) => {
      editor.addElement(element);
      editor.addRelation(relation);
    },
    addingKey(element.id),
  );
  return { element: element.id, relation: relation.id };
}

function likelyKind(parent: MapElement, choice: ChildChoice): Contract["kind"] {
  if (choice.type === "under") return "sub-contract";
  const isNhs = parent.type === "organisation" && isNhsCommissionerKind(parent.kind);
  return choice.type === "commissions" && isNhs ? "nhs-standard" : "other";
}
