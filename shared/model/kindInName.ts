import type { Contract, Forum, Fund, Organisation } from "./element.ts";
import type { LegalForm } from "./legalForm.ts";

/**
 * In order: the first that fits decides. What only the name shows is a guess, and is shown as one. Several of a kind that are drawn as one card
 * have its plural for a name.
 */
const ORGANISATIONS: readonly (readonly [RegExp, Organisation["kind"]])[] = [
  [/\b(?:nhs )?foundation trusts?\b|\bnhs ?fts?\b|\bft$/, "foundation-trust"],
  [
    /\bnhs trusts?\b|\b(?:acute|hospitals?|ambulance|community|mental health|partnership|university) (?:nhs )?trusts?\b|\bambulance service\b/,
    "nhs-trust",
  ],
  [/\bccgs?\b|clinical commissioning groups?/, "ccg"],
  [/\bicbs?\b|integrated care boards?/, "icb"],
  [/^nhs england\b|^nhse\b/, "nhs-england"],
  [/\bcouncil (?:for|of) voluntary|\bcvs$/, "voluntary-organisation"],
  [/\bcsus?\b|commissioning support/, "commissioning-support"],
  [/\bcare quality commission\b|^cqc$|^monitor$|^ofsted$|^nhs improvement$|^nhsi$/, "regulator"],
  [/^health ?watch\b|^public health england$|^national audit office\b/, "public-body"],
  // Who works for the council, or sits on one, is not the council.
  [
    /(?<!\b(?:by|for|of|with) the )\bcouncils?\b(?! of governors)|\blondon borough\b|^lb\b|\blocal authorit(?:y|ies)\b|\b(?:royal|metropolitan) borough\b|\b(?:bc|cc|dc|lbc|mbc)$/,
    "local-authority",
  ],
  [/\bprimary care networks?\b|\bpcns?\b/, "primary-care-network"],
  [/\bsuper ?-?(?:partnership|practice)s?\b/, "gp-super-partnership"],
  [
    /\bgp (?:federation|fed|alliance|consortium)s?\b|\bgp (?:care |provider )?(?:group|organisation|compan(?:y|ie))s?\b|\bfederations?\b(?! of )/,
    "gp-federation",
  ],
  [/\bprovider collaboratives?\b/, "provider-collaborative"],
  // What consists of practices is more than a practice.
  [
    /\bsurgery\b|\bsurgeries\b|\bmedical (?:practice|centre|center|group|partnership)s?\b|\bhealth cent(?:re|er)s?\b|\b(?:gp|general|family|group) practices?\b|(?<!\bof (?:[^ ]+ )?)\bpractices?$|\bgps\b/,
    "gp-practice",
  ],
  // Before the alliance: what has this legal form is a body of its own, whatever it calls itself.
  [/\bllp\b|\bjoint venture\b/, "joint-venture"],
  [/\bprime contractor\b|\bintegrator\b/, "integrator"],
  [/\balliance$/, "alliance"],
  [
    /\bhospices?\b|\bcharit(?:y|ies|able)\b|^age (?:uk|concern)\b|^mind$|\bmind$|\bred cross\b|\bmacmillan\b|^(?:marie curie|sue ryder|turning point)\b|(?<!\band )\bvoluntary\b|\bcarers? (?:trust|uk)\b/,
    "voluntary-organisation",
  ],
  [
    /\b(?:care|nursing|residential) homes?\b|\bdomiciliary\b|\bhome ?care\b|(?<!\b(?:acute|community|health|primary|secondary|urgent) )\bcare providers?\b/,
    "care-provider",
  ],
  [
    /\bcic\b|community interest company|\b(?:ltd|limited|plc)\b|^(?:bupa|care uk|circle|hcrg|nuffield health|practice plus|ramsay|serco|spire|virgin care)\b/,
    "independent-provider",
  ],
  [/[^ ] community (?:health )?services$/, "nhs-trust"],
  // Hospitals without a name may be of any kind.
  [
    /\b(?:university|teaching) hospitals?\b|(?<!^(?:(?:acute|all|local|other) )?)\bhospitals?$|\binfirmary$/,
    "foundation-trust",
  ],
];

/** What kind of organisation a name speaks of; undefined where it does not say. */
export function organisationKindInName(name: string): Organisation["kind"] | undefined {
  const plain = plainWords(name);
  return ORGANISATIONS.find(([found]) => found.test(plain))?.[1];
}

/** The legal form that stands in the name itself: "… LLP", "… CIC". ("Ltd" may be limited by shares or by guarantee.) */
export function legalFormInName(name: string): LegalForm | undefined {
  const plain = plainWords(name);
  if (/\bllp\b|limited liability partnership/.test(plain)) return "llp";
  return /\bcic\b|community interest company/.test(plain) ? "community-interest-company" : undefined;
}

const FORUMS: readonly (readonly [RegExp, Forum["kind"]])[] = [
  [/health (?:and|&) wellbeing board/, "health-and-wellbeing-board"],
  [/committees in common/, "committees-in-common"],
  [/joint (?:commissioning )?committee/, "joint-committee"],
  [/(?:alliance|leadership) (?:leadership )?board/, "alliance-board"],
  [/partnership board/, "partnership-board"],
  [/programme board/, "programme-board"],
  [/advisory (?:board|group)/, "advisory-board"],
  [/operational board/, "operational-board"],
  [/citizens'? ?board/, "citizens-board"],
  [/working group|steering group/, "working-group"],
];

/** What kind of board or committee a name speaks of; undefined where it is none, or the name does not say which. */
export function forumKindInName(name: string): Forum["kind"] | undefined {
  const plain = plainWords(name);
  return FORUMS.find(([found]) => found.test(plain))?.[1];
}

const CONTRACTS: readonly (readonly [RegExp, Contract["kind"]])[] = [
  [/\bsub-?contract\b/, "sub-contract"],
  [/\bmou\b|\bmemorandum of understanding\b/, "memorandum"],
  [/\bapms\b/, "apms"],
  [/\bgms\b/, "gms"],
  [/\bpms\b/, "pms"],
  [/\b(?:section|s) ?75\b.*\b(?:agreement|provision)\b/, "section-75-provision"],
  [/\balliance (?:contract|agreement)\b/, "alliance"],
];

/** What kind of contract a name speaks of; undefined where it is none, or the name does not say which. */
export function contractKindInName(name: string): Contract["kind"] | undefined {
  const plain = plainWords(name);
  return CONTRACTS.find(([found]) => found.test(plain))?.[1];
}

const FUNDS: readonly (readonly [RegExp, Fund["kind"]])[] = [
  [/\bbetter care fund\b|\bbcf\b|\bpooled (?:budget|fund)\b/, "pooled"],
  [/\baligned (?:budget|fund)\b/, "aligned"],
  [/\bcapitated (?:budget|fund)\b/, "capitated"],
  [/\btransformation fund\b/, "transformation"],
  [/\bprogramme budget\b/, "programme"],
];

/** What kind of fund a name speaks of; undefined where it is none, or the name does not say which. */
export function fundKindInName(name: string): Fund["kind"] | undefined {
  const plain = plainWords(name);
  return FUNDS.find(([found]) => found.test(plain))?.[1];
}

/** A name for comparing: in small letters, without stops and brackets, one blank between words. */
export function plainWords(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[.,()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
