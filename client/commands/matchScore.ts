import { slipsBetween } from "../../shared/view/search/slips.ts";

/** How well a word of the search fits, best first. */
const WHOLE = 100;
const START = 80;
const WHOLE_WORD = 75;
const WORD_START = 60;
const INITIALS = 55;
const INSIDE = 25;
const SCATTERED = 8;
const WITH_A_SLIP = 6;
const WITH_SLIPS = 3;
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
  return scoreWith(scoreOf, search, title, otherWords);
}

/** The same for a search in which words may have slips of the pen: for where nothing answers it as it stands. */
export function nearScore(search: string, title: string, otherWords = ""): number {
  return scoreWith(nearlyScoreOf, search, title, otherWords);
}

/**
 * What answers a search, the best first; and only where nothing does, what nearly does. `score` is asked with the way to compare
 * that is to be used.
 */
export function bestMatches<Item>(
  items: readonly Item[],
  score: (item: Item, compare: typeof matchScore) => number,
): readonly Item[] {
  const scored = (compare: typeof matchScore) =>
    items
      .map((item) => ({ item, score: score(item, compare) }))
      .filter((one) => one.score > 0)
      .toSorted((one, other) => other.score - one.score)
      .map(({ item }) => item);
  const found = scored(matchScore);
  return found.length > 0 ? found : scored(nearScore);
}

function scoreWith(
  scoreWord: (part: string, text: string) => number,
  search: string,
  title: string,
  otherWords: string,
): number {
  if (search === "") return 1;
  const whole = scoreOf(search, title);
  if (whole === WHOLE || whole === START) return 2 * whole + shortness(title);
  let sum = 0;
  const words = search.split(" ");
  for (const word of words) {
    const best = Math.max(scoreWord(word, title), scoreWord(word, otherWords) * OTHER_NAME_SHARE);
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

function nearlyScoreOf(part: string, text: string): number {
  const score = scoreOf(part, text);
  if (score > 0) return score;
  let fewest = Infinity;
  for (const word of text.split(" ")) fewest = Math.min(fewest, slipsBetween(part, word)?.count ?? Infinity);
  if (fewest === Infinity) return 0;
  return fewest === 1 ? WITH_A_SLIP : WITH_SLIPS;
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
