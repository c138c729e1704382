/** A text as it is searched: without capitals, accents, and differences between apostrophes, dashes and spaces. */
export function foldText(text: string): string {
  // Nearly all text is plain, and taking it apart costs most of the time.
  const plain = NEEDS_FOLDING.test(text)
    ? text
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .replace(/[‘’ʼ]/gu, "'")
        .replace(/[‐-―−]/gu, "-")
        .replace(/ß/gu, "ss")
        .replace(/ø/giu, "o")
        .replace(/ł/giu, "l")
    : text;
  return plain.toLowerCase().replace(/\s+/gu, " ").trim();
}

const NEEDS_FOLDING = /[^\t-~£]/u;
