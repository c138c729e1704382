import type { Snapshot } from "../../shared/document/snapshot.ts";
import { type ElementType, elementFields, type MapElement } from "../../shared/model/element.ts";
import type { Json } from "../../shared/model/field.ts";
import { readElement } from "../../shared/model/readRecord.ts";
import { isAllowed, type Relation } from "../../shared/model/relation.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";

/** What an element is to become. */
export interface ConversionTarget {
  readonly type: ElementType;
  readonly kind: string | undefined;
}

/** An element of another type in the place of one: the type of an element never changes, so a new one is made. */
export interface Conversion {
  readonly element: MapElement;
  /** The relations that can be drawn again, with ids of their own. */
  readonly relations: readonly Relation[];
  /** Ids of the relations that mean nothing between the new types. */
  readonly lostRelations: readonly string[];
  /** Names of the fields that are stated and that the new type does not have. */
  readonly lostFields: readonly string[];
  /** How many accepted findings name the element: they are about what it was. */
  readonly lostDecisions: number;
  /** How many others name it in a field, such as the cards of a place. */
  readonly lostReferences: number;
}

const HEADS: ReadonlySet<string> = new Set(["id", "type", "kind"]);
const PLACE_SIZE = { width: 480, height: 320 };

/** Works out what becomes of an element of another type; nothing is written. */
export function planConversion(
  snapshot: Snapshot,
  element: MapElement,
  target: ConversionTarget,
  makeId: () => string,
): Conversion {
  const id = makeId();
  const { kept, lostFields } = carriedFields(element, target);
  const converted = readElement(
    { ...kept, id, type: target.type, ...(target.kind !== undefined && { kind: target.kind }) },
    { path: "element", ordinal: "Element" },
  );
  const relations: Relation[] = [];
  const lostRelations: string[] = [];
  for (const relation of snapshot.map.relations) {
    if (relation.from !== element.id && relation.to !== element.id) continue;
    const typeOf = (end: string) => (end === element.id ? target.type : snapshot.elementById.get(end)?.type);
    const [from, to] = [typeOf(relation.from), typeOf(relation.to)];
    if (from === undefined || to === undefined || !isAllowed(relation.type, from, to))
      lostRelations.push(relation.id);
    else
      relations.push({
        ...relation,
        id: makeId(),
        from: relation.from === element.id ? id : relation.from,
        to: relation.to === element.id ? id : relation.to,
      });
  }
  return {
    element: converted,
    relations,
    lostRelations,
    lostFields,
    lostDecisions: (snapshot.map.decisions ?? []).filter(({ subjects }) => subjects.includes(element.id))
      .length,
    lostReferences: referencesTo(snapshot, element.id),
  };
}

/** What the new type has too, under the same name and with a value that fits it; the words of a note become a name, and back. */
function carriedFields(
  element: MapElement,
  { type }: ConversionTarget,
): { readonly kept: Readonly<Record<string, Json>>; readonly lostFields: readonly string[] } {
  const [before, after] = [elementFields(element.type), elementFields(type)];
  const kept: Record<string, Json> = {};
  const lostFields: string[] = [];
  for (const [name, value] of Object.entries(element) as [string, Json][]) {
    if (HEADS.has(name) || value === undefined) continue;
    const known = after[name];
    const isUnknown = before[name] === undefined;
    if (known === undefined ? isUnknown : known.check.safeParse(value).success) kept[name] = value;
    // How large a frame or a note was drawn is stated by nobody.
    else if (name !== "text" && name !== "size") lostFields.push(name);
  }
  if (type === "place") kept.size = PLACE_SIZE;
  else if (element.type === "place") delete kept.size;
  if (element.type === "note") Object.assign(kept, namedByText(element.name, element.text ?? "", kept.notes));
  if (type === "note") Object.assign(kept, { text: element.name, name: "" });
  return { kept, lostFields };
}

/** The first line of a note is the name of what it becomes; the rest goes to the notes. */
function namedByText(name: string, text: string, notes: Json | undefined): Record<string, Json> {
  const whole = [name, text].filter((part) => part.trim() !== "").join("\n");
  const [first = "", ...rest] = whole.split("\n");
  const cut = [...first].slice(0, LIMITS.titleCharacters).join("");
  const remainder = [first.slice(cut.length), ...rest, notes]
    .filter((part) => typeof part === "string" && part.trim() !== "")
    .join("\n");
  return { name: cut.trim(), ...(remainder !== "" && { notes: remainder }) };
}

function referencesTo(snapshot: Snapshot, id: string): number {
  const { elements, relations } = snapshot.map;
  return (
    elements.filter((each) => each.place === id || (each.type === "contract" && each.consultation === id))
      .length + relations.filter((each) => each.type === "pays" && each.contract === id).length
  );
}
