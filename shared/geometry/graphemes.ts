const MAX_CODE_POINTS = 10;

const EXTENDS = /\p{M}|\u200c|\u200d|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]/u;
const REGIONAL_INDICATOR = /[\u{1f1e6}-\u{1f1ff}]/u;
const JOINER = "\u200d";
/** Nothing in it joins anything: each code unit is a character. Most names are like this. */
const SEPARATE = /^[ -~\u00a0-\u02ff\u2010-\u2027]*$/;

/**
 * The characters of a text as a reader counts them: a letter with its marks, an emoji with its joiners and skin tone, a flag.
 * At most ten code points are kept of each, so that a tower of a thousand accents is no taller than a few. Written out
 * instead of `Intl.Segmenter`, whose tables differ between browsers: the same text must break at the same place everywhere.
 */
export function graphemes(text: string): Iterable<string> {
  return SEPARATE.test(text) ? text.split("") : joinedGraphemes(text);
}

function* joinedGraphemes(text: string): Generator<string> {
  let current = "";
  let codePoints = 0;
  let regionalIndicators = 0;
  let joins = false;
  for (const character of text) {
    const isRegional = REGIONAL_INDICATOR.test(character);
    const belongs =
      current !== "" &&
      (joins || EXTENDS.test(character) || (isRegional && regionalIndicators === 1 && codePoints === 1));
    if (belongs) {
      if (codePoints < MAX_CODE_POINTS) current += character;
      codePoints++;
    } else {
      if (current !== "") yield current;
      current = character;
      codePoints = 1;
      regionalIndicators = 0;
    }
    if (isRegional) regionalIndicators++;
    joins = character === JOINER && codePoints < MAX_CODE_POINTS;
  }
  if (current !== "") yield current;
}
