export interface SentencePart {
  readonly text: string;
  readonly isName: boolean;
}

/** Letters written from right to left, and the characters that set a direction by force. */
const TURNS_THE_LINE =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text, within a line that reads from left to right, would turn what stands beside it around. */
export function turnsTheLine(text: string): boolean {
  return TURNS_THE_LINE.test(text);
}

/**
 * Cuts a sentence where names stand in it that would turn the rest of the line around; put together again the parts are the
 * sentence. Of two names that begin at the same place the longer one counts.
 */
export function splitAtNames(sentence: string, names: readonly string[]): readonly SentencePart[] {
  const turning = names
    .filter((name) => turnsTheLine(name) && sentence.includes(name))
    .toSorted((one, other) => other.length - one.length);
  if (turning.length === 0) return [{ text: sentence, isName: false }];
  const parts: SentencePart[] = [];
  let rest = sentence;
  while (rest !== "") {
    const [next] = turning
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at);
    if (next === undefined) break;
    if (next.at > 0) parts.push({ text: rest.slice(0, next.at), isName: false });
    parts.push({ text: next.name, isName: true });
    rest = rest.slice(next.at + next.name.length);
  }
  if (rest !== "") parts.push({ text: rest, isName: false });
  return parts;
}
