import type { Rect } from "../viewportFor.ts";

type Transform = readonly [x: number, y: number, zoom: number];

const STEPS_IN_A_VIEW = 4;

/** What is in view, in map units. */
export function viewRect([x, y, zoom]: Transform, widthPx: number, heightPx: number): Rect {
  return { x: -x / zoom, y: -y / zoom, width: widthPx / zoom, height: heightPx / zoom };
}

/**
 * What is in view and a little around it, as words that stay the same through most of a movement: its edges lie in steps of a
 * quarter of the view, and the steps change with every doubling of the zoom.
 */
export function regionKey(transform: Transform, widthPx: number, heightPx: number): string {
  const { x, y, width, height } = viewRect(transform, widthPx, heightPx);
  const scale = 2 ** Math.round(Math.log2(transform[2]));
  const stepX = Math.max(1, widthPx / scale / STEPS_IN_A_VIEW);
  const stepY = Math.max(1, heightPx / scale / STEPS_IN_A_VIEW);
  const left = Math.floor(x / stepX) - 1;
  const top = Math.floor(y / stepY) - 1;
  const right = Math.ceil((x + width) / stepX) + 1;
  const bottom = Math.ceil((y + height) / stepY) + 1;
  return [left * stepX, top * stepY, (right - left) * stepX, (bottom - top) * stepY].join(" ");
}

/** The region behind a key, in map units. */
export function regionOf(key: string): Rect {
  const [x = 0, y = 0, width = 0, height = 0] = key.split(" ").map(Number);
  return { x, y, width, height };
}

/** Whether two rectangles share some area. */
export function meets(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
