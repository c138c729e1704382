import { type DrawMapOptions, drawMap } from "../drawing/drawMap.ts";
import { fontStack } from "../drawing/fontStack.ts";
import type { Picture, PictureGroup } from "../drawing/picture.ts";
import { tokenColour } from "../drawing/shapes.ts";
import { coordinate as n, rectanglePath } from "../geometry/pathData.ts";
import type { SystemMap } from "../model/systemMap.ts";
import { escapeXml } from "./escapeXml.ts";
import { svgShapes } from "./svgShapes.ts";

/**
 * The whole map as an SVG document: real text, no script, nothing loaded from elsewhere. The same map and options give the
 * same bytes in browser, server and command line.
 */
export function mapToSvg(source: SystemMap | { readonly map: SystemMap }, options: DrawMapOptions): string {
  return pictureToSvg(drawMap("map" in source ? source.map : source, options));
}

/** A picture as an SVG document. */
export function pictureToSvg({ title, box, groups }: Picture): string {
  const size = `width="${n(box.width)}" height="${n(box.height)}"`;
  const viewBox = `viewBox="${n(box.x)} ${n(box.y)} ${n(box.width)} ${n(box.height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${viewBox} font-family="${fontStack("latin")}" style="font-kerning:none">`,
    `<title>${escapeXml(title)}</title>`,
    `<path d="${rectanglePath(box.x, box.y, box.width, box.height)}" fill="${tokenColour("paper")}"/>`,
    ...groups.filter(({ shapes }) => shapes.length > 0).map(svgGroup),
    "</svg>",
    "",
  ].join("\n");
}

function svgGroup({ x, y, scale = 1, shapes, title }: PictureGroup): string {
  const moves = x === 0 && y === 0 ? [] : [`translate(${n(x)} ${n(y)})`];
  if (scale !== 1) moves.push(`scale(${scale})`);
  const transform = moves.length === 0 ? "" : ` transform="${moves.join(" ")}"`;
  const titleElement = title === undefined ? "" : `<title>${escapeXml(title)}</title>\n`;
  return `<g${transform}>\n${titleElement}${svgShapes(shapes)}\n</g>`;
}
