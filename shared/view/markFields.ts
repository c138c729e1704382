/** What cards can be coloured by. */
export const COLOUR_FIELDS = [
  "value",
  "term",
  "status",
  "findings",
  "payment",
  "services",
  "kind",
  "proposed",
] as const;
export type ColourField = (typeof COLOUR_FIELDS)[number];

/** What cards can be sized by: figures a year, in pounds, or people. */
export const SIZE_FIELDS = ["value", "income", "population"] as const;
export type SizeField = (typeof SIZE_FIELDS)[number];
