/**
 * Text from a map as a terminal may show it: what a name says must not move the cursor, change colours or turn the reading direction
 * of the lines around it.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
