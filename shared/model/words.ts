import type { Contract, ElementType, MapElement, Organisation } from "./element.ts";
import { isCommissionerKind, isProviderKind, type OrganisationKind } from "./organisationKind.ts";
import type { RelationType } from "./relation.ts";

/** What listed values are called where taking the value apart at its hyphens does not say it well. */
const WORDS: Readonly<Record<string, string>> = {
  ccg: "Clinical commissioning group",
  icb: "Integrated care board",
  "nhs-england": "NHS England",
  "nhs-trust": "NHS trust",
  "gp-practice": "GP practice",
  "gp-federation": "GP federation",
  "gp-super-partnership": "GP super-partnership",
  "commissioning-support": "Commissioning support unit",
  other: "Other",
  llp: "Limited liability partnership",
  "limited-by-shares": "Company limited by shares",
  "limited-by-guarantee": "Company limited by guarantee",
  "nhs-standard": "NHS standard contract",
  "prime-contractor": "Prime contractor contract",
  "prime-provider": "Prime provider contract",
  "sub-contract": "Sub-contract",
  gms: "General medical services (GMS) contract",
  pms: "Personal medical services (PMS) contract",
  apms: "Alternative provider medical services (APMS) contract",
  "mcp-virtual": "Virtual MCP contract",
  "mcp-partially-integrated": "Partially integrated MCP contract",
  "mcp-fully-integrated": "Fully integrated MCP contract",
  "integrated-health-organisation": "Integrated health organisation contract",
  "section-75-provision": "Section 75 provision agreement",
  memorandum: "Memorandum of understanding",
  framework: "Framework agreement",
  "direct-award": "Direct award",
  "psr-direct-award-a": "PSR direct award A",
  "psr-direct-award-b": "PSR direct award B",
  "psr-direct-award-c": "PSR direct award C",
  "psr-most-suitable-provider": "PSR most suitable provider",
  "psr-competitive": "PSR competitive process",
  "light-touch": "Light-touch tender",
  capitation: "Capitated",
  activity: "By activity",
  outcome: "By outcomes",
  fee: "Fee",
  "fee-for-service": "Fee for service",
  "two-sided": "Two-sided",
  upside: "Upside only",
  pooled: "Pooled budget",
  aligned: "Aligned budget",
  capitated: "Capitated budget",
  programme: "Programme budget",
  transformation: "Transformation fund",
  "committees-in-common": "Committees in common",
  "citizens-board": "Citizens’ board",
  "section-105a": "Section 105A order",
  "section-65z5": "Section 65Z5",
  "section-65z6": "Section 65Z6",
  "section-13z": "Section 13Z",
  "section-14z3": "Section 14Z3",
  "nhs-commissioning": "NHS commissioning",
  seat: "A seat at the table",
  full: "Full member",
  associate: "Associate member",
  unanimous: "Unanimous",
  weighted: "Weighted votes",
  official: "OFFICIAL",
  "official-sensitive": "OFFICIAL-SENSITIVE",
  commercial: "Commercial in confidence",
  draft: "Draft",
  "england-2012": "England, Health and Social Care Act 2012",
  "england-2022": "England, Health and Care Act 2022",
  error: "Must fix",
  warning: "Should fix",
  info: "Worth a look",
  all: "Everybody",
  facilitators: "Facilitators only",
};

/** Values that mean another thing in one field than in the others. */
const WORDS_IN_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  legalForm: { none: "No legal entity", partnership: "Partnership", charity: "Charity" },
  procurement: { none: "No procurement" },
  riskShare: { none: "No risk share" },
  legalBasis: { none: "No legal basis" },
  form: { "nhs-standard": "NHS standard form", bespoke: "Bespoke form" },
};

/**
 * What a listed value is called on screen: "foundation-trust" → "Foundation trust". Name the field where you have it:
 * `none` is "No legal entity" as a `legalForm`, and "None" elsewhere.
 */
export function wordFor(value: string, field?: string): string {
  const inField =
    field === undefined || !Object.hasOwn(WORDS_IN_FIELD, field) ? undefined : WORDS_IN_FIELD[field];
  if (inField !== undefined && Object.hasOwn(inField, value)) return inField[value] ?? value;
  if (Object.hasOwn(WORDS, value)) return WORDS[value] ?? value;
  return sentenceCase(value.replaceAll("-", " "));
}

/** The word for a listed value in the middle of a sentence: "foundation trust", but "NHS trust", "CCG". */
export function wordInSentence(value: string, field?: string): string {
  const word = wordFor(value, field);
  const second = word.charAt(1);
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? word
    : word.charAt(0).toLowerCase() + word.slice(1);
}

const SHORT_KIND_WORDS: Partial<Record<OrganisationKind, string>> = {
  ccg: "CCG",
  icb: "ICB",
  "commissioning-support": "Commissioning support",
  other: "Organisation",
};

/** What an organisation kind is called where there is little room: "CCG", "Local authority", "Foundation trust". */
export function organisationKindWord(kind: OrganisationKind): string {
  return SHORT_KIND_WORDS[kind] ?? wordFor(kind);
}

const SHORT_CONTRACT_WORDS: Partial<Record<Contract["kind"], string>> = {
  gms: "GMS contract",
  pms: "PMS contract",
  apms: "APMS contract",
  alliance: "Alliance contract",
  grant: "Grant",
  other: "Contract",
};

interface Band {
  readonly title: string;
  readonly aside?: string;
}

/** The small words at the top of a card, in capitals: "COMMISSIONER" and beside it "CCG"; "FOUNDATION TRUST"; "SUB-CONTRACT"; "PROGRAMME BOARD". */
export function bandWords(element: MapElement): Band {
  const band = bandOf(element);
  return { ...band, title: band.title.toUpperCase() };
}

/** What an element is, as a sentence or list says after its name: "CCG", "NHS trust", "Sub-contract". */
export function kindWords(element: MapElement): string {
  const { title, aside } = bandOf(element);
  return aside ?? title;
}

function bandOf(element: MapElement): Band {
  switch (element.type) {
    case "organisation":
      return organisationBand(element);
    case "contract":
      return { title: SHORT_CONTRACT_WORDS[element.kind] ?? wordFor(element.kind) };
    case "fund":
      return { title: wordFor(element.kind) };
    case "forum":
      return { title: wordFor(element.kind) };
    case "place":
      return { title: wordFor(element.kind ?? "place") };
    case "note":
      return { title: "Note" };
  }
}

function organisationBand(organisation: Organisation): Band {
  const kindWord = organisationKindWord(organisation.kind);
  if (isCommissionerKind(organisation.kind)) return { title: "Commissioner", aside: kindWord };
  const form = organisation.legalForm;
  if (isVehicle(organisation) && form !== undefined && form !== "none")
    return { title: wordFor(form, "legalForm") };
  return { title: kindWord };
}

const VEHICLE_KINDS: ReadonlySet<OrganisationKind> = new Set([
  "joint-venture",
  "alliance",
  "provider-collaborative",
]);
const VEHICLE_FORMS: ReadonlySet<string> = new Set([
  "llp",
  "limited-by-shares",
  "limited-by-guarantee",
  "community-interest-company",
]);

/**
 * Whether an organisation is drawn as a vehicle: a joint venture, an alliance or a provider collaborative; or an integrator or
 * other body that is a company or a partnership. (A practice or charity that is a company is drawn as the provider it is.)
 */
export function isVehicle(organisation: Pick<Organisation, "kind" | "legalForm">): boolean {
  if (VEHICLE_KINDS.has(organisation.kind)) return true;
  const mayStandIn =
    organisation.kind === "integrator" ||
    !(isProviderKind(organisation.kind) || isCommissionerKind(organisation.kind));
  return mayStandIn && organisation.kind !== "regulator" && VEHICLE_FORMS.has(organisation.legalForm ?? "");
}

const ELEMENT_TYPE_WORDS: Readonly<Record<ElementType, string>> = {
  organisation: "Organisation",
  contract: "Contract",
  fund: "Fund",
  forum: "Forum",
  place: "Place",
  note: "Note",
};

/** What an element type is called: "Organisation", "Contract", … */
export function elementTypeWord(type: ElementType): string {
  return ELEMENT_TYPE_WORDS[type];
}

const RELATION_VERBS: Readonly<Record<RelationType, string>> = {
  commissions: "commissions",
  holds: "held by",
  under: "let under",
  pays: "pays",
  owns: "owns",
  guarantees: "guarantees",
  delegates: "delegates",
  member: "member of",
  hosts: "hosts",
  governs: "governs",
  partners: "works with",
};

/** The verb on a relation's line. `holds` reads from the contract to its holder: "held by". */
export function relationVerb(type: RelationType): string {
  return RELATION_VERBS[type];
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  odsCode: "ODS code",
  netAssets: "Net assets",
  termMonths: "Term",
  extensionMonths: "Possible extension",
  start: "Starts",
  outcomePercent: "Share paid on outcomes",
  gainSharePercent: "Gain share",
  riskShare: "Risk share",
  priceCeiling: "Price ceiling, whole term",
  assurance: "Assurance steps passed",
  form: "Contract form",
  returnRight: "Practices may return to their core contract",
  consultation: "Carries the duty to involve the public",
  proposed: "Proposed, not yet agreed",
  lead: "Lead",
  percent: "Share owned",
  limit: "Limit of the guarantee",
  votes: "Votes",
  recurrent: "Recurs every year",
  asOf: "As of",
};

/** What a field is called: "annualValue" → "Annual value". */
export function fieldWord(field: string): string {
  if (Object.hasOwn(FIELD_WORDS, field)) return FIELD_WORDS[field] ?? field;
  return sentenceCase(
    field.replace(
      /([a-z])([A-Z])/g,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    ),
  );
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
