/** How deep the values of one field may nest: beyond it recursive encoders would run out of stack. */
export const deepestNesting = 64;

/**
 * Freezes a JSON value and everything in it, and returns it.
 * @throws RangeError where it nests deeper than {@link deepestNesting}.
 */
export function deepFreeze<T>(value: T, depth = 0): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (depth > deepestNesting) throw new RangeError(`nests deeper than ${deepestNesting} levels`);
  for (const inner of Object.values(value)) deepFreeze(inner, depth + 1);
  return Object.freeze(value);
}
