import type { Field } from "../../model/field.ts";
import type { OrganisationKind } from "../../model/organisationKind.ts";
import { organisationKindWord, wordFor } from "../../model/words.ts";

/** What people call listed values besides their own words, in small letters without punctuation. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  "local-authority": ["council", "la", "county council", "unitary", "city council", "borough council"],
  "foundation-trust": ["ft", "nhs ft", "nhs foundation trust"],
  "nhs-trust": ["trust", "hospital trust"],
  "gp-practice": ["practice", "gp", "gp surgery", "surgery", "general practice"],
  "gp-federation": ["federation"],
  "gp-super-partnership": ["super partnership", "super practice", "gp super practice"],
  "primary-care-network": ["pcn"],
  "voluntary-organisation": ["voluntary", "voluntary sector", "vcse", "vcs", "charity", "third sector"],
  "independent-provider": ["independent", "independent sector", "private", "private provider"],
  "care-provider": ["care home", "domiciliary care", "home care", "residential care"],
  "joint-venture": ["jv", "spv", "special purpose vehicle", "vehicle"],
  "commissioning-support": ["csu"],
  "nhs-england": ["nhse"],
  ccg: ["nhs ccg"],
  icb: ["nhs icb"],
  llp: ["limited liability partnership"],
  "limited-by-shares": ["ltd", "limited", "limited company", "private limited company", "company"],
  "limited-by-guarantee": ["clg", "company limited by guarantee"],
  "community-interest-company": ["cic"],
  "statutory-body": ["statutory"],
  "nhs-standard": ["standard", "standard contract", "nhs contract", "nhs standard contract"],
  "prime-contractor": ["prime"],
  "sub-contract": ["subcontract", "sub contract"],
  "section-75-provision": ["section 75", "s75"],
  memorandum: ["mou"],
  framework: ["framework"],
  live: ["active", "current", "in place", "running", "signed"],
  terminated: ["ended", "expired", "closed", "finished"],
  "in-procurement": ["procurement", "tender", "out to tender", "in tender"],
  proposed: ["planned", "draft"],
  "competitive-tender": ["tender", "open tender", "open", "open procedure", "competition", "competitive"],
  "competitive-dialogue": ["dialogue"],
  "restricted-tender": ["restricted", "restricted procedure"],
  "direct-award": ["direct", "single tender", "waiver", "direct award process"],
  "most-capable-provider": ["mcp", "most capable"],
  block: ["block contract", "block payment"],
  activity: ["pbr", "payment by results", "cost and volume", "tariff", "activity based"],
  capitation: ["capitated", "capitated budget", "per head"],
  outcome: ["outcomes", "outcome based", "payment by outcomes"],
  "fee-for-service": ["fee for service"],
  "mental-health": ["mh", "mental health services"],
  "learning-disability": ["ld", "learning disabilities"],
  acute: ["hospital", "secondary care", "acute hospital"],
  urgent: ["emergency", "urgent care", "urgent and emergency", "out of hours", "a e"],
  planned: ["elective", "planned care"],
  community: ["community health", "community services", "community care"],
  "core-primary-care": ["primary care", "general practice", "gp", "gp services", "gms"],
  "enhanced-primary-care": ["enhanced services", "extended primary care"],
  "social-care": ["adult social care", "asc"],
  "end-of-life": ["palliative", "palliative care", "eol", "end of life care"],
  musculoskeletal: ["msk"],
  children: ["children and young people", "cyp", "childrens"],
  "older-people": ["older people", "frailty", "elderly"],
  "continuing-care": ["chc", "continuing healthcare", "continuing health care"],
  specialised: ["specialist", "specialised services"],
  full: ["full", "voting"],
  associate: ["associate", "non voting", "observer"],
};

/** What each list of values is called; a long table asks for the same few words again and again. */
const valuesByWord = new WeakMap<Field<unknown>, ReadonlyMap<string, string>>();

/** The value of a list that a text names, by its word on screen, its name in the map file or what else people call it. */
export function listedValue(field: Field<unknown>, text: string): string | undefined {
  let words = valuesByWord.get(field);
  if (words === undefined) {
    words = wordsOf(field);
    valuesByWord.set(field, words);
  }
  const plain = plainWords(text);
  return words.get(plain) ?? words.get(plain.replace(/s$/, "")) ?? words.get(`${plain}s`);
}

/** A value's own words stand before what another is called besides. */
function wordsOf({ values = [] }: Field<unknown>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const wordsFor of [ownWords, (value: string) => OTHER_WORDS[value] ?? []]) {
    for (const value of values)
      for (const word of wordsFor(value)) if (word !== "" && !words.has(word)) words.set(word, value);
  }
  return words;
}

function ownWords(value: string): readonly string[] {
  return [value, wordFor(value), organisationKindWord(value as OrganisationKind)].map(plainWords);
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
