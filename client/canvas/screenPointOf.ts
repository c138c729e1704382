import type { Point } from "../../shared/model/field.ts";

/** A point of the screen at a card (below its left end) or a connection (its middle) that is drawn, for what is asked about it there. */
export function screenPointOf(id: string): Point | undefined {
  const drawn = document.querySelector(`.react-flow [data-id="${CSS.escape(id)}"]`);
  if (drawn === null) return undefined;
  const { left, top, width, height, bottom } = drawn.getBoundingClientRect();
  if (drawn instanceof SVGElement) return keptOnScreen({ x: left + width / 2, y: top + height / 2 });
  return keptOnScreen({ x: left + Math.min(width / 2, 24), y: bottom });
}

/** The middle of the canvas on the screen. */
export function canvasMiddle(): Point {
  const canvas = document.querySelector(".react-flow");
  if (canvas === null) return { x: innerWidth / 2, y: innerHeight / 2 };
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

const MARGIN_PX = 8;

function keptOnScreen({ x, y }: Point): Point {
  return {
    x: Math.min(Math.max(x, MARGIN_PX), innerWidth - MARGIN_PX),
    y: Math.min(Math.max(y, MARGIN_PX), innerHeight - MARGIN_PX),
  };
}
