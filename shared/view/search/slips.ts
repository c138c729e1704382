/** From so many letters on one slip of the pen is seen past, and from so many two. Digits are never guessed at. */
const LETTERS_FOR_ONE = 4;
const LETTERS_FOR_TWO = 8;
/** In a word shorter than this the first letter is taken to be right: else nearly every word would be near. */
const LETTERS_FOR_ANY_BEGINNING = 6;
const LONGEST_WORD = 40;

/** How far what was typed is from a word. */
export interface Slips {
  /** Letters too many, too few, wrong, or changed places with their neighbour. */
  readonly count: number;
  /** Whether the whole word was typed rather than how it begins. */
  readonly isWhole: boolean;
}

/** How many slips are seen past in a folded word that somebody types; 0: it must be as it stands. */
export function slipsAllowed(typed: string): number {
  if (typed.length < LETTERS_FOR_ONE || typed.length > LONGEST_WORD || HAS_DIGIT.test(typed)) return 0;
  return typed.length < LETTERS_FOR_TWO ? 1 : 2;
}

/** How few slips turn a word, or how it begins, into what was typed; undefined where it takes more than are seen past. */
export function slipsBetween(typed: string, word: string): Slips | undefined {
  const most = slipsAllowed(typed);
  if (most === 0 || word.length < typed.length - most) return undefined;
  if (typed.length < LETTERS_FOR_ANY_BEGINNING && typed.charCodeAt(0) !== word.charCodeAt(0))
    return undefined;
  return fewestSlips(typed, word.slice(0, typed.length + most), word.length, most);
}

const HAS_DIGIT = /\d/u;

/** Which letters a word has, as bits of a number: some letters share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether a word with these letters can take so few slips to be what was typed: a slip brings in no more than one letter that the word has not. */
export function mayBeNear(typedLetters: number, wordLetters: number, mostSlips: number): boolean {
  let foreign = typedLetters & ~wordLetters;
  for (let slips = 0; slips < mostSlips; slips++) foreign &= foreign - 1;
  return foreign === 0;
}

/** Three rows of the table of distances between beginnings of the two (Damerau and Levenshtein's, no stretch changed twice), used again for each word: there are many. */
let [twoAbove, above, row] = [newRow(), newRow(), newRow()];

function fewestSlips(typed: string, word: string, wordLength: number, most: number): Slips | undefined {
  const width = word.length;
  for (let at = 0; at <= width; at++) above[at] = at;
  for (let line = 1; line <= typed.length; line++) {
    row.fill(most + 1, 0, width + 1);
    row[0] = line;
    let least = line;
    for (let at = Math.max(1, line - most); at <= Math.min(width, line + most); at++) {
      const slips = cell(typed, word, line, at);
      row[at] = slips;
      least = Math.min(least, slips);
    }
    if (least > most) return undefined;
    [twoAbove, above, row] = [above, row, twoAbove];
  }
  const whole = width === wordLength ? (above[width] ?? Infinity) : Infinity;
  const count = Math.min(...above.subarray(0, width + 1));
  return count > most ? undefined : { count, isWhole: whole === count };
}

function cell(typed: string, word: string, line: number, at: number): number {
  const isSame = typed.charCodeAt(line - 1) === word.charCodeAt(at - 1);
  const slips = Math.min(
    (above[at - 1] ?? 0) + (isSame ? 0 : 1),
    (above[at] ?? 0) + 1,
    (row[at - 1] ?? 0) + 1,
  );
  const haveChangedPlaces =
    line > 1 &&
    at > 1 &&
    typed.charCodeAt(line - 1) === word.charCodeAt(at - 2) &&
    typed.charCodeAt(line - 2) === word.charCodeAt(at - 1);
  return haveChangedPlaces ? Math.min(slips, (twoAbove[at - 2] ?? 0) + 1) : slips;
}

function newRow(): Uint8Array {
  return new Uint8Array(LONGEST_WORD + 4);
}
