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

/**
 * A name without what people write differently: case, punctuation, "&", "NHS Foundation Trust" or "FT", "Limited" or "Ltd". Two
 * names of one body are the same text afterwards; empty where there is no letter or figure in it.
 */
export function plainName(name: string): string {
  let plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  for (const [found, instead] of SAME) plain = plain.replace(found, instead);
  return plain.replace(/\s+/g, " ").trim();
}
