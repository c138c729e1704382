import type { ColourToken } from "../../shared/drawing/shapes.ts";

const drawn = new Map<ColourToken, string>();

/** The colour of a token on the screen, light or dark, as the style sheet states it: `var(--draw-ink-soft)`. Files take `tokenColour`. */
export function drawnColour(token: ColourToken): string {
  let colour = drawn.get(token);
  if (colour === undefined) {
    colour = `var(${drawnColourName(token)})`;
    drawn.set(token, colour);
  }
  return colour;
}

/** `--draw-ink-soft` for `inkSoft`. */
export function drawnColourName(token: ColourToken): string {
  return `--draw-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
