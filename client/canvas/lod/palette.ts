import type { ColourToken } from "../../../shared/drawing/shapes.ts";
import { drawnColour } from "../drawnColour.ts";

/** What a 2D context can be told of colours: it knows no custom properties. */
export interface Palette {
  /** The colour of a token of the drawing. */
  token(token: ColourToken): string;
  /** The colour of a custom property of the style sheet, such as `--accent`. */
  property(name: string): string;
}

/** The colours of the theme that holds now for an element; a new one is to be taken when the theme changes. */
export function readPalette(within: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  within.append(probe);
  const known = new Map<string, string>();
  const read = (colour: string) => {
    let resolved = known.get(colour);
    if (resolved === undefined) {
      if (!probe.isConnected) within.append(probe);
      probe.style.color = colour;
      resolved = getComputedStyle(probe).color;
      known.set(colour, resolved);
      probe.remove();
    }
    return resolved;
  };
  return { token: (token) => read(drawnColour(token)), property: (name) => read(`var(${name})`) };
}

/** Calls back when the theme may have changed. Returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener("change", listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
    observer.disconnect();
  };
}
