/** One or two letters that stand for a name: those of its first and last word, whole characters of any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${firstCharacter(first)}${last === undefined ? "" : firstCharacter(last)}`.toLocaleUpperCase(
    "en-GB",
  );
}

// To make one takes longer than to use it, and the initials of ten people are asked for with every movement of theirs.
const characters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

function firstCharacter(word: string): string {
  const [segment] = characters.segment(word);
  return segment?.segment ?? "";
}
