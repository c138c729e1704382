const MOST_NAMED = 5;

/** The words that somebody may have meant by one that is not known: those a few letters away, then those that share a part with it. */
export function nearestWords(meant: string, known: readonly string[]): readonly string[] {
  const word = meant.toLowerCase();
  const parts = new Set(word.split("-").filter((part) => part.length > 2));
  const ranked = known.flatMap((candidate) => {
    const distance = lettersApart(word, candidate);
    if (distance <= Math.max(2, candidate.length / 4)) return [{ candidate, rank: distance }];
    const shared = candidate.split("-").filter((part) => parts.has(part)).length;
    const isWithin = word.length > 2 && (candidate.includes(word) || word.includes(candidate));
    return shared > 0 || isWithin ? [{ candidate, rank: 100 - shared }] : [];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_NAMED)
    .map(({ candidate }) => candidate);
}

/** How many letters have to be put in, taken out or changed to make one word of the other. */
function lettersApart(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        ),
      );
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
