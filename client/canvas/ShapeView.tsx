import { createElement, memo, type ReactNode } from "react";
import { fontStack, isolated } from "../../shared/drawing/fontStack.ts";
import type { PathShape, Shape, TextShape } from "../../shared/drawing/shapes.ts";
import { drawnColour } from "./drawnColour.ts";

interface ShapeViewProps {
  /** Drawn again only when this is another array. */
  readonly shapes: readonly Shape[];
}

const NO_KERNING = { fontKerning: "none", fontVariantLigatures: "none" } as const;

/** Shapes as inline SVG: a `<g>`, to be put into an `<svg>`. The same drawing as the exports, hidden from screen readers (the card around it says what it shows). */
export const ShapeView = memo(function ShapeView({ shapes }: ShapeViewProps) {
  // Spread, because shapes have no identity to make keys of: they are only ever replaced all at once.
  return createElement("g", { "aria-hidden": "true", style: NO_KERNING }, ...shapes.map(viewOf));
});

function viewOf(shape: Shape): ReactNode {
  return shape.kind === "path" ? <PathView shape={shape} /> : <TextView shape={shape} />;
}

function PathView({ shape }: { readonly shape: PathShape }) {
  const ends = shape.isRound ? "round" : undefined;
  return (
    <path
      d={shape.d}
      fill={shape.fill === undefined ? "none" : drawnColour(shape.fill)}
      stroke={shape.stroke === undefined ? undefined : drawnColour(shape.stroke)}
      strokeWidth={shape.strokeWidth}
      strokeDasharray={shape.dash?.join(" ")}
      strokeLinecap={ends}
      strokeLinejoin={ends}
    />
  );
}

function TextView({ shape }: { readonly shape: TextShape }) {
  return (
    <text
      x={shape.x}
      y={shape.y}
      fontSize={shape.sizePx}
      fontFamily={fontStack(shape.script)}
      fontWeight={shape.face === "bold" && shape.script !== "emoji" ? 700 : 400}
      fontStyle={shape.face === "italic" && shape.script === "latin" ? "italic" : undefined}
      letterSpacing={shape.letterSpacingPx}
      textAnchor={shape.anchor}
      fill={drawnColour(shape.colour)}
    >
      {isolated(shape.text, shape.isRightToLeft)}
    </text>
  );
}
