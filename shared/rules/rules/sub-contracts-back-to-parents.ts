import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

export const rule: Rule<"organisation"> = {
  id: "sub-contracts-back-to-parents",
  title: "Sub-contracts go back to the parents",
  summary: "A contract under one that a vehicle holds is held by a parent of the vehicle.",
  basis: "lesson",
  severities: ["info"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "organisation",
  why: "It is allowed and common. But a parent then sits on both sides of the table, as owner and as supplier: who answers for price and quality blurs, and the vehicle may find it hard to hold its own parents to account.",
  precedent:
    "Cambridgeshire 2015: UnitingCare let sub-contracts back to the two foundation trusts that owned it. South Somerset 2016: the Symphony programme planned the same.",

  check(vehicle, view, report) {
    if (!view.isVehicle(vehicle)) return;
    const parents = view.parentsOf(vehicle);
    if (parents.length === 0) return;
    const under = new Set(view.contractsHeldBy(vehicle).flatMap((contract) => view.contractsUnder(contract)));
    const back = [...under].filter((contract) => parents.some((parent) => view.isHolder(parent, contract)));
    if (back.length === 0) return;
    const suppliers = parents.filter((parent) => back.some((contract) => view.isHolder(parent, contract)));
    const subContracts = view.inDocumentOrder(back);
    report({
      severity: "info",
      subjects: [vehicle, subContracts, suppliers],
      message: `${atStart(namesOf(subContracts))}, let under what ${nameOf(vehicle)} holds, ${
        back.length === 1 ? "goes" : "go"
      } back to its own ${suppliers.length === 1 ? "parent" : "parents"}, ${namesOf(suppliers)}.`,
    });
  },
};
