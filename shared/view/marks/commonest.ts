/** The most frequent of some keys, most frequent first; of equally frequent ones the alphabetically first. */
export function commonest(keys: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key);
}
