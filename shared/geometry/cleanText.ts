// Control characters; bidirectional marks, embeddings, overrides and isolates (they could turn what stands beside them);
// zero-width spaces and joiners of words, soft hyphen, byte order mark; what XML forbids.
const REMOVED = /\p{Cc}|\p{Bidi_Control}|[\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What can be drawn of a text on one line: control and invisible characters gone, white space collapsed and trimmed. */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd").replace(/\s+/gu, " ").replace(REMOVED, "").trim();
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;

/** The direction a line of text is read in, by its first letter. */
export function readingDirection(text: string): "ltr" | "rtl" {
  for (const character of text) {
    if (RIGHT_TO_LEFT.test(character)) return "rtl";
    if (LETTER.test(character)) return "ltr";
  }
  return "ltr";
}
