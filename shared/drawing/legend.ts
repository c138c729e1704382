import { textWidth } from "../geometry/textWidth.ts";
import type { MapElement } from "../model/element.ts";
import { isCommissionerKind, isProviderKind } from "../model/organisationKind.ts";
import { RELATION_TYPES, type RelationType } from "../model/relation.ts";
import type { SystemMap } from "../model/systemMap.ts";
import { isVehicle, wordFor } from "../model/words.ts";
import { BADGE_RADIUS, findingBadge } from "./findingBadge.ts";
import type { BadgeKind } from "./findingBadges.ts";
import { moved } from "./moved.ts";
import type { Drawing, Shape } from "./shapes.ts";
import { type CardKind, cardSwatch, relationSwatch, SWATCH_HEIGHT, SWATCH_WIDTH } from "./swatches.ts";
import { textLine } from "./textLine.ts";

const CARD_WORDS: Readonly<Record<CardKind, string>> = {
  commissioner: "Commissioner",
  provider: "Provider",
  vehicle: "Vehicle",
  body: "Other body",
  contract: "Contract",
  "sub-contract": "Sub-contract",
  terminated: "Terminated contract",
  fund: "Fund",
  forum: "Board or committee",
  place: "Place",
  note: "Note",
};
const CARD_KINDS = Object.keys(CARD_WORDS) as readonly CardKind[];

const RELATION_WORDS: Readonly<Record<RelationType, string>> = {
  commissions: "Commissions",
  holds: "Held by",
  under: "Let under",
  pays: "Money, thicker for more",
  owns: "Owns, diamond at the owner",
  guarantees: "Guarantees",
  delegates: "Delegates",
  member: "Member of",
  hosts: "Hosts",
  governs: "Governs",
  partners: "Works with",
};

/** `commissions` and `holds` look alike: their words tell them apart, and one entry stands for both. */
const CONTRACT_LINE_WORDS = "Commissions, held by";

const ACCEPTED_WORDS = "Looked at and accepted";

/** One line of a legend: a small picture and what it means. */
export interface LegendEntry {
  readonly about: "card" | "line" | "proposal" | "finding";
  /** {@link SWATCH_WIDTH} × {@link SWATCH_HEIGHT}. */
  readonly swatch: readonly Shape[];
  readonly text: string;
}

const TEXT_SIZE_PX = 12;
const ROW_HEIGHT = 32;
const GAP = 24;

/** The legend: only what the map uses. */
export function legend(map: SystemMap, badges: readonly BadgeKind[], width: number): Drawing {
  const shapes: Shape[] = [];
  let x = 0;
  let y = 0;
  for (const { swatch, text } of legendEntries(map, badges)) {
    const entryWidth = SWATCH_WIDTH + 8 + textWidth(text, TEXT_SIZE_PX);
    if (x > 0 && x + entryWidth > width) {
      x = 0;
      y += ROW_HEIGHT;
    }
    shapes.push(...moved(swatch, x, y + (ROW_HEIGHT - SWATCH_HEIGHT) / 2));
    shapes.push(
      ...textLine(text, x + SWATCH_WIDTH + 8, y + ROW_HEIGHT / 2 + 4, "start", {
        sizePx: TEXT_SIZE_PX,
        face: "regular",
        colour: "ink",
      }),
    );
    x += entryWidth + GAP;
  }
  return { width, height: shapes.length === 0 ? 0 : y + ROW_HEIGHT, shapes };
}

/** What the map uses, in words and small pictures: kinds of card, of line, the dash of proposals, marks of findings. */
export function legendEntries(
  { elements, relations }: Pick<SystemMap, "elements" | "relations">,
  badges: readonly BadgeKind[],
): readonly LegendEntry[] {
  const cards = new Set(elements.map(cardKind));
  const types = new Set(relations.map(({ type }) => type));
  const hasProposals = [...elements, ...relations].some(({ proposed }) => proposed === true);
  const isBothContractLines = types.has("commissions") && types.has("holds");
  return [
    ...CARD_KINDS.filter((kind) => cards.has(kind)).map(
      (kind) => ({ about: "card", swatch: cardSwatch(kind), text: CARD_WORDS[kind] }) as const,
    ),
    ...RELATION_TYPES.filter((type) => types.has(type) && !(type === "holds" && isBothContractLines)).map(
      (type) =>
        ({
          about: "line",
          swatch: relationSwatch(type),
          text: type === "commissions" && isBothContractLines ? CONTRACT_LINE_WORDS : RELATION_WORDS[type],
        }) as const,
    ),
    ...(hasProposals
      ? [
          {
            about: "proposal",
            swatch: relationSwatch("commissions", true),
            text: "Dashed: proposed, to be agreed",
          } as const,
        ]
      : []),
    ...badges.map(
      (kind) =>
        ({
          about: "finding",
          swatch: moved(findingBadge(kind, 1), SWATCH_WIDTH - BADGE_RADIUS, SWATCH_HEIGHT / 2),
          text: kind === "accepted" ? ACCEPTED_WORDS : `${wordFor(kind)} (number of findings)`,
        }) as const,
    ),
  ];
}

/** Which kind of card an element is drawn as. */
export function cardKind(element: MapElement): CardKind {
  switch (element.type) {
    case "organisation":
      if (isCommissionerKind(element.kind)) return "commissioner";
      if (isVehicle(element)) return "vehicle";
      return isProviderKind(element.kind) ? "provider" : "body";
    case "contract":
      if (element.status === "terminated") return "terminated";
      return element.kind === "sub-contract" ? "sub-contract" : "contract";
    default:
      return element.type;
  }
}
