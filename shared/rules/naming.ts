import type { ElementType } from "../model/element.ts";
import { formatMoney, formatPounds } from "../model/money.ts";

const longestName = 80;
const mostNamed = 5;
const unevenSpace = /^\s|\s$|\s\s|[^\S ]/u;

const typeWords: Readonly<Record<ElementType, string>> = {
  organisation: "organisation",
  contract: "contract",
  fund: "fund",
  forum: "board",
  place: "place",
  note: "note",
};

interface Named {
  readonly type: ElementType;
  readonly name: string;
}

/** What an element is called within a sentence: its name (a contract's in quotation marks), or "an unnamed contract". */
export function nameOf({ type, name }: Named): string {
  const plain = unevenSpace.test(name) ? name.replace(/\s+/gu, " ").trim() : name;
  if (plain === "") return `an unnamed ${typeWords[type]}`;
  const short = shortened(plain);
  return type === "contract" ? `“${short}”` : short;
}

/** "A", "A and B", "A, B and C", and from the sixth on "and 3 others". */
export function namesOf(elements: readonly Named[]): string {
  const named = elements.slice(0, elements.length > mostNamed ? mostNamed - 1 : mostNamed).map(nameOf);
  const others = elements.length - named.length;
  if (others > 0) return `${named.join(", ")} and ${others} others`;
  return named.length === 0 ? "nobody" : listed(named);
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** A name and, unless it says so itself, of what kind: "UnitingCare Partnership, a joint venture,", but "Diabetes joint committee". */
export function nameAndKind(element: Named, kind: string): string {
  const name = nameOf(element);
  return name.toLowerCase().includes(kind.toLowerCase()) ? name : `${name}, ${withArticle(kind)},`;
}

/** Names at the start of a sentence: only our own words take a capital there, never somebody's name. */
export function atStart(names: string): string {
  return names.startsWith("an unnamed ") ? `An${names.slice(2)}` : names;
}

/** Two sums to be compared by the reader: written in full where they would look the same in short. */
export function comparedMoney(one: number | bigint, other: number | bigint): readonly [string, string] {
  const short = [formatMoney(Number(one)), formatMoney(Number(other))] as const;
  return short[0] === short[1] ? [formatPounds(one), formatPounds(other)] : short;
}

function shortened(name: string): string {
  if (name.length <= longestName) return name;
  const characters = Array.from(name.slice(0, (longestName + 1) * 2));
  return characters.length <= longestName ? name : `${characters.slice(0, longestName).join("").trimEnd()}…`;
}

/** "a vehicle", "an NHS trust". */
export function withArticle(words: string): string {
  return /^(?:[aeio]|NHS)/iu.test(words) ? `an ${words}` : `a ${words}`;
}
