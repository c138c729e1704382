import { fontStack, isolated } from "../../shared/drawing/fontStack.ts";
import type { Picture } from "../../shared/drawing/picture.ts";
import { type PathShape, type Shape, type TextShape, tokenColour } from "../../shared/drawing/shapes.ts";

/** The longest side of a picture, in pixels; the same as on the server, and within what every browser's canvas allows. */
export const MAX_PNG_SIDE_PX = 8192;

export interface PngPicture {
  readonly png: Blob;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The size that was asked for, where it was past the largest and the picture was made smaller. */
  readonly reducedFrom?: { readonly widthPx: number; readonly heightPx: number };
}

/**
 * Draws a picture as a PNG in the browser, from its shapes and not from the screen. Default width: twice the map's units.
 * Waits until the fonts are loaded. Rejects if the browser has no memory for the picture.
 */
export async function pictureToPng(
  picture: Picture,
  options: { readonly widthPx?: number } = {},
): Promise<PngPicture> {
  // A stand-in of the same name that this device does not have is no failure.
  await Promise.allSettled(FONTS.map((font) => document.fonts.load(font)));
  await document.fonts.ready;
  const { box } = picture;
  const asked = options.widthPx ?? Math.round(box.width * 2);
  const wanted = { widthPx: asked, heightPx: Math.max(1, Math.round((asked * box.height) / box.width)) };
  const share = Math.min(1, MAX_PNG_SIDE_PX / wanted.widthPx, MAX_PNG_SIDE_PX / wanted.heightPx);
  const widthPx = Math.max(1, Math.floor(wanted.widthPx * share));
  const heightPx = Math.max(1, Math.floor(wanted.heightPx * share));
  const canvas = document.createElement("canvas");
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("The browser cannot make a picture of this size.");
  drawPicture(context, picture, widthPx / box.width);
  const png = await blobOf(canvas);
  return { png, widthPx, heightPx, ...(share < 1 ? { reducedFrom: wanted } : {}) };
}

const FONTS = ["400 16px Arimo", "700 16px Arimo", "italic 400 16px Arimo"] as const;

function drawPicture(context: CanvasRenderingContext2D, { box, groups }: Picture, pxPerUnit: number): void {
  context.fillStyle = tokenColour("paper");
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.fontKerning = "none";
  for (const group of groups) {
    const scale = pxPerUnit * (group.scale ?? 1);
    context.setTransform(scale, 0, 0, scale, (group.x - box.x) * pxPerUnit, (group.y - box.y) * pxPerUnit);
    for (const shape of group.shapes) drawShape(context, shape);
  }
}

function drawShape(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === "path") drawPath(context, shape);
  else drawText(context, shape);
}

function drawPath(context: CanvasRenderingContext2D, shape: PathShape): void {
  const path = new Path2D(shape.d);
  if (shape.fill !== undefined) {
    context.fillStyle = tokenColour(shape.fill);
    context.fill(path);
  }
  if (shape.stroke === undefined) return;
  context.strokeStyle = tokenColour(shape.stroke);
  context.lineWidth = shape.strokeWidth ?? 1;
  context.setLineDash([...(shape.dash ?? [])]);
  context.lineCap = shape.isRound ? "round" : "butt";
  context.lineJoin = shape.isRound ? "round" : "miter";
  context.miterLimit = 4;
  context.stroke(path);
}

const ALIGNMENTS = { start: "left", middle: "center", end: "right" } as const;

function drawText(context: CanvasRenderingContext2D, shape: TextShape): void {
  const weight = shape.face === "bold" && shape.script !== "emoji" ? 700 : 400;
  const style = shape.face === "italic" && shape.script === "latin" ? "italic " : "";
  context.font = `${style}${weight} ${shape.sizePx}px ${fontStack(shape.script)}`;
  context.letterSpacing = `${shape.letterSpacingPx ?? 0}px`;
  context.textAlign = ALIGNMENTS[shape.anchor];
  context.textBaseline = "alphabetic";
  context.fillStyle = tokenColour(shape.colour);
  context.fillText(isolated(shape.text, shape.isRightToLeft), shape.x, shape.y);
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The browser has no memory for a picture of this size."));
      else resolve(blob);
    }, "image/png");
  });
}
