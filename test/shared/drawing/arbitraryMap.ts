import fc from "fast-check";
import {
  CONTRACT_KINDS,
  CONTRACT_STATUSES,
  PAYMENTS,
  PROCUREMENT_ROUTES,
  RISK_SHARES,
} from "../../../shared/model/contractTerms.ts";
import {
  DELEGATED_FUNCTIONS,
  DELEGATION_LEGAL_BASES,
  DELEGATION_LEVELS,
} from "../../../shared/model/delegationTerms.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import { DECISION_RULES, FORUM_KINDS, PLACE_KINDS } from "../../../shared/model/forumTerms.ts";
import { FUND_KINDS, FUND_LEGAL_BASES } from "../../../shared/model/fundTerms.ts";
import { LEGAL_FORMS } from "../../../shared/model/legalForm.ts";
import { ORGANISATION_KINDS } from "../../../shared/model/organisationKind.ts";
import { RELATION_TYPES, type Relation } from "../../../shared/model/relation.ts";
import { SERVICES } from "../../../shared/model/services.ts";

const name = fc.oneof(
  fc.constantFrom(
    "",
    "   ",
    "Cambridge University Hospitals FT",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "مستشفى (2015)",
    "🏥 Trust",
  ),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constant("W".repeat(10_000)),
);
const pounds = fc.oneof(fc.integer({ min: 0, max: 2_000_000_000 }), fc.constant(Number.MAX_SAFE_INTEGER));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const services = optional(fc.uniqueArray(fc.constantFrom(...SERVICES), { maxLength: 8 }));
const size = optional(
  fc.record({
    width: fc.double({ min: 0, max: 1e6, noNaN: true }),
    height: fc.double({ min: 0, max: 1e6, noNaN: true }),
  }),
);

/** Positions as people leave them, piled up, and as no reader of files may refuse them. */
export const position = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ x: fc.integer({ min: 0, max: 1_600 }), y: fc.integer({ min: 0, max: 1_000 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ x: 100, y: 100 }) },
  {
    weight: 1,
    arbitrary: fc.record({ x: fc.double({ noNaN: true }), y: fc.constantFrom(1e300, -1e300, 0.1) }),
  },
);

function stated<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const base = { name, position, proposed: optional(fc.boolean()) };

const shapes = fc.oneof(
  fc.record({
    ...base,
    type: fc.constant("organisation"),
    kind: fc.constantFrom(...ORGANISATION_KINDS),
    legalForm: optional(fc.constantFrom(...LEGAL_FORMS)),
    population: optional(fc.nat()),
    services,
  }),
  fc.record({
    ...base,
    type: fc.constant("contract"),
    kind: fc.constantFrom(...CONTRACT_KINDS),
    status: optional(fc.constantFrom(...CONTRACT_STATUSES)),
    annualValue: optional(pounds),
    totalValue: optional(pounds),
    termMonths: optional(fc.integer({ min: 1, max: 600 })),
    extensionMonths: optional(fc.integer({ min: 0, max: 600 })),
    start: optional(fc.constant("2015-04-01")),
    payment: optional(fc.constantFrom(...PAYMENTS)),
    outcomePercent: optional(fc.integer({ min: 0, max: 100 })),
    procurement: optional(fc.constantFrom(...PROCUREMENT_ROUTES)),
    riskShare: optional(fc.constantFrom(...RISK_SHARES)),
    priceCeiling: optional(pounds),
    services,
  }),
  fc.record({
    ...base,
    type: fc.constant("fund"),
    kind: fc.constantFrom(...FUND_KINDS),
    legalBasis: optional(fc.constantFrom(...FUND_LEGAL_BASES)),
    annualAmount: optional(pounds),
    services,
  }),
  fc.record({
    ...base,
    type: fc.constant("forum"),
    kind: fc.constantFrom(...FORUM_KINDS),
    decisionRule: optional(fc.constantFrom(...DECISION_RULES)),
  }),
  fc.record({
    ...base,
    type: fc.constant("place"),
    kind: optional(fc.constantFrom(...PLACE_KINDS)),
    population: optional(fc.nat()),
    size,
  }),
  fc.record({
    ...base,
    type: fc.constant("note"),
    text: optional(name),
    colour: optional(fc.constantFrom("yellow", "pink", "#123456", "javascript:")),
    size,
  }),
);

/** Any element, with any of its fields stated or not. */
export const anyElement: fc.Arbitrary<MapElement> = shapes.map(
  (fields) => stated({ id: "e", ...fields }) as unknown as MapElement,
);

/** A map's elements and relations; relations between any two, also an element and itself, also what the grammar does not allow. */
export const anyMap = fc.array(anyElement, { minLength: 1, maxLength: 9 }).chain((elements) =>
  fc.record({
    elements: fc.constant(elements.map((element, index) => ({ ...element, id: `e${index}` }))),
    relations: fc
      .array(anyRelation(elements.length), { maxLength: 14 })
      .map((relations) => relations.map((relation, index) => ({ ...relation, id: `r${index}` }) as Relation)),
  }),
);

function anyRelation(elementCount: number) {
  const end = fc.nat({ max: elementCount - 1 }).map((index) => `e${index}`);
  return fc
    .record({
      type: fc.constantFrom(...RELATION_TYPES),
      from: end,
      to: end,
      label: optional(name),
      proposed: optional(fc.boolean()),
      annualAmount: optional(pounds),
      recurrent: optional(fc.boolean()),
      percent: optional(fc.integer({ min: 0, max: 100 })),
      limit: optional(pounds),
      lead: optional(fc.boolean()),
      function: optional(fc.constantFrom(...DELEGATED_FUNCTIONS)),
      level: optional(fc.constantFrom(...DELEGATION_LEVELS)),
      legalBasis: optional(fc.constantFrom(...DELEGATION_LEGAL_BASES)),
      votes: optional(fc.integer({ min: 0, max: 9 })),
    })
    .map(stated);
}
