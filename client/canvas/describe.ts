import { drawElement } from "../../shared/drawing/drawElement.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import { relationWords } from "../../shared/drawing/relationLook.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { isLocked } from "../../shared/model/locked.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { relationVerb } from "../../shared/model/words.ts";
import { nameOf, sentenceVerb } from "../actions/connectionChoices.ts";
import { badgeWords } from "./badgeWords.ts";

/** Who holds each contract, by the contract's id: the names of the holders, in the order of the relations. */
export type HoldersByContract = ReadonlyMap<string, readonly string[]>;

/** The holders of all contracts. */
export function holdersByContract(
  relations: readonly Relation[],
  elementById: ReadonlyMap<string, MapElement>,
): HoldersByContract {
  const holders = new Map<string, string[]>();
  for (const relation of relations) {
    const holder = relation.type === "holds" ? elementById.get(relation.from) : undefined;
    if (holder !== undefined) holders.set(relation.to, [...(holders.get(relation.to) ?? []), nameOf(holder)]);
  }
  return holders;
}

/** A card in words, for those who do not see it: "Contract: Older people. £726m. Held by UnitingCare. 2 findings, must fix". */
export function describeElement(
  element: MapElement,
  holders: HoldersByContract,
  badges: Badges | undefined,
): string {
  const heldBy = element.type === "contract" ? holders.get(element.id)?.join(" and ") : undefined;
  const known = described.get(element);
  if (known !== undefined && known.heldBy === heldBy && known.badges === badges) return known.words;
  const parts = [drawElement(element).label];
  if (heldBy !== undefined) parts.push(`Held by ${heldBy}`);
  if (isLocked(element)) parts.push("Locked");
  if (badges !== undefined) parts.push(badgeWords(badges));
  const words = parts.join(". ");
  described.set(element, { heldBy, badges, words });
  return words;
}

/** Every edit asks for the words of thousands of cards, of which one has changed. */
const described = new WeakMap<
  MapElement,
  { readonly heldBy: string | undefined; readonly badges: Badges | undefined; readonly words: string }
>();

/** The relations at each element, by its id, in document order. */
export function relationsByElement(relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
  const byElement = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const id of new Set([relation.from, relation.to])) {
      const there = byElement.get(id);
      if (there === undefined) byElement.set(id, [relation]);
      else there.push(relation);
    }
  return byElement;
}

/**
 * What each card is connected to, in words. Every edit asks for the words of thousands of cards, of which a few have changed: the
 * others keep theirs.
 */
export class ConnectionWords {
  #relations: readonly Relation[] | undefined;
  #byElement: ReadonlyMap<string, readonly Relation[]> = new Map();
  #said = new Map<string, Said>();

  /** The connections of a card; see `describeConnections`. */
  of(id: string, relations: readonly Relation[], elementById: ReadonlyMap<string, MapElement>): string {
    if (relations !== this.#relations) {
      this.#relations = relations;
      this.#byElement = relationsByElement(relations);
    }
    const connected = this.#byElement.get(id);
    if (connected === undefined) return describeConnections(id, connected, elementById);
    const before = this.#said.get(id);
    if (before !== undefined && isStillSaid(before, connected, id, elementById)) return before.words;
    const others = connected.slice(0, MOST_SAID).map((relation) => elementById.get(otherEnd(id, relation)));
    const words = describeConnections(id, connected, elementById);
    this.#said.set(id, { connected, others, words });
    return words;
  }
}

interface Said {
  readonly connected: readonly Relation[];
  /** What the relations that are said lead to. */
  readonly others: readonly (MapElement | undefined)[];
  readonly words: string;
}

function isStillSaid(
  { connected: before, others }: Said,
  connected: readonly Relation[],
  id: string,
  elementById: ReadonlyMap<string, MapElement>,
): boolean {
  if (before.length !== connected.length) return false;
  return others.every((other, index) => {
    const relation = connected[index];
    return (
      relation !== undefined &&
      relation === before[index] &&
      elementById.get(otherEnd(id, relation)) === other
    );
  });
}

function otherEnd(id: string, { from, to }: Relation): string {
  return from === id ? to : from;
}

const MOST_SAID = 4;

/** What a card is connected to, for those who do not see the lines: "2 connections: pays UnitingCare £145.2m a year; Salford CCG commissions it". */
export function describeConnections(
  id: string,
  relations: readonly Relation[] | undefined,
  elementById: ReadonlyMap<string, MapElement>,
): string {
  if (relations === undefined) return "No connections";
  const said = relations.slice(0, MOST_SAID).map((relation) => connectionOf(id, relation, elementById));
  const more = relations.length - said.length;
  const count = relations.length === 1 ? "1 connection" : `${relations.length} connections`;
  return `${count}: ${said.join("; ")}${more === 0 ? "" : `; and ${more} more`}`;
}

function connectionOf(id: string, relation: Relation, elementById: ReadonlyMap<string, MapElement>): string {
  const isFrom = relation.from === id;
  const other = elementById.get(otherEnd(id, relation));
  const name = other === undefined ? "Unknown" : nameOf(other);
  const verb = sentenceVerb(relation.type);
  const sentence = isFrom ? `${verb} ${name}` : `${name} ${verb} it`;
  return relation.type === "pays" ? `${sentence}, ${relationWords(relation)}` : sentence;
}

/** A connection in words: "Cambridgeshire CCG pays UnitingCare: £145.2m a year (to be agreed)". */
export function describeRelation(
  relation: Relation,
  elementById: ReadonlyMap<string, MapElement>,
  badges: Badges | undefined,
): string {
  const [from, to] = [elementById.get(relation.from), elementById.get(relation.to)];
  const known = describedRelations.get(relation);
  if (known !== undefined && known.from === from && known.to === to && known.badges === badges)
    return known.words;
  const nameOfEnd = (element: MapElement | undefined) =>
    element === undefined ? "Unknown" : nameOf(element);
  const sentence = `${nameOfEnd(from)} ${sentenceVerb(relation.type)} ${nameOfEnd(to)}`;
  const words = relationWords(relation);
  const parts = [words === relationVerb(relation.type) ? sentence : `${sentence}: ${words}`];
  if (badges !== undefined) parts.push(badgeWords(badges));
  const described = parts.join(". ");
  describedRelations.set(relation, { from, to, badges, words: described });
  return described;
}

interface DescribedRelation {
  readonly from: MapElement | undefined;
  readonly to: MapElement | undefined;
  readonly badges: Badges | undefined;
  readonly words: string;
}

const describedRelations = new WeakMap<Relation, DescribedRelation>();
