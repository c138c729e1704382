import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { MapView } from "../MapView.ts";
import { parentsWithoutGuarantee, proposeGuarantees } from "../missingGuarantees.ts";
import { atStart, nameAndKind, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { statedWorth } from "../statedWorth.ts";
import { isGpLed } from "../terms.ts";

export const rule: Rule<"organisation"> = {
  id: "missing-parent-guarantee",
  title: "No parent guarantee",
  summary:
    "A vehicle holds a head contract, and a parent of it guarantees neither the vehicle nor the contract.",
  basis: "lesson",
  severities: ["error", "warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "organisation",
  why: "A vehicle with limited liability can lose no more than it owns. Without guarantees from its parents, what it loses beyond that may fall back on the commissioner and on patients. A guarantee by a public parent does not make the loss smaller: it only moves it from one public body to another.",
  precedent:
    "Cambridgeshire 2015: no guarantees were sought from the two parents of UnitingCare, and the commissioner and both parents shared at least £16m of first-year debts and ending costs.",

  check(vehicle, view, report) {
    if (!view.isVehicle(vehicle)) return;
    const parents = view.parentsOf(vehicle);
    if (parents.length === 0) return;
    for (const contract of view.contractsHeldBy(vehicle)) {
      if (contract.kind === "grant" || contract.kind === "section-75-provision") continue;
      if (!view.isHeadContract(contract)) continue;
      const missing = parentsWithoutGuarantee(vehicle, contract, view);
      if (missing.length === 0) continue;
      const worth = statedWorth(contract);
      report({
        severity: isLesserRisk(vehicle, parents) ? "warning" : "error",
        subjects: [vehicle, contract, missing],
        message: `${atStart(nameAndKind(vehicle, formInWords(vehicle)))} holds ${nameOf(contract)}${worth.words ? ` (${worth.words})` : ""}, and ${whoGaveNone(missing, parents.length)}. If it fails, the loss may fall on ${whoBuys(contract, view)}.`,
        facts: { form: formInWords(vehicle), parents: parents.length, ...worth.facts },
      });
    }
  },

  fixes({ subjects }, view) {
    const vehicle = view.organisation(subjects[0]);
    const contract = view.contract(subjects[1]);
    if (!vehicle || !contract) return [];
    const missing = parentsWithoutGuarantee(vehicle, contract, view);
    // Nobody can stand surety for himself, so a vehicle drawn as its own parent is for the room to sort out.
    return missing.length === 0 || missing.includes(vehicle) ? [] : [proposeGuarantees(missing, vehicle)];
  },
};

function isLesserRisk(vehicle: Organisation, parents: readonly Organisation[]): boolean {
  return vehicle.kind !== "joint-venture" && (parents.length === 1 || parents.every(isGpLed));
}

function formInWords(vehicle: Organisation): string {
  const { legalForm } = vehicle;
  const isNotStated = legalForm === undefined || legalForm === "none";
  return isNotStated ? wordInSentence(vehicle.kind) : wordInSentence(legalForm, "legalForm");
}

function whoBuys(contract: Contract, view: MapView): string {
  const buyers = view.buyersOf(contract);
  return buyers.length === 0 ? "those who buy the care" : namesOf(buyers);
}

function whoGaveNone(missing: readonly Organisation[], parents: number): string {
  const names = namesOf(missing);
  if (missing.length < parents) {
    return missing.length === 1
      ? `${names}, one of its ${parents} parents, has given no guarantee`
      : `${names}, ${missing.length} of its ${parents} parents, have given no guarantee`;
  }
  if (parents === 1) return `its parent, ${names}, has given no guarantee`;
  if (parents === 2) return `neither of its parents, ${names}, has given a guarantee`;
  return `none of its ${parents} parents (${names}) has given a guarantee`;
}
