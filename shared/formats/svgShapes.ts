import { fontStack, isolated } from "../drawing/fontStack.ts";
import { type PathShape, type Shape, type TextShape, tokenColour } from "../drawing/shapes.ts";
import { escapeXml } from "./escapeXml.ts";

/** Shapes as SVG elements, one a line, without a group around them. */
export function svgShapes(shapes: readonly Shape[]): string {
  return shapes.map((shape) => (shape.kind === "path" ? svgPath(shape) : svgText(shape))).join("\n");
}

function svgPath(shape: PathShape): string {
  const attributes = [
    `d="${shape.d}"`,
    `fill="${shape.fill === undefined ? "none" : tokenColour(shape.fill)}"`,
  ];
  if (shape.stroke !== undefined) {
    attributes.push(`stroke="${tokenColour(shape.stroke)}"`);
    if (shape.strokeWidth !== undefined && shape.strokeWidth !== 1)
      attributes.push(`stroke-width="${shape.strokeWidth}"`);
    if (shape.dash !== undefined) attributes.push(`stroke-dasharray="${shape.dash.join(" ")}"`);
    if (shape.isRound) attributes.push('stroke-linecap="round" stroke-linejoin="round"');
  }
  return `<path ${attributes.join(" ")}/>`;
}

function svgText(shape: TextShape): string {
  const attributes = [
    `x="${shape.x}" y="${shape.y}"`,
    `font-size="${shape.sizePx}"`,
    `fill="${tokenColour(shape.colour)}"`,
  ];
  if (shape.anchor !== "start") attributes.push(`text-anchor="${shape.anchor}"`);
  if (shape.face === "bold" && shape.script !== "emoji") attributes.push('font-weight="700"');
  if (shape.face === "italic" && shape.script === "latin") attributes.push('font-style="italic"');
  if (shape.letterSpacingPx !== undefined && shape.letterSpacingPx !== 0)
    attributes.push(`letter-spacing="${shape.letterSpacingPx}"`);
  if (shape.script !== "latin") attributes.push(`font-family="${fontStack(shape.script)}"`);
  return `<text ${attributes.join(" ")}>${escapeXml(isolated(shape.text, shape.isRightToLeft))}</text>`;
}
