const CAUTION =
  "A finding says what may be wrong on a drawing. It is not legal advice. This page is made from the rule itself by `npm run rule-docs`.";

/** A page of the rule book in Markdown, with what every page ends with. */
export function markdownPage(paragraphs: readonly string[]): string {
  return `${[...paragraphs, "---", CAUTION].join("\n\n")}\n`;
}
