/** What a heading says besides what its column holds. */
export interface Units {
  /** By what a bare figure of money is to be multiplied: 1,000,000 below "Annual value (£m)". */
  readonly pounds: number;
  /** What a bare length of time counts. */
  readonly term: "months" | "years";
}

export const NO_UNITS: Units = { pounds: 1, term: "months" };

const THOUSANDS = /£\s*(?:k|000'?s?)\b|\(\s*(?:k|'?000'?s?)\s*\)|\bthousands?\b|'000s?\b|\b000s\b/i;
const MILLIONS = /£\s*(?:m|mn|mill(?:ion)?s?)\b|\(\s*(?:m|mn)\s*\)|\bmillions?\b/i;
const BILLIONS = /£\s*(?:bn|b|billions?)\b|\(\s*bn\s*\)|\bbillions?\b/i;

/** The units that a heading names. */
export function unitsIn(heading: string): Units {
  const plain = heading.replaceAll("’", "'");
  const pounds = BILLIONS.test(plain) ? 1e9 : MILLIONS.test(plain) ? 1e6 : THOUSANDS.test(plain) ? 1e3 : 1;
  return { pounds, term: /\b(?:years|yrs)\b/i.test(plain) ? "years" : "months" };
}

/** A heading as it is looked up: small letters, no units, no punctuation. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/£\s*(?:mn|m|k|bn|'?000'?s?)?\b|£|%|\bgbp\b|\bin (?:millions?|thousands?|pounds)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
