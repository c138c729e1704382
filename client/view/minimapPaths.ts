import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Severity } from "../../shared/model/systemMap.ts";
import { isVehicle } from "../../shared/model/words.ts";
import { boundsOf, type Rect } from "../canvas/viewportFor.ts";

/** The looks of the minimap: one path for each, however many cards there are. */
export const MINIMAP_LOOKS = [
  "place",
  "organisation",
  "vehicle",
  "contract",
  "fund",
  "forum",
  "note",
] as const;
export type MinimapLook = (typeof MINIMAP_LOOKS)[number];

/** Everything that the minimap draws, in map units. */
export interface MinimapPaths {
  readonly bounds: Rect;
  readonly cards: Readonly<Record<MinimapLook, string>>;
  /** A mark on each card that findings stand on which nobody has accepted, by the gravest: on the same cards as the badges. */
  readonly findings: Readonly<Record<Severity, string>>;
}

/** How many marks fit the whole picture side by side: of many each is smaller, so that the cards below them are still seen. */
const FEW_ACROSS = 60;
const MANY_ACROSS = 180;

/** The cards in their places and sizes, each type in a shape of its own; undefined where there are none. */
export function minimapPaths(
  elements: readonly MapElement[],
  badges: ReadonlyMap<string, Badges>,
): MinimapPaths | undefined {
  const pieces = elements.map(pieceOf);
  const bounds = boundsOf(pieces.map(({ rect }) => rect));
  if (bounds === undefined) return undefined;
  const cards = { place: "", organisation: "", vehicle: "", contract: "", fund: "", forum: "", note: "" };
  const findings = { error: "", warning: "", info: "" };
  const across = Math.min(MANY_ACROSS, Math.max(FEW_ACROSS, badges.size));
  const mark = Math.max(bounds.width, bounds.height) / across;
  elements.forEach((element, index) => {
    const piece = pieces[index];
    if (piece === undefined) return;
    const { rect, look, path } = piece;
    cards[look] += path;
    const worst = badges.get(element.id)?.[0]?.kind;
    if (worst !== undefined && worst !== "accepted")
      findings[worst] += MARKS[worst](rect.x + rect.width, rect.y, mark);
  });
  return { bounds, cards, findings };
}

/** What one card adds to the picture. */
interface Piece {
  readonly rect: Rect;
  readonly look: MinimapLook;
  readonly path: string;
}

const known = new WeakMap<MapElement, Piece>();

/** Worked out once for as long as nothing about the card changes: of thousands a few move at a time. */
function pieceOf(element: MapElement): Piece {
  const before = known.get(element);
  if (before !== undefined) return before;
  const rect = { ...element.position, ...cardSize(element) };
  const look = lookOf(element);
  const piece = { rect, look, path: SHAPES[look](rect) };
  known.set(element, piece);
  return piece;
}

function lookOf(element: MapElement): MinimapLook {
  return element.type === "organisation" && isVehicle(element) ? "vehicle" : element.type;
}

type Draw = (rect: Rect) => string;

const box: Draw = ({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}Z`;
const cut = 0.25;
const SHAPES: Readonly<Record<MinimapLook, Draw>> = {
  place: box,
  organisation: box,
  note: box,
  vehicle: ({ x, y, width, height }) => {
    const c = height * cut;
    return `M${x + c} ${y}h${width - 2 * c}l${c} ${c}v${height - 2 * c}l${-c} ${c}h${2 * c - width}l${-c} ${-c}v${2 * c - height}Z`;
  },
  contract: ({ x, y, width, height }) => {
    const c = height * cut;
    return `M${x} ${y}h${width - c}l${c} ${c}v${height - c}h${-width}Z`;
  },
  fund: ({ x, y, width, height }) => {
    const [rx, ry] = [width / 2, height * cut];
    return `M${x} ${y + ry}a${rx} ${ry} 0 0 1 ${width} 0v${height - 2 * ry}a${rx} ${ry} 0 0 1 ${-width} 0Z`;
  },
  forum: ({ x, y, width, height }) => {
    const c = height / 2;
    return `M${x + c} ${y}h${width - 2 * c}l${c} ${c}l${-c} ${c}h${2 * c - width}l${-c} ${-c}Z`;
  },
};

/** An octagon, a triangle and a circle, nearly, around a point. */
const MARKS: Readonly<Record<Severity, (x: number, y: number, size: number) => string>> = {
  error: (x, y, size) => {
    const c = size * 0.6;
    return `M${x - c} ${y - size}h${2 * c}l${size - c} ${size - c}v${2 * c}l${c - size} ${size - c}h${-2 * c}l${c - size} ${c - size}v${-2 * c}Z`;
  },
  warning: (x, y, size) => `M${x} ${y - size}l${size * 1.1} ${size * 2}h${-2.2 * size}Z`,
  info: (x, y, size) =>
    `M${x - size} ${y}a${size} ${size} 0 1 1 ${2 * size} 0a${size} ${size} 0 1 1 ${-2 * size} 0Z`,
};
