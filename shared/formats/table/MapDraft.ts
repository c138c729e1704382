import type { ElementType, MapElement } from "../../model/element.ts";
import type { Json } from "../../model/field.ts";
import { isSameJson } from "../../model/isSameJson.ts";
import { isLocked } from "../../model/locked.ts";
import { readElement, readRelation } from "../../model/readRecord.ts";
import type { Relation, RelationType } from "../../model/relation.ts";
import type { SystemMap } from "../../model/systemMap.ts";
import { fieldWord } from "../../model/words.ts";
import type { FieldChange, KnownCards } from "./Proposal.ts";
import { plainName, shortName } from "./plainName.ts";

type Fields = Readonly<Record<string, Json | undefined>>;

/** A card of the map, or one that is to be added. */
export interface DraftCard {
  readonly id: string;
  readonly type: ElementType;
  readonly isNew: boolean;
  readonly fields: Fields;
}

interface Stored extends DraftCard {
  readonly fields: Record<string, Json | undefined>;
  readonly isLocked: boolean;
}

/** A relation of the map, or one that is to be added. */
export interface DraftRelation {
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly isNew: boolean;
  readonly fields: Record<string, Json | undefined>;
}

/** The map as it would be with what rows of a table say: finds by name and code what is there, and adds what is missing. */
export class MapDraft {
  readonly #cards = new Map<string, Stored>();
  readonly #byName = new Map<string, Stored[]>();
  readonly #organisationsByShortName = new Map<string, Stored[]>();
  readonly #byCode = new Map<string, Stored>();
  readonly #relations: DraftRelation[] = [];
  readonly #relationsByEnd = new Map<string, DraftRelation[]>();
  readonly #changes: FieldChange[] = [];
  readonly #known = new Set<string>();
  readonly #makeId: () => string;
  readonly #treatKnown: KnownCards;

  constructor(map: SystemMap, makeId: () => string, treatKnown: KnownCards) {
    this.#makeId = makeId;
    this.#treatKnown = treatKnown;
    for (const element of map.elements) this.#keep({ ...draftOf(element), isLocked: isLocked(element) });
    for (const relation of map.relations) {
      const { id, type, from, to, ...fields } = relation;
      this.#keepRelation({ id, type, from, to, isNew: false, fields: fields as Record<string, Json> });
    }
  }

  /**
   * The cards of these types with this name, those of the map first; with a code, none that states another one. Where there is none,
   * the one organisation that a shortened name ("Norfolk CC") can mean, if it is only one.
   */
  find(name: string, types: readonly ElementType[], odsCode?: string): readonly DraftCard[] {
    const code = odsCode?.trim().toUpperCase();
    const coded = code === undefined ? undefined : this.#byCode.get(code);
    if (coded !== undefined) return [coded];
    const isPossible = ({ type, fields }: DraftCard) =>
      types.includes(type) && (code === undefined || codeOf(fields) === undefined || codeOf(fields) === code);
    const plain = plainName(name);
    const named = (this.#byName.get(plain) ?? []).filter(isPossible);
    if (named.length > 0) return named;
    const meant = this.#meantBy(plain).filter(isPossible);
    return meant.length === 1 ? meant : [];
  }

  /** The organisations whose names differ from this one only in that one of the two is shortened. */
  #meantBy(plain: string): readonly DraftCard[] {
    const short = shortName(plain);
    const alike = this.#organisationsByShortName.get(short) ?? [];
    if (plain === short) return alike;
    return alike.filter(({ fields }) => plainName(String(fields.name ?? "")) === short);
  }

  /** Remembers that a row names a card of the map. */
  noteKnown(card: DraftCard): void {
    if (!card.isNew) this.#known.add(card.id);
  }

  add(type: ElementType, fields: Fields): DraftCard {
    const card: Stored = { id: this.#makeId(), type, isNew: true, fields: { ...fields }, isLocked: false };
    this.#keep(card);
    return card;
  }

  /** The relations of a type that begin or end at a card. */
  relationsAt(id: string, type: RelationType): readonly DraftRelation[] {
    return (this.#relationsByEnd.get(id) ?? []).filter((relation) => relation.type === type);
  }

  /** Joins two cards, unless they are joined in this way already. */
  join(
    type: RelationType,
    from: string,
    to: string,
  ): { readonly relation: DraftRelation; readonly isNew: boolean } {
    const there = this.relationsAt(from, type).find(
      (relation) => relation.from === from && relation.to === to,
    );
    if (there !== undefined) return { relation: there, isNew: false };
    return { relation: this.addRelation(type, from, to), isNew: true };
  }

  /** Adds a relation, whatever joins the two already. */
  addRelation(type: RelationType, from: string, to: string): DraftRelation {
    const relation = { id: this.#makeId(), type, from, to, isNew: true, fields: {} };
    this.#keepRelation(relation);
    return relation;
  }

  /**
   * States a field of a card or relation, as far as what is on the map is to be changed. Says whether it changed something, and what
   * is lost where the value stands against another.
   */
  state(target: DraftCard | DraftRelation, field: string, value: Json): { changed: boolean; lost?: string } {
    const record = "from" in target ? target : this.#cards.get(target.id);
    if (record === undefined) return { changed: false };
    const before = record.fields[field];
    if (before !== undefined && isSameJson(before, value)) return { changed: false };
    const word = fieldWord(field);
    if (before !== undefined && (record.isNew || this.#treatKnown !== "replace"))
      return {
        changed: false,
        lost: record.isNew ? `${word}: another row says otherwise.` : `${word}: the map says otherwise.`,
      };
    if (!record.isNew && this.#treatKnown === "leave")
      return { changed: false, lost: `${word}: the map is left as it is.` };
    if ("isLocked" in record && record.isLocked)
      return { changed: false, lost: `${word}: the card is locked.` };
    record.fields[field] = value;
    if (!record.isNew) this.#changes.push({ id: record.id, field, value });
    return { changed: true };
  }

  /** Everything that is new or changed. */
  result(): {
    readonly elements: readonly MapElement[];
    readonly relations: readonly Relation[];
    readonly changes: readonly FieldChange[];
    readonly known: readonly string[];
  } {
    const place = { path: "table", ordinal: "Row" };
    const newCards = [...this.#cards.values()].filter(({ isNew }) => isNew);
    return {
      elements: newCards.map(({ id, type, fields }) =>
        readElement({ id, type, ...fields, position: { x: 0, y: 0 } }, place),
      ),
      relations: this.#relations
        .filter(({ isNew }) => isNew)
        .map(({ id, type, from, to, fields }) => readRelation({ id, type, from, to, ...fields }, place)),
      changes: this.#changes,
      known: [...this.#known],
    };
  }

  #keep(card: Stored): void {
    this.#cards.set(card.id, card);
    const name = plainName(String(card.fields.name ?? ""));
    if (name !== "") {
      pushTo(this.#byName, name, card);
      if (card.type === "organisation") pushTo(this.#organisationsByShortName, shortName(name), card);
    }
    this.noteCode(card);
  }

  /** Makes a card be found by the code that it states. */
  noteCode(card: DraftCard): void {
    const code = codeOf(card.fields);
    const stored = this.#cards.get(card.id);
    if (code !== undefined && stored !== undefined && !this.#byCode.has(code)) this.#byCode.set(code, stored);
  }

  #keepRelation(relation: DraftRelation): void {
    this.#relations.push(relation);
    pushTo(this.#relationsByEnd, relation.from, relation);
    if (relation.to !== relation.from) pushTo(this.#relationsByEnd, relation.to, relation);
  }
}

function draftOf(element: MapElement): DraftCard & { readonly fields: Record<string, Json | undefined> } {
  const { id, type, position: _, ...fields } = element;
  return { id, type, isNew: false, fields: fields as Record<string, Json | undefined> };
}

function codeOf({ odsCode }: Fields): string | undefined {
  const code = typeof odsCode === "string" ? odsCode.trim().toUpperCase() : "";
  return code === "" ? undefined : code;
}

function pushTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
