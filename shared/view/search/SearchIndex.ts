import type { MapElement } from "../../model/element.ts";
import type { Relation } from "../../model/relation.ts";
import type { Decision, SystemMap } from "../../model/systemMap.ts";
import { wordFor } from "../../model/words.ts";
import type { CheckedFinding } from "../../rules/finding.ts";
import { elementEntry, relationEntry } from "./recordEntries.ts";
import { type SearchEntry, searchEntry } from "./SearchEntry.ts";
import { lettersOf } from "./slips.ts";

/** What of a finding can be found. */
export type SearchedFinding = Pick<
  CheckedFinding,
  "key" | "title" | "message" | "severity" | "subjects" | "accepted"
>;

/** A word that is said on the map. */
export interface KnownWord {
  /** What says it, in the order of the index. */
  readonly entries: readonly SearchEntry[];
  /** As {@link lettersOf} gives them. */
  readonly letters: number;
}

interface KnownRelation {
  readonly from: MapElement | undefined;
  readonly to: MapElement | undefined;
  readonly entry: SearchEntry;
}

/**
 * Everything that can be found on a map. What has not changed since it was last brought up to date is not made anew: an element that
 * was not touched is the same object.
 */
export class SearchIndex {
  #entries: readonly SearchEntry[] = [];
  #byWord: ReadonlyMap<string, KnownWord> = new Map();
  readonly #elements = new WeakMap<MapElement, SearchEntry>();
  readonly #relations = new WeakMap<Relation, KnownRelation>();
  readonly #findings = new WeakMap<SearchedFinding, SearchEntry>();

  /** As of the last time that {@link steps} came to its end: cards, then connections, findings and decisions. */
  get entries(): readonly SearchEntry[] {
    return this.#entries;
  }

  /** Every word that is said on the map and is long enough to be told from others. */
  get byWord(): ReadonlyMap<string, KnownWord> {
    return this.#byWord;
  }

  /** Brings the index up to date, a record in each step; the entries are those of before until the last step. */
  *steps(map: SystemMap, findings: readonly SearchedFinding[]): Generator<void, void> {
    const entries: SearchEntry[] = [];
    const byWord = new Map<string, KnownWord & { readonly entries: SearchEntry[] }>();
    const add = (entry: SearchEntry) => {
      entries.push(entry);
      for (const word of entry.words) {
        const same = byWord.get(word);
        if (same === undefined) byWord.set(word, { entries: [entry], letters: lettersOf(word) });
        else same.entries.push(entry);
      }
    };
    const elementById = new Map<string, MapElement>();
    for (const element of map.elements) {
      elementById.set(element.id, element);
      add(this.#elementEntry(element));
      yield;
    }
    for (const relation of map.relations) {
      add(this.#relationEntry(relation, elementById.get(relation.from), elementById.get(relation.to)));
      yield;
    }
    for (const finding of findings) {
      add(this.#findingEntry(finding));
      yield;
    }
    for (const [index, decision] of (map.decisions ?? []).entries()) {
      add(decisionEntry(decision, index));
      yield;
    }
    this.#entries = entries;
    this.#byWord = byWord;
  }

  #elementEntry(element: MapElement): SearchEntry {
    const known = this.#elements.get(element);
    if (known !== undefined) return known;
    const entry = elementEntry(element);
    this.#elements.set(element, entry);
    return entry;
  }

  #relationEntry(relation: Relation, from: MapElement | undefined, to: MapElement | undefined): SearchEntry {
    const known = this.#relations.get(relation);
    if (known !== undefined && known.from === from && known.to === to) return known.entry;
    const entry = relationEntry(relation, from, to);
    this.#relations.set(relation, { from, to, entry });
    return entry;
  }

  #findingEntry(finding: SearchedFinding): SearchEntry {
    const known = this.#findings.get(finding);
    if (known !== undefined) return known;
    const kind = finding.accepted === true ? "Accepted" : wordFor(finding.severity);
    const entry = searchEntry({
      key: `finding ${finding.key}`,
      group: "findings",
      ids: finding.subjects,
      title: finding.title,
      kind,
      fields: [{ where: "Message", text: finding.message }],
    });
    this.#findings.set(finding, entry);
    return entry;
  }
}

function decisionEntry({ rule, reason, by, at, subjects }: Decision, index: number): SearchEntry {
  return searchEntry({
    key: `decision ${index}`,
    group: "decisions",
    ids: subjects,
    title: reason.trim() === "" ? "Accepted without a reason" : reason,
    kind: "Decision",
    fields: [
      { where: "Decided by", text: by },
      { where: "Rule", text: rule.replaceAll("-", " ") },
      { where: "Decided on", text: at.slice(0, 10) },
    ],
  });
}
