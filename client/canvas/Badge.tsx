import { findingBadge } from "../../shared/drawing/findingBadge.ts";
import type { BadgeCount } from "../../shared/drawing/findingBadges.ts";
import { ShapeView } from "./ShapeView.tsx";

/** The badge of an element's or relation's findings, around a point: its shape says how bad the worst is, its number how many there are. */
export function Badge({ mark, x, y }: { readonly mark: BadgeCount; readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <ShapeView shapes={findingBadge(mark.severity, mark.count)} />
    </g>
  );
}
