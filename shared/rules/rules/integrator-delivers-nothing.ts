import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

/**
 * An integrator counts whatever services are listed for it: its kind says that it delivers none. No fix: who delivers care is a fact, and
 * a prime contractor that delivers none is allowed.
 */
export const rule: Rule<"organisation"> = {
  id: "integrator-delivers-nothing",
  title: "The holder delivers no care itself",
  summary:
    "An integrator, or an organisation that is stated to deliver no services, holds a prime contractor or prime provider contract.",
  basis: "lesson",
  severities: ["warning", "info"],
  sources: [SOURCES.kingsFund2016, SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "organisation",
  why: "A holder that delivers nothing adds a layer that has to be paid for, and depends on others for all that it has promised. A prime contractor may work like that, and its skill is then in running the supply chain; a prime provider is one that delivers some of the care itself.",
  precedent:
    "Staffordshire 2014: the prime contractors for cancer and end of life care were first to manage contracts for a fee. Bedfordshire 2014: a partner of the prime contractor ran the triage itself.",

  check(holder, view, report) {
    const isIntegrator = holder.kind === "integrator";
    if (!isIntegrator && holder.services?.length !== 0) return;
    for (const contract of view.contractsHeldBy(holder)) {
      const { kind } = contract;
      if ((kind !== "prime-contractor" && kind !== "prime-provider") || !view.isHeadContract(contract))
        continue;
      report({
        severity: kind === "prime-contractor" ? "info" : "warning",
        subjects: [holder, contract],
        message: message(holder, contract),
        facts: { contractKind: kind, ...(isIntegrator ? { kind: holder.kind } : { services: [] }) },
      });
    }
  },
};

function message(holder: Organisation, contract: Contract): string {
  const who = `${atStart(nameOf(holder))}, ${holder.kind === "integrator" ? "an integrator that delivers no care itself" : "which is stated to deliver no services itself"},`;
  return contract.kind === "prime-contractor"
    ? `${who} holds ${nameOf(contract)} as prime contractor. That is allowed; it is worth asking what it adds to the work of those who deliver.`
    : `${who} holds ${nameOf(contract)} as prime provider, but a prime provider delivers some of the care itself.`;
}
