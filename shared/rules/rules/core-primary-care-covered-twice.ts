import { isCorePracticeContract } from "../../model/contractTerms.ts";
import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { leaveCoreCareOut } from "../leaveCoreCareOut.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { coversCorePrimaryCare, isPractice } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "core-primary-care-covered-twice",
  title: "Core primary care is covered twice",
  summary:
    "A head contract covers core primary care, and a practice that has a part in it still holds a core contract of its own.",
  basis: "law",
  severities: ["error"],
  sources: ["National Health Service Act 2006, Part 4 (primary medical services)", SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Practices deliver core care to their patients under a GMS, PMS or APMS contract of their own. A new contract can cover the same care only in place of those. With both in force, two contracts promise the same care to the same patients, and it may be paid for twice.",
  precedent:
    "Dudley 2016: it was planned the other way. The new contract was to take the place of GMS or PMS for the practices that join, and its budget to follow only those practices.",

  check(contract, view, report) {
    if (!coversCorePrimaryCare(contract) || view.isEnded(contract) || !view.isHeadContract(contract)) return;
    const twice: Organisation[] = [];
    const core: Contract[] = [];
    for (const practice of practicesWithPart(contract, view)) {
      const own = coreContractsOf(practice, view);
      if (own.length === 0) continue;
      twice.push(practice);
      core.push(...own);
    }
    if (twice.length === 0) return;
    const contracts = view.inDocumentOrder(core);
    const [have, their] = twice.length === 1 ? ["has", "its"] : ["have", "their"];
    report({
      severity: "error",
      subjects: [contract, contracts],
      message: `${atStart(nameOf(contract))} covers core primary care, but ${namesOf(twice)}, which ${have} a part in it, still ${twice.length === 1 ? "holds" : "hold"} ${their} own core ${contracts.length === 1 ? "contract" : "contracts"}, ${namesOf(contracts)}. Covering the same care twice may breach the law on primary medical services.`,
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    return contract ? leaveCoreCareOut(contract) : [];
  },
};

/** The practices that hold it, hold a contract under it, or own or are members of a holder. */
function practicesWithPart(contract: Contract, view: MapView): readonly Organisation[] {
  const holders = view.holdersOf(contract);
  const suppliers = view
    .contractsUnder(contract)
    .flatMap((under) => (view.isEnded(under) ? [] : view.holdersOf(under)));
  const behindHolders = holders.flatMap((holder) => [...view.parentsOf(holder), ...view.membersOf(holder)]);
  return view.inDocumentOrder([...holders, ...suppliers, ...behindHolders].filter(isPractice));
}

function coreContractsOf(practice: Organisation, view: MapView): readonly Contract[] {
  return view
    .contractsHeldBy(practice)
    .filter((held) => isCorePracticeContract(held.kind) && !view.isEnded(held));
}
