/**
 * The key a step away from the current one in a list of keys; from the end it goes on at the other end. Where the current one is no
 * longer listed, `lastIndex` says where it was: what has moved up to its place is the next. Undefined in an empty list.
 */
export function stepFrom(
  keys: readonly string[],
  current: string | undefined,
  lastIndex: number,
  by: 1 | -1,
): string | undefined {
  if (keys.length === 0) return undefined;
  const index = current === undefined ? -1 : keys.indexOf(current);
  if (index >= 0) return keys[(index + by + keys.length) % keys.length];
  if (current === undefined || lastIndex < 0) return by === 1 ? keys[0] : keys.at(-1);
  const next = by === 1 ? lastIndex : lastIndex - 1;
  return keys[(next + keys.length) % keys.length];
}
