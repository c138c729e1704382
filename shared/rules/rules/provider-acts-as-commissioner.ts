import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES, type Regime } from "../../model/systemMap.ts";
import { commissioningFixes } from "../commissioningFixes.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { coversHealth, isNhsCommissioner, isNhsProvider, isOrganisation, isProvider } from "../terms.ts";

const kindsThatProvidersMayLet: ReadonlySet<Contract["kind"]> = new Set([
  "sub-contract",
  "memorandum",
  "framework",
  "grant",
]);

export const rule: Rule<"organisation"> = {
  id: "provider-acts-as-commissioner",
  title: "A provider acts as a commissioner",
  summary:
    "A provider commissions a contract for health services that is not let under a contract that it holds.",
  basis: "law",
  severities: ["error"],
  sources: [
    "National Health Service Act 2006 as amended in 2012, sections 3 and 3A and schedule 1A (derived: no single section says it)",
    SOURCES.dacBeachcroft2016,
    SOURCES.kingsFund2016,
  ],
  regimes: REGIMES,
  on: "organisation",
  why: "Deciding what care the NHS buys, and from whom, is the duty of commissioners, and they cannot pass it on as a whole. A provider may manage a supply chain under a contract that it holds itself, as prime providers do; anything more may be challenged.",
  precedent:
    "Salford 2016: the trust kept to the way that is open. It buys mental health and social care by sub-contracts under the contract that it holds.",

  check(provider, view, report) {
    if (!isProvider(provider)) return;
    const contracts = view.contractsCommissionedBy(provider);
    if (contracts.length === 0 || hasSection65z5Delegation(provider, view)) return;
    for (const contract of contracts) {
      if (kindsThatProvidersMayLet.has(contract.kind) || view.isEnded(contract)) continue;
      if (contract.services !== undefined && !coversHealth(contract)) continue;
      if (isUnderOneHeldBy(provider, contract, view)) continue;
      report({
        severity: "error",
        subjects: [provider, contract],
        message: `${atStart(nameOf(provider))}, a provider, commissions ${nameOf(contract)}, which is not let under a contract that it holds. ${whatItMayBreach(provider, view.regime)}`,
      });
    }
  },

  fixes({ subjects }, view) {
    const provider = view.organisation(subjects[0]);
    const contract = view.contract(subjects[1]);
    return provider && contract ? commissioningFixes(provider, contract, view) : [];
  },
};

function hasSection65z5Delegation(provider: Organisation, view: MapView): boolean {
  if (view.regime !== "england-2022" || !isNhsProvider(provider)) return false;
  return view.delegationsTo(provider).some((delegation) => {
    const giver = view.element(delegation.from);
    return (
      delegation.legalBasis === "section-65z5" &&
      delegation.function === "nhs-commissioning" &&
      delegation.level === "delegated" &&
      giver !== undefined &&
      isOrganisation(giver) &&
      isNhsCommissioner(giver)
    );
  });
}

function isUnderOneHeldBy(provider: Organisation, contract: Contract, view: MapView): boolean {
  return view
    .contractsAbove(contract)
    .some((above) => !view.isEnded(above) && view.isHolder(provider, above));
}

function whatItMayBreach(provider: Organisation, regime: Regime): string {
  if (regime === "england-2012")
    return "It may breach the NHS Act 2006 as amended in 2012: this is derived from sections 3 and 3A and schedule 1A, as no single section says it.";
  const unless = isNhsProvider(provider)
    ? "Unless an NHS commissioner has delegated it under section 65Z5, it"
    : "It";
  return `${unless} may breach the NHS Act 2006: this is derived from sections 3 and 3A, as no single section says it.`;
}
