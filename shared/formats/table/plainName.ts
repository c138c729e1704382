const SAME: readonly (readonly [RegExp, string])[] = [
  [/&/g, " and "],
  [/['’`]/g, ""],
  [/[^\p{L}\p{N}]+/gu, " "],
  [/\b(?:nhs )?foundation trust\b|\bnhs ft\b|\bnhsft\b/g, "ft"],
  [/\bclinical commissioning group\b/g, "ccg"],
  [/\bintegrated care board\b/g, "icb"],
  [/\bcommissioning support unit\b/g, "csu"],
  [/\bprimary care network\b/g, "pcn"],
  [/\bcommunity interest company\b/g, "cic"],
  [/\blimited liability partnership\b/g, "llp"],
  [/\blimited\b/g, "ltd"],
  [/\bsaint\b/g, "st"],
  [/^\s*the /, ""],
  // "NHS Wakefield CCG" and "Wakefield CCG" are one; "NHS England" is not "England".
  [/^\s*nhs (?=.*\b(?:ccg|icb|csu)\b)/, ""],
];

/** What is left out or shortened in lists; "CC" is a county council's or a city council's. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:county|city) council\b/g, "cc"],
  [/\bmetropolitan borough council\b/g, "mbc"],
  [/\bmetropolitan district council\b/g, "mdc"],
  [/\bborough council\b/g, "bc"],
  [/\bdistrict council\b/g, "dc"],
  [/^(?:london borough|lb|lbc)(?: of)? /, "lb "],
  [/^(?:royal borough|rb) of /, "rb "],
  [/\bnhs trust\b/g, "trust"],
];

/**
 * A name without what people write differently: case, punctuation, "&", "NHS Foundation Trust" or "FT", "Limited" or "Ltd". Two
 * names of one body are the same text afterwards; empty where there is no letter or figure in it.
 */
export function plainName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return rewritten(SAME, plain);
}

/**
 * A plain name as it stands in lists that shorten what a body is: "norfolk cc" for "norfolk county council". Different bodies may be
 * shortened alike.
 */
export function shortName(plain: string): string {
  return rewritten(SHORTENED, plain);
}

function rewritten(rules: typeof SAME, text: string): string {
  let plain = text;
  for (const [found, instead] of rules) plain = plain.replace(found, instead);
  return plain.replace(/\s+/g, " ").trim();
}
