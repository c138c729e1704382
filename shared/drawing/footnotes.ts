import { drawnEnds } from "../geometry/PairGroup.ts";
import type { Decision, SystemMap } from "../model/systemMap.ts";
import { bandWords, elementTypeWord, relationVerb, wordFor, wordInSentence } from "../model/words.ts";
import { rulePackNote } from "../rules/rulePack.ts";
import { shownName } from "./cardText.ts";
import { longDate } from "./dateWords.ts";
import type { Drawing } from "./shapes.ts";
import { type Block, textBlocks } from "./textBlock.ts";

const MOST_LISTED = 60;

/**
 * What stands in words below the map: what is only proposed, findings the room has accepted, those that stand again since, rules set otherwise for this map, the
 * day to which the rules were checked, and the caution.
 */
export function footnotes(map: SystemMap, returned: readonly Decision[], width: number): Drawing {
  const [accepted, past] = partition(map.decisions ?? [], (decision) => !returned.includes(decision));
  const checked = rulePackNote(map.regime);
  const blocks = [
    ...section("Proposed, to be agreed", proposals(map)),
    ...section(
      "Findings looked at and accepted",
      accepted.map((decision) => decisionWords(map, decision)),
    ),
    ...section(
      "Accepted before, and standing again because the facts have changed",
      past.map((decision) => decisionWords(map, decision)),
    ),
    ...section("Rules set otherwise for this map", ruleSettings(map)),
    ...(checked === undefined ? [] : [line(`Rules of ${wordFor(map.regime, "regime")}. ${checked}`, 10)]),
    line(
      "Made with Plumbline. Not legal advice: what a map shows may be incomplete, and rules are reported, not judged. Amounts are as stated; “derived” marks what is reckoned from them.",
      10,
    ),
  ];
  const body = textBlocks(blocks, { x: 0, y: 0, widthPx: width, align: "start" });
  return { width, height: body.heightPx, shapes: body.shapes };
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LISTED;
  const shown = more > 0 ? [...lines.slice(0, MOST_LISTED), `and ${more} more`] : lines;
  return [
    {
      text: title,
      style: { sizePx: 13, face: "bold", colour: "ink" },
      lineHeightPx: 18,
      maxLines: 1,
      gapPx: 12,
    },
    ...shown.map((text) => line(text, 2)),
  ];
}

function line(text: string, gapPx: number): Block {
  return {
    text,
    style: { sizePx: 12, face: "regular", colour: "inkSoft" },
    lineHeightPx: 16,
    maxLines: 3,
    gapPx,
  };
}

function proposals(map: SystemMap): string[] {
  const elements = map.elements.filter(({ proposed }) => proposed === true);
  const relations = map.relations.filter(({ proposed }) => proposed === true);
  return [
    ...elements.map(
      (element) => `${elementTypeWord(element.type)}: ${shownName(element).text || bandWords(element).title}`,
    ),
    ...relations.map((relation) => {
      const { startId, endId } = drawnEnds(relation);
      return `${nameOf(map, startId)} ${relationVerb(relation.type)} ${nameOf(map, endId)}`;
    }),
  ];
}

function nameOf(map: SystemMap, id: string): string {
  const element = map.elements.find((candidate) => candidate.id === id);
  return element === undefined ? "(removed)" : shownName(element).text || elementTypeWord(element.type);
}

function decisionWords(map: SystemMap, decision: Decision): string {
  const subjects = decision.subjects
    .filter((id) => map.elements.some((element) => element.id === id))
    .map((id) => nameOf(map, id));
  const about = subjects.length === 0 ? "" : ` (${subjects.join(", ")})`;
  const review =
    decision.reviewBy === undefined ? "" : `; to be looked at again by ${longDate(decision.reviewBy)}`;
  return `${ruleWords(decision.rule)}${about}: “${decision.reason}”, ${decision.by}, ${longDate(decision.at)}${review}`;
}

function ruleSettings(map: SystemMap): string[] {
  return Object.entries(map.settings?.rules ?? {})
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([rule, setting]) => `${ruleWords(rule)}: ${wordInSentence(setting)}`);
}

/** A rule's id as words: "vat-leakage" → "VAT leakage". */
function ruleWords(rule: string): string {
  return wordFor(rule).replace(/\b(vat|nhs|iho)\b/gi, (letters) => letters.toUpperCase());
}
