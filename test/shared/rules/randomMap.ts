import fc from "fast-check";
import {
  ASSURANCE_STEPS,
  CONTRACT_FORMS,
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
  STANDINGS,
} from "../../../shared/model/delegationTerms.ts";
import { DECISION_RULES, FORUM_KINDS } from "../../../shared/model/forumTerms.ts";
import { FUND_KINDS, FUND_LEGAL_BASES } from "../../../shared/model/fundTerms.ts";
import { LEGAL_FORMS } from "../../../shared/model/legalForm.ts";
import { ORGANISATION_KINDS } from "../../../shared/model/organisationKind.ts";
import { RELATION_TYPES } from "../../../shared/model/relation.ts";
import { REGIMES } from "../../../shared/model/systemMap.ts";
import { buildMap, type MapBuilder } from "../../support/buildMap.ts";

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const money = maybe(fc.constantFrom(0, 1, 97, 100, 9_000_000_000_000_000));
const place = fc.nat({ max: 7 });
const day = maybe(fc.constantFrom("2016-04-18", "2016-11-01", "2024-01-01"));

const organisation = fc.record({
  kind: fc.constantFrom(...ORGANISATION_KINDS),
  legalForm: maybe(fc.constantFrom(...LEGAL_FORMS)),
  annualIncome: money,
  services: maybe(fc.constantFrom([], ["community"] as const)),
  netAssets: maybe(fc.constantFrom(-1, 100)),
});
const contract = fc.record({
  kind: fc.constantFrom("prime-provider" as const, "alliance" as const, ...CONTRACT_KINDS),
  status: maybe(fc.constantFrom(...CONTRACT_STATUSES)),
  payment: maybe(fc.constantFrom("capitation" as const, ...PAYMENTS)),
  services: maybe(
    fc.subarray(["social-care", "community", "core-primary-care", "housing", "specialised"] as const),
  ),
  annualValue: money,
  totalValue: money,
  termMonths: maybe(fc.constantFrom(1, 14, 60, 240)),
  outcomePercent: maybe(fc.constantFrom(0, 15, 20)),
  outcomeMeasures: maybe(fc.nat({ max: 1 })),
  riskShare: maybe(fc.constantFrom(...RISK_SHARES)),
  gainSharePercent: maybe(fc.constant(50)),
  estimatedAnnualCost: money,
  priceCeiling: money,
  start: day,
  procurement: maybe(fc.constantFrom(...PROCUREMENT_ROUTES)),
  advertised: maybe(fc.boolean()),
  assurance: maybe(fc.subarray([...ASSURANCE_STEPS])),
  form: maybe(fc.constantFrom(...CONTRACT_FORMS)),
  returnRight: maybe(fc.boolean()),
  consultation: maybe(place),
});
const fund = fc.record({
  kind: fc.constantFrom(...FUND_KINDS),
  legalBasis: maybe(fc.constantFrom("section-75" as const, ...FUND_LEGAL_BASES)),
  proposed: maybe(fc.boolean()),
});
const forum = fc.record({
  kind: fc.constantFrom("joint-committee" as const, "alliance-board" as const, ...FORUM_KINDS),
  decisionRule: maybe(fc.constantFrom(...DECISION_RULES)),
});

/** Mostly such lines as people draw, by the number of the element within its type; now and then any line between anything. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom("commissions", "holds"),
      from: fc.constant("o"),
      to: fc.constant("c"),
      a: place,
      b: place,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom("owns", "member", "delegates", "guarantees", "pays"),
      from: fc.constant("o"),
      to: fc.constant("o"),
      a: place,
      b: place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("member"),
      from: fc.constant("o"),
      to: fc.constant("b"),
      a: place,
      b: place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("under"),
      from: fc.constant("c"),
      to: fc.constant("c"),
      a: place,
      b: place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("pays"),
      from: fc.constantFrom("o", "f"),
      to: fc.constantFrom("o", "f"),
      a: place,
      b: place,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom("guarantees", "governs"),
      from: fc.constantFrom("o", "b"),
      to: fc.constant("c"),
      a: place,
      b: place,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom(...RELATION_TYPES),
      from: fc.constantFrom("o", "c", "f", "b", "p"),
      to: fc.constantFrom("o", "c", "f", "b", "p"),
      a: place,
      b: place,
    }),
  },
);
const extras = fc.record({
  lead: maybe(fc.boolean()),
  standing: maybe(fc.constantFrom(...STANDINGS)),
  limit: maybe(fc.constantFrom(99, 101)),
  function: maybe(fc.constantFrom("nhs-commissioning" as const, ...DELEGATED_FUNCTIONS)),
  level: maybe(fc.constantFrom("delegated" as const, ...DELEGATION_LEVELS)),
  legalBasis: maybe(fc.constantFrom("section-65z5" as const, ...DELEGATION_LEGAL_BASES)),
  proposed: maybe(fc.boolean()),
  contract: maybe(place),
  annualAmount: money,
  payment: maybe(fc.constantFrom("block", "activity", "fee-for-service")),
  percent: maybe(fc.constantFrom(50, 49.5, 100)),
});
const fieldsOfType: Readonly<Record<string, readonly string[]>> = {
  commissions: ["lead"],
  holds: ["lead"],
  member: ["standing"],
  guarantees: ["limit"],
  delegates: ["function", "level", "legalBasis", "proposed"],
  pays: ["annualAmount", "payment"],
  owns: ["percent"],
};

/** Small maps with much going on: every kind, lines of every type, circles, repeats, and lines that mean nothing. */
export const randomMap: fc.Arbitrary<MapBuilder> = fc
  .record({
    regime: fc.constantFrom(...REGIMES),
    asOf: day,
    organisations: fc.array(organisation, { minLength: 1, maxLength: 6 }),
    contracts: fc.array(contract, { minLength: 1, maxLength: 4 }),
    funds: fc.array(fund, { minLength: 1, maxLength: 2 }),
    forums: fc.array(forum, { minLength: 1, maxLength: 2 }),
    lines: fc.array(fc.tuple(line, extras), { maxLength: 24 }),
  })
  .map(({ regime, asOf, organisations, contracts, funds, forums, lines }) => {
    const map = buildMap(regime).place("p0");
    if (asOf !== undefined) map.asOf(asOf);
    for (const [index, { kind, ...given }] of organisations.entries())
      map.organisation(`o${index}`, kind, stated(given));
    for (const [index, { kind, consultation: number, ...given }] of contracts.entries()) {
      const consultation = number === undefined ? number : `o${number % organisations.length}`;
      map.contract(`c${index}`, kind, stated({ ...given, consultation }));
    }
    for (const [index, { kind, ...given }] of funds.entries()) map.fund(`f${index}`, kind, stated(given));
    for (const [index, { kind, ...given }] of forums.entries()) map.forum(`b${index}`, kind, stated(given));
    const counts = { o: organisations.length, c: contracts.length, f: funds.length, b: forums.length, p: 1 };
    for (const [{ type, from, to, a, b }, extra] of lines) {
      const fields = (fieldsOfType[type] ?? []).map((field) => [field, extra[field as keyof typeof extra]]);
      if (type === "pays" && extra.contract !== undefined)
        fields.push(["contract", `c${extra.contract % counts.c}`]);
      const id = (letter: string, number: number) =>
        `${letter}${number % counts[letter as keyof typeof counts]}`;
      map.relate(
        type as (typeof RELATION_TYPES)[number],
        id(from, a),
        id(to, b),
        stated(Object.fromEntries(fields)),
      );
    }
    return map;
  });

function stated<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
