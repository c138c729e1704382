import { cleanText } from "../geometry/cleanText.ts";
import { type FontFace, textWidth } from "../geometry/textWidth.ts";
import { wrapText } from "../geometry/wrapText.ts";
import type { Size } from "../model/field.ts";
import { formatMoney } from "../model/money.ts";
import type { Relation, RelationOf, RelationType } from "../model/relation.ts";
import { relationVerb, wordInSentence } from "../model/words.ts";
import type { ColourToken } from "./shapes.ts";

/** The mark where a line meets a card. */
export type EndMark = "none" | "arrow" | "filled-arrow" | "diamond" | "square" | "ring" | "bracket";

/** How a relation looks, apart from where it runs. */
export interface RelationLook {
  readonly colour: ColourToken;
  readonly strokeWidth: number;
  readonly dash?: readonly number[];
  readonly isDouble?: boolean;
  readonly startMark: EndMark;
  readonly endMark: EndMark;
  /** From the card's border to where the line begins and ends, behind the marks. */
  readonly startGap: number;
  readonly endGap: number;
  readonly label: RelationLabel;
}

export interface RelationLabel extends Size {
  readonly lines: readonly string[];
  /** A filled pill for money, a white box for words; with a shield before a guarantee. */
  readonly kind: "money" | "words" | "shield";
}

interface Style {
  readonly colour: ColourToken;
  readonly strokeWidth: number;
  readonly dash?: readonly number[];
  readonly isDouble?: boolean;
  readonly startMark?: EndMark;
  readonly endMark?: EndMark;
}

const DOTTED = [1, 6] as const;
const DASHED = [8, 5] as const;
const PROPOSED_DASH = [6, 5] as const;

const STYLES: Readonly<Record<RelationType, Style>> = {
  commissions: { colour: "relation", strokeWidth: 1.75, endMark: "arrow" },
  holds: { colour: "relation", strokeWidth: 1.75, endMark: "arrow" },
  under: { colour: "relation", strokeWidth: 1.25, endMark: "bracket" },
  pays: { colour: "money", strokeWidth: 1.5, endMark: "filled-arrow" },
  owns: { colour: "ownership", strokeWidth: 2, startMark: "diamond" },
  guarantees: { colour: "ink", strokeWidth: 5, isDouble: true, endMark: "filled-arrow" },
  delegates: { colour: "delegation", strokeWidth: 2, dash: DASHED, endMark: "arrow" },
  member: { colour: "relationSoft", strokeWidth: 2, dash: DOTTED, endMark: "ring" },
  hosts: { colour: "relationSoft", strokeWidth: 1.5, startMark: "square" },
  governs: { colour: "relationSoft", strokeWidth: 2, dash: DOTTED, endMark: "arrow" },
  partners: { colour: "relationSoft", strokeWidth: 2, dash: DOTTED },
};

const looks = new WeakMap<Relation, RelationLook>();

/** How a relation is drawn. The same object gives the same look. */
export function relationLook(relation: Relation): RelationLook {
  const known = looks.get(relation);
  if (known !== undefined) return known;
  const look = lookOf(relation);
  looks.set(relation, look);
  return look;
}

function lookOf(relation: Relation): RelationLook {
  const style = STYLES[relation.type];
  const strokeWidth = relation.type === "pays" ? moneyWidth(relation.annualAmount) : style.strokeWidth;
  const { startMark = "none", endMark = "none" } = style;
  const dash = relation.proposed === true && style.dash !== DOTTED ? PROPOSED_DASH : style.dash;
  return {
    colour: style.colour,
    strokeWidth,
    ...(dash === undefined ? {} : { dash }),
    ...(style.isDouble === undefined ? {} : { isDouble: style.isDouble }),
    startMark,
    endMark,
    startGap: markLength(startMark, strokeWidth),
    endGap: markLength(endMark, strokeWidth),
    label: relationLabel(relation),
  };
}

/** Thickness by amount: £1m 2, £10m 3, £145m about 9, £1bn and more 16; not stated: thin. */
export function moneyWidth(annualPounds: number | undefined): number {
  if (annualPounds === undefined) return 1.5;
  // Rounded, because powers differ in the last digit between engines and pictures must not.
  return Math.round(Math.min(16, Math.max(2, 1.2 * (annualPounds / 1e6) ** 0.4)) * 10) / 10;
}

/** Half the width of a filled arrow at its base. */
export function arrowHalfWidth(strokeWidth: number): number {
  return 4.5 + strokeWidth * 0.85;
}

export function arrowLength(strokeWidth: number): number {
  return 8 + strokeWidth * 1.2;
}

/** Marks stand off the card's border by this much. */
export const MARK_GAP = 2;

function markLength(mark: EndMark, strokeWidth: number): number {
  switch (mark) {
    case "filled-arrow":
      return MARK_GAP + arrowLength(strokeWidth) - 1;
    case "diamond":
      return MARK_GAP + 18;
    case "square":
      return MARK_GAP + 9;
    case "ring":
      return MARK_GAP + 8;
    case "bracket":
      return MARK_GAP + 5;
    case "arrow":
    case "none":
      return MARK_GAP;
  }
}

export const LABEL_SIZE_PX = 11;
export const LABEL_LINE_PX = 14;
export const MONEY_SIZE_PX = 12;
const LABEL_WIDTH_PX = 124;
/** Room for the shield before the words. */
export const SHIELD_PX = 14;

function relationLabel(relation: Relation): RelationLabel {
  if (relation.type === "pays" && relation.annualAmount !== undefined) {
    const { lines, widestPx } = labelLines(relation, MONEY_SIZE_PX, "bold");
    return {
      lines,
      kind: "money",
      width: Math.ceil(widestPx) + 22,
      height: lines.length * LABEL_LINE_PX + 8,
    };
  }
  const kind = relation.type === "guarantees" ? "shield" : "words";
  const { lines, widestPx } = labelLines(relation, LABEL_SIZE_PX, "regular");
  const width = Math.ceil(widestPx) + 14 + (kind === "shield" ? SHIELD_PX : 0);
  return { lines, kind, width, height: lines.length * LABEL_LINE_PX + 4 };
}

/** Short words on one line; longer ones broken, and what is not agreed on a line of its own, so that labels fit between cards. */
function labelLines(
  relation: Relation,
  sizePx: number,
  face: FontFace,
): { lines: string[]; widestPx: number } {
  const agreed = statedWords(relation);
  const all = relationWords(relation);
  const isShort = textWidth(all, sizePx, face) <= LABEL_WIDTH_PX;
  const lines = isShort ? [all] : wrapText(agreed, { maxWidthPx: LABEL_WIDTH_PX, maxLines: 3, sizePx, face });
  if (!isShort && relation.proposed === true) lines.push(TO_BE_AGREED);
  return { lines, widestPx: Math.max(...lines.map((line) => textWidth(line, sizePx, face))) };
}

const TO_BE_AGREED = "(to be agreed)";

/** What a relation says: "£145.2m a year", "owns 50%", "delegates social care, s75", "guarantees (to be agreed)". */
export function relationWords(relation: Relation): string {
  return relation.proposed === true ? `${statedWords(relation)} ${TO_BE_AGREED}` : statedWords(relation);
}

function statedWords(relation: Relation): string {
  const own = cleanText(relation.label ?? "");
  return own === "" ? wordsOf(relation) : `${wordsOf(relation)} · ${own}`;
}

function wordsOf(relation: Relation): string {
  const verb = relationVerb(relation.type);
  switch (relation.type) {
    case "pays":
      return moneyWords(relation);
    case "owns":
      return relation.percent === undefined ? verb : `${verb} ${relation.percent}%`;
    case "guarantees":
      return relation.limit === undefined ? verb : `${verb} up to ${formatMoney(relation.limit)}`;
    case "delegates":
      return delegationWords(relation);
    case "member":
      return memberWords(relation);
    case "commissions":
    case "holds":
      return relation.lead === true ? `${verb} (lead)` : verb;
    default:
      return verb;
  }
}

function moneyWords({ annualAmount, recurrent }: RelationOf<"pays">): string {
  if (annualAmount === undefined) return "not stated";
  return recurrent === false ? `${formatMoney(annualAmount)} once` : `${formatMoney(annualAmount)} a year`;
}

const SHORT_FUNCTIONS: Readonly<Record<string, string>> = {
  "social-care-commissioning": "social care",
  "primary-care-commissioning": "primary care",
  other: "functions",
};

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  seat: "a seat",
  joint: "jointly",
  devolved: "devolved",
};

function delegationWords(relation: RelationOf<"delegates">): string {
  const { function: delegated, level, legalBasis } = relation;
  const what = delegated === undefined ? "" : ` ${SHORT_FUNCTIONS[delegated] ?? wordInSentence(delegated)}`;
  const how = level === undefined ? undefined : LEVEL_WORDS[level];
  const basis = legalBasis === undefined || legalBasis === "other" ? undefined : basisWords(legalBasis);
  return [`${relationVerb("delegates")}${what}`, how, basis].filter((part) => part !== undefined).join(", ");
}

function basisWords(basis: NonNullable<RelationOf<"delegates">["legalBasis"]>): string {
  if (basis.startsWith("section-")) return `s${basis.slice("section-".length).toUpperCase()}`;
  return wordInSentence(basis, "legalBasis");
}

function memberWords({ standing, votes }: RelationOf<"member">): string {
  const verb = standing === "associate" ? "associate member of" : relationVerb("member");
  return votes === undefined ? verb : `${verb}, ${votes} ${votes === 1 ? "vote" : "votes"}`;
}
