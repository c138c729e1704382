import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { MapView } from "../MapView.ts";
import { missingPartySeverity } from "../missingPartySeverity.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { isGpLed, isNonEntity, isProvider } from "../terms.ts";

const mostProposed = 3;

export const rule: Rule<"contract"> = {
  id: "contract-without-holder",
  title: "Nobody holds this contract",
  summary: "Nobody holds a contract.",
  basis: "completeness",
  severities: ["warning", "info"],
  sources: [],
  regimes: REGIMES,
  on: "contract",
  why: "Every contract has somebody who has signed to deliver it. Until that is drawn, most rules cannot look at it.",

  check(contract, view, report) {
    if (contract.kind === "memorandum" || view.holdsOf(contract).length > 0) return;
    const status = contract.status === undefined ? "" : `, which is ${wordInSentence(contract.status)},`;
    report({
      severity: missingPartySeverity(contract),
      subjects: [contract],
      message: `${atStart(nameOf(contract))}${status} is held by nobody on this map.`,
      facts: contract.status === undefined ? {} : { status: contract.status },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    // One holder alone would make an alliance that is too small.
    if (!contract || contract.kind === "alliance" || view.isEnded(contract)) return [];
    return whoIsPaidFor(contract, view).map((holder) => ({
      id: `held-by-${holder.id}`,
      label: `Propose that ${nameOf(holder)} holds it`,
      apply(editor, newId) {
        editor.addRelation({ id: newId(), type: "holds", from: holder.id, to: contract.id, proposed: true });
      },
    }));
  },
};

/**
 * The providers that the map shows as paid for it. None without a legal form of its own, none that needs its parents behind it,
 * and no practice: holding a contract raises a question of its own for each of these.
 */
function whoIsPaidFor(contract: Contract, view: MapView): readonly Organisation[] {
  const paid = view.relations.flatMap((relation) => {
    const names = relation.type === "pays" && relation.contract === contract.id && view.isAllowed(relation);
    const payee = names ? view.organisation(relation.to) : undefined;
    return payee ? [payee] : [];
  });
  return view
    .inDocumentOrder(paid)
    .filter((payee) => isProvider(payee) && !isGpLed(payee) && !isNonEntity(payee) && !view.isVehicle(payee))
    .slice(0, mostProposed);
}
