import type { RelationType } from "../../model/relation.ts";
import { RELATION_TYPES } from "../../model/relation.ts";
import { relationVerb } from "../../model/words.ts";
import type { LinePart } from "../HistoryAnswer.ts";
import type { NamedRecord } from "../HistorySegment.ts";

const longestName = 80;

const NOUNS: Readonly<Record<string, readonly [one: string, many: string, unnamed: string]>> = {
  organisation: ["organisation", "organisations", "an unnamed organisation"],
  contract: ["contract", "contracts", "an unnamed contract"],
  fund: ["fund", "funds", "an unnamed fund"],
  forum: ["board", "boards", "an unnamed board"],
  place: ["place", "places", "an unnamed place"],
  note: ["note", "notes", "a note"],
};
const CARD = ["card", "cards", "a card"] as const;

/** How the records of one entry are called in its lines. */
export class Names {
  constructor(private readonly named: ReadonlyMap<string, NamedRecord>) {}

  /** Whether an element or relation of this id is known. */
  has(id: string): boolean {
    return this.named.has(id);
  }

  recordOf(id: string): NamedRecord {
    return this.named.get(id) ?? {};
  }

  /** Whether an element has a name of its own. */
  isNamed(id: string): boolean {
    return shortName(this.recordOf(id).name) !== "";
  }

  /** What kind of card it is: "contract", and of several "contracts". */
  nounOf(id: string): { readonly one: string; readonly many: string } {
    const [one, many] = nounsOf(this.recordOf(id).type);
    return { one, many };
  }

  /** The name of an element, or of a relation what it says. */
  link(id: string): LinePart {
    return { id, name: this.#relationWords(id) ?? this.#elementName(id) };
  }

  /** The verb of a relation, in the direction in which it is drawn. */
  verbOf(id: string): string {
    const { type } = this.recordOf(id);
    if (!isRelationType(type)) return "related";
    return type === "holds" ? "holder" : relationVerb(type);
  }

  /** The elements that a relation joins. */
  endsOf(id: string): { readonly from: LinePart; readonly to: LinePart } {
    const { from, to } = this.recordOf(id);
    return { from: this.#endLink(from), to: this.#endLink(to) };
  }

  #elementName(id: string): string {
    const { type, name } = this.recordOf(id);
    return shortName(name) || nounsOf(type)[2];
  }

  #relationWords(id: string): string | null {
    const { type, from, to } = this.recordOf(id);
    if (!isRelationType(type) || typeof from !== "string" || typeof to !== "string") return null;
    const [start, end] = type === "holds" ? [to, from] : [from, to];
    return `${this.#elementName(start)} ${relationVerb(type)} ${this.#elementName(end)}`;
  }

  #endLink(id: unknown): LinePart {
    return typeof id === "string" && this.named.has(id) ? this.link(id) : "something that is not there";
  }
}

/** A text of somebody on one line, cut where it is long. */
export function shortName(text: unknown, longest = longestName): string {
  if (typeof text !== "string") return "";
  const plain = text
    .slice(0, longest * 4)
    .replace(/\s+/gu, " ")
    .trim();
  const characters = Array.from(plain);
  return characters.length <= longest ? plain : `${characters.slice(0, longest).join("").trimEnd()}…`;
}

function nounsOf(type: unknown): readonly [one: string, many: string, unnamed: string] {
  return (typeof type === "string" && Object.hasOwn(NOUNS, type) ? NOUNS[type] : undefined) ?? CARD;
}

function isRelationType(type: unknown): type is RelationType {
  return RELATION_TYPES.some((each) => each === type);
}
