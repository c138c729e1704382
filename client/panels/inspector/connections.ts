import type { Snapshot } from "../../../shared/document/snapshot.ts";
import { formatMoney } from "../../../shared/model/money.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { sentenceVerb } from "../../actions/connectionChoices.ts";
import { elementName } from "./elementName.ts";
import { relationPhrase } from "./relationWords.ts";

/** A relation as it is listed with one of its ends. */
export interface Connection {
  readonly relation: Relation;
  /** The verb, read from the element whose connections these are. */
  readonly phrase: string;
  readonly otherName: string;
  /** The amount or share that is stated on it. */
  readonly figure: string | undefined;
}

/** The relations of one element in document order. A relation from an element to itself stands there once. */
export function connectionsOf(snapshot: Snapshot, id: string): readonly Connection[] {
  return snapshot.map.relations
    .filter((relation) => relation.from === id || relation.to === id)
    .map((relation) => {
      const readFrom = relation.from === id ? "from" : "to";
      const other = snapshot.elementById.get(readFrom === "from" ? relation.to : relation.from);
      return {
        relation,
        phrase: relationPhrase(relation.type, readFrom),
        otherName: other === undefined ? "" : elementName(other),
        figure: figureOf(relation),
      };
    });
}

/** A relation as a sentence: "Cambridgeshire CCG pays UnitingCare". */
export function relationSentence(snapshot: Snapshot, relation: Relation): string {
  const [from, to] = [relation.from, relation.to].map((id) => {
    const end = snapshot.elementById.get(id);
    return end === undefined ? "" : elementName(end);
  });
  return `${from} ${sentenceVerb(relation.type)} ${to}`;
}

function figureOf(relation: Relation): string | undefined {
  if (relation.type === "pays" && relation.annualAmount !== undefined)
    return `${formatMoney(relation.annualAmount)} a year`;
  if (relation.type === "owns" && relation.percent !== undefined) return `${relation.percent}%`;
  return undefined;
}
