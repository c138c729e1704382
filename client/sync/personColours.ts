/** Colours of people. White text on each has a contrast of at least 4.5 to 1, and neighbours in the list differ well. */
export const PERSON_COLOURS = [
  "#a84400",
  "#ae2573",
  "#00716b",
  "#5a2d91",
  "#1f6b1f",
  "#b3201c",
  "#0b5cab",
  "#6b4a1f",
  "#425563",
  "#8a1c5e",
  "#2c5f78",
  "#6a5a00",
] as const;

const WHITE_IN_DARK = 0.45;

/**
 * A person's colour as a line on the ground of the map: as it is in the light theme, with white in it in the dark one, where the
 * colour itself would not be seen.
 * @param colour `#rrggbb`
 */
export function personLine(colour: string): string {
  return `light-dark(${colour}, ${lightened(colour)})`;
}

/** What {@link personLine} is in the dark theme, as `#rrggbb`. */
export function lightened(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const lighter = parts.map((part) => Math.round(part + (255 - part) * WHITE_IN_DARK));
  return `#${lighter.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour that the fewest others have; among equals the choice depends on the tab, so that people who come together differ. */
export function chooseColour(taken: readonly string[], clientId: number): string {
  const start = clientId % PERSON_COLOURS.length;
  const inOrder = [...PERSON_COLOURS.slice(start), ...PERSON_COLOURS.slice(0, start)];
  const uses = (colour: string) => taken.filter((other) => other === colour).length;
  return inOrder.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}
