/** How well a word of the search fits, best first. */
const WHOLE = 100;
const START = 80;
const WHOLE_WORD = 75;
const WORD_START = 60;
const INITIALS = 55;
const INSIDE = 25;
const SCATTERED = 8;
/** What is found under another name comes after what is called so. */
const OTHER_NAME_SHARE = 0.8;

const COMBINING_MARKS = /\p{M}/gu;

/** Text as it is compared: without accents, capitals and punctuation. */
export function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replace(COMBINING_MARKS, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}£%]+/gu, " ")
    .trim();
}

/**
 * How well a title, or the other words that it goes by, answers a search; higher is better, 0: not at all. Every word of the
 * search must be found: at the start of a word, as initials ("ft": Foundation trust), within a word, or (three letters and more)
 * scattered through one word. Both texts are given as {@link plainText} makes them.
 */
export function matchScore(search: string, title: string, otherWords = ""): number {
  if (search === "") return 1;
  const whole = scoreOf(search, title);
  if (whole === WHOLE || whole === START) return 2 * whole + shortness(title);
  let sum = 0;
  const words = search.split(" ");
  for (const word of words) {
    const best = Math.max(scoreOf(word, title), scoreOf(word, otherWords) * OTHER_NAME_SHARE);
    if (best === 0) return 0;
    sum += best;
  }
  return sum / words.length + shortness(title);
}

/** Of two that fit alike the shorter fits better; never as much as another way of fitting. */
function shortness(title: string): number {
  return 4 / (1 + title.length / 10);
}

function scoreOf(part: string, text: string): number {
  if (text === "") return 0;
  if (text === part) return WHOLE;
  if (text.startsWith(part)) return START;
  if (` ${text} `.includes(` ${part} `)) return WHOLE_WORD;
  if (` ${text}`.includes(` ${part}`)) return WORD_START;
  const words = text.split(" ");
  if (part.length > 1 && initialsOf(words).includes(part)) return INITIALS;
  if (part.length > 1 && text.includes(part)) return INSIDE;
  return part.length > 2 && words.some((word) => isScattered(part, word)) ? SCATTERED : 0;
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join("");
}

/** Whether the letters stand in this order in a word that begins with the first. */
function isScattered(letters: string, word: string): boolean {
  if (letters.charAt(0) !== word.charAt(0)) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
