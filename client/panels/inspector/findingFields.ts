import type { CheckedFinding } from "../../../shared/rules/finding.ts";

/** At which field of which type of record the findings of a rule hang: the field that states what the rule speaks of. */
export const FIELD_OF_RULE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "abolished-body": { organisation: "kind" },
  "alliance-not-unanimous": { forum: "decisionRule" },
  "assurance-missing": { contract: "assurance" },
  "board-without-decision-rule": { forum: "decisionRule" },
  "body-of-another-regime": { organisation: "kind" },
  "committees-in-common-decide-alone": { forum: "kind" },
  "contract-held-by-non-entity": { organisation: "legalForm" },
  "contract-without-money": { contract: "annualValue" },
  "core-primary-care-covered-twice": { contract: "services" },
  "core-primary-care-in-wrong-model": { contract: "services" },
  "core-primary-care-without-return-right": { contract: "returnRight" },
  "council-out-of-balance": { organisation: "annualIncome" },
  "delegation-without-legal-basis": { delegates: "legalBasis" },
  "devolution-without-order": { delegates: "legalBasis" },
  "duplicate-organisation": { organisation: "name" },
  "iho-holder-not-foundation-trust": { organisation: "kind" },
  "informal-body-commissions": { forum: "kind" },
  "integrator-delivers-nothing": { organisation: "services" },
  "mixed-payment": { contract: "payment" },
  "money-without-contract": { pays: "contract" },
  "outcome-share-too-high": { contract: "outcomePercent" },
  "outcomes-without-measures": { contract: "outcomeMeasures" },
  "pool-without-section-75": { fund: "legalBasis" },
  "price-below-cost": { contract: "annualValue" },
  "procurement-route-not-stated": { contract: "procurement" },
  "public-involvement-delegated": { contract: "consultation", delegates: "function" },
  "risk-share-not-agreed": { contract: "riskShare" },
  "route-of-another-regime": { contract: "procurement" },
  "scope-beyond-the-buyers": { contract: "services" },
  "standard-contract-issued-by-non-commissioner": { contract: "form" },
  "sub-contracts-exceed-head": { contract: "annualValue" },
  "term-too-long": { contract: "termMonths" },
  "term-too-short": { contract: "termMonths" },
  "thin-balance-sheet": { organisation: "netAssets" },
  "unadvertised-contract": { contract: "advertised" },
  "uncapped-private-risk": { contract: "gainSharePercent" },
  "unnamed-element": {
    organisation: "name",
    contract: "name",
    fund: "name",
    forum: "name",
    place: "name",
  },
  "upside-only-risk": { contract: "riskShare" },
  "weak-guarantor": { guarantees: "limit" },
};

/** The findings of one record: those that hang at a field, by its name, and the others. */
export interface FindingsByField {
  readonly atField: ReadonlyMap<string, readonly CheckedFinding[]>;
  readonly others: readonly CheckedFinding[];
}

/** Sorts the findings that name a record of a type by the field at which they hang. */
export function findingsByField(findings: readonly CheckedFinding[], recordType: string): FindingsByField {
  const atField = new Map<string, CheckedFinding[]>();
  const others: CheckedFinding[] = [];
  for (const finding of findings) {
    const field = FIELD_OF_RULE[finding.rule]?.[recordType];
    if (field === undefined) others.push(finding);
    else atField.set(field, [...(atField.get(field) ?? []), finding]);
  }
  return { atField, others };
}
