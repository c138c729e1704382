import { cardSize } from "../../../shared/drawing/cardSize.ts";
import { cardBadgeSpot, findingBadge } from "../../../shared/drawing/findingBadge.ts";
import { fontStack, isolated } from "../../../shared/drawing/fontStack.ts";
import type { PathShape, Shape, TextShape } from "../../../shared/drawing/shapes.ts";
import type { Palette } from "./palette.ts";
import type { CardPart, LinePart, ScenePart } from "./Scene.ts";
import { simpleCard } from "./simpleCard.ts";

/** What parts are painted with. The context's unit is one map unit. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  /** Screen pixels to a map unit. */
  readonly zoom: number;
}

const THINNEST_LINE_PX = 0.8;
const FRAME_PX = 2;
const SMALLEST_TEXT_PX = 5;
const BADGE_RADIUS_PX = 6;
const SMALLEST_BADGE_PX = 3;
const BADGE_GROWTH_PX = 30;
const FAR_ZOOM = 0.2;
const BADGE_RADIUS = 13;
const DIMMED = 0.3;
const LINE_ALPHA = 0.75;

/** Paints a part of the picture, all but its badges. */
export function paintPart(part: ScenePart, brush: Brush): void {
  const { context } = brush;
  context.globalAlpha = (part.isDimmed ? DIMMED : 1) * (part.kind === "line" ? LINE_ALPHA : 1);
  if (part.kind === "line") paintLine(part, brush);
  else paintCard(part, brush);
  context.globalAlpha = 1;
}

/**
 * Paints the badges of a part: their shapes say how bad the worst is also where a number could not be read. From very far only the
 * worst of each card is shown, so that the findings do not hide what they are about.
 */
export function paintBadges(part: ScenePart, { context, palette, zoom }: Brush): void {
  const { badges } = part;
  if (badges === undefined || part.isDimmed) return;
  const isFar = zoom < FAR_ZOOM;
  if (isFar && part.kind === "line") return;
  const radiusPx = Math.max(SMALLEST_BADGE_PX, Math.min(BADGE_RADIUS_PX, zoom * BADGE_GROWTH_PX));
  const scale = Math.max(1, radiusPx / BADGE_RADIUS / zoom);
  const { x, y } = badgeSpot(part);
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  for (const { kind, count } of isFar ? badges.slice(0, 1) : badges) {
    for (const shape of findingBadge(kind, count)) paintShape(shape, context, palette, zoom * scale);
    context.translate(-2 * BADGE_RADIUS, 0);
  }
  context.restore();
}

function badgeSpot(part: ScenePart): { readonly x: number; readonly y: number } {
  if (part.kind === "card") {
    const { element } = part;
    return cardBadgeSpot(element.type, { ...element.position, ...cardSize(element) }, 0);
  }
  const { points } = part.route;
  return points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
}

function paintLine({ route, colour, dash, isSelected }: LinePart, { context, palette, zoom }: Brush): void {
  context.lineWidth = Math.max(route.strokeWidth, THINNEST_LINE_PX / zoom);
  context.setLineDash(dash.map((length) => Math.max(length, (2 * THINNEST_LINE_PX) / zoom)));
  context.strokeStyle = palette.token(colour);
  const path = pathOf(route.d, route);
  if (isSelected) {
    context.save();
    context.setLineDash([]);
    context.globalAlpha = 0.35;
    context.lineWidth += (3 * FRAME_PX) / zoom;
    context.strokeStyle = palette.property("--accent");
    context.stroke(path);
    context.restore();
  }
  context.stroke(path);
  context.setLineDash([]);
}

function paintCard({ element, detail, isSelected }: CardPart, { context, palette, zoom }: Brush): void {
  const { x, y } = element.position;
  // Drawn now and not before, since laying out thousands of names takes longer than a frame.
  const drawing = simpleCard(element, detail);
  context.save();
  context.translate(x, y);
  for (const shape of drawing.shapes) paintShape(shape, context, palette, zoom);
  if (isSelected) {
    const gap = (1.5 * FRAME_PX) / zoom;
    context.lineWidth = FRAME_PX / zoom;
    context.strokeStyle = palette.property("--accent");
    context.strokeRect(-gap, -gap, drawing.width + 2 * gap, drawing.height + 2 * gap);
  }
  context.restore();
}

function paintShape(shape: Shape, context: CanvasRenderingContext2D, palette: Palette, zoom: number): void {
  if (shape.kind === "path") paintPath(shape, context, palette);
  else if (shape.sizePx * zoom >= SMALLEST_TEXT_PX) paintText(shape, context, palette);
}

function paintPath(shape: PathShape, context: CanvasRenderingContext2D, palette: Palette): void {
  const path = pathOf(shape.d, shape);
  if (shape.fill !== undefined) {
    context.fillStyle = palette.token(shape.fill);
    context.fill(path);
  }
  if (shape.stroke === undefined) return;
  context.strokeStyle = palette.token(shape.stroke);
  context.lineWidth = shape.strokeWidth ?? 1;
  context.lineCap = shape.isRound === true ? "round" : "butt";
  context.lineJoin = shape.isRound === true ? "round" : "miter";
  if (shape.dash !== undefined) context.setLineDash([...shape.dash]);
  context.stroke(path);
  if (shape.dash !== undefined) context.setLineDash([]);
}

function paintText(shape: TextShape, context: CanvasRenderingContext2D, palette: Palette): void {
  const isBold = shape.face === "bold" && shape.script !== "emoji";
  const isItalic = shape.face === "italic" && shape.script === "latin";
  context.font = `${isItalic ? "italic " : ""}${isBold ? 700 : 400} ${shape.sizePx}px ${fontStack(shape.script)}`;
  context.fontKerning = "none";
  context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
  context.direction = "ltr";
  context.fillStyle = palette.token(shape.colour);
  context.fillText(isolated(shape.text, shape.isRightToLeft), shape.x, shape.y);
}

const paths = new WeakMap<object, Path2D>();

/** A path made once for each shape or route. */
function pathOf(d: string, owner: object): Path2D {
  let path = paths.get(owner);
  if (path === undefined) {
    path = new Path2D(d);
    paths.set(owner, path);
  }
  return path;
}
