/** How much of their pairs of letters two words must share to look alike. */
const leastShared = 0.4;

/** Those of the words that look like one of the written texts, the most alike first. */
export function nearestWords(words: readonly string[], written: readonly string[]): readonly string[] {
  const sought = written.map(pairsIn);
  return words
    .map((word) => {
      const pairs = pairsIn(word);
      return { word, shared: Math.max(0, ...sought.map((other) => sharedPart(pairs, other))) };
    })
    .filter(({ shared }) => shared >= leastShared)
    .toSorted((one, other) => other.shared - one.shared)
    .map(({ word }) => word);
}

function pairsIn(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  return new Set(Array.from(letters.slice(1), (letter, index) => letters.charAt(index) + letter));
}

function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
