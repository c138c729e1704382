import {
  ASSURANCE_STEPS,
  CONTRACT_FORMS,
  CONTRACT_KINDS,
  CONTRACT_STATUSES,
  type ContractKind,
  PAYMENTS,
  PROCUREMENT_ROUTES,
  RISK_SHARES,
} from "./contractTerms.ts";
import {
  count,
  type Field,
  idOf,
  isoDate,
  listOf,
  months,
  oneOf,
  type Point,
  percent,
  point,
  pounds,
  signedPounds,
  size,
  termMonths,
  text,
  type Values,
  yesNo,
} from "./field.ts";
import { DECISION_RULES, FORUM_KINDS, type ForumKind, PLACE_KINDS } from "./forumTerms.ts";
import { FUND_KINDS, FUND_LEGAL_BASES, type FundKind } from "./fundTerms.ts";
import { LEGAL_FORMS } from "./legalForm.ts";
import { ORGANISATION_KINDS, type OrganisationKind } from "./organisationKind.ts";
import { SERVICES } from "./services.ts";

const common = { notes: text, source: text, proposed: yesNo, place: idOf("place") };

/** Every field of every element type besides `id`, `type`, `name` and `position`, which all have and which are required. */
export const ELEMENT_FIELDS = {
  organisation: {
    kind: oneOf(ORGANISATION_KINDS),
    legalForm: oneOf(LEGAL_FORMS),
    odsCode: text,
    services: listOf(SERVICES),
    population: count,
    annualIncome: pounds,
    netAssets: signedPounds,
    ...common,
  },
  contract: {
    kind: oneOf(CONTRACT_KINDS),
    status: oneOf(CONTRACT_STATUSES),
    services: listOf(SERVICES),
    annualValue: pounds,
    totalValue: pounds,
    start: isoDate,
    termMonths,
    extensionMonths: months,
    procurement: oneOf(PROCUREMENT_ROUTES),
    advertised: yesNo,
    payment: oneOf(PAYMENTS),
    outcomePercent: percent,
    outcomeMeasures: count,
    riskShare: oneOf(RISK_SHARES),
    gainSharePercent: percent,
    estimatedAnnualCost: pounds,
    priceCeiling: pounds,
    assurance: listOf(ASSURANCE_STEPS),
    form: oneOf(CONTRACT_FORMS),
    returnRight: yesNo,
    consultation: idOf("organisation"),
    ...common,
  },
  fund: {
    kind: oneOf(FUND_KINDS),
    legalBasis: oneOf(FUND_LEGAL_BASES),
    annualAmount: pounds,
    services: listOf(SERVICES),
    ...common,
  },
  forum: { kind: oneOf(FORUM_KINDS), decisionRule: oneOf(DECISION_RULES), ...common },
  place: { kind: oneOf(PLACE_KINDS), population: count, size, ...common },
  note: { text, colour: text, size, ...common },
} satisfies Record<string, Record<string, Field<unknown>>>;

export type ElementType = keyof typeof ELEMENT_FIELDS;
export const ELEMENT_TYPES = Object.keys(ELEMENT_FIELDS) as readonly ElementType[];

/** The element types whose `kind` is required. */
export const TYPES_WITH_REQUIRED_KIND: ReadonlySet<ElementType> = new Set([
  "organisation",
  "contract",
  "fund",
  "forum",
]);

/** The fields that every element has. */
export const REQUIRED_ELEMENT_FIELDS = { name: text, position: point } satisfies Record<
  string,
  Field<unknown>
>;

interface Base<T extends ElementType> {
  readonly id: string;
  readonly type: T;
  /** May be empty. */
  readonly name: string;
  /** The top left corner of the card, in map units (1 unit = 1 px at 100 %). */
  readonly position: Point;
}

export type Organisation = Base<"organisation"> &
  Values<(typeof ELEMENT_FIELDS)["organisation"]> & { readonly kind: OrganisationKind };
export type Contract = Base<"contract"> &
  Values<(typeof ELEMENT_FIELDS)["contract"]> & { readonly kind: ContractKind };
export type Fund = Base<"fund"> & Values<(typeof ELEMENT_FIELDS)["fund"]> & { readonly kind: FundKind };
export type Forum = Base<"forum"> & Values<(typeof ELEMENT_FIELDS)["forum"]> & { readonly kind: ForumKind };
export type Place = Base<"place"> & Values<(typeof ELEMENT_FIELDS)["place"]>;
export type Note = Base<"note"> & Values<(typeof ELEMENT_FIELDS)["note"]>;
/** Anything that stands on the map by itself. Fields that the format does not know ride along untyped. */
export type MapElement = Organisation | Contract | Fund | Forum | Place | Note;

/** The known fields of an element type, the required ones first. */
export function elementFields(type: ElementType): Readonly<Record<string, Field<unknown>>> {
  return ALL_FIELDS[type];
}

const ALL_FIELDS = Object.fromEntries(
  ELEMENT_TYPES.map((type) => [type, { ...REQUIRED_ELEMENT_FIELDS, ...ELEMENT_FIELDS[type] }]),
) as unknown as Record<ElementType, Record<string, Field<unknown>>>;
