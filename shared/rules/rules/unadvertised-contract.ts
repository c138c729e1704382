import { totalValueOf } from "../../model/contractValue.ts";
import type { Contract } from "../../model/element.ts";
import { formatMoney, formatPounds } from "../../model/money.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const IN_FORCE_FROM = "2016-04-18";
const THRESHOLD_POUNDS = 589_148;

type Route = NonNullable<Contract["procurement"]>;
const WITHOUT_COMPETITION: Partial<Record<Route, string>> = {
  "direct-award": "by direct award",
  none: "without a procurement",
};
const TO_THE_ONE_CHOSEN: Partial<Record<Route, string>> = {
  "only-capable-provider": "to the only capable provider",
  "most-capable-provider": "to the most capable provider",
};

export const rule: Rule<"contract"> = {
  id: "unadvertised-contract",
  title: "No advertisement is recorded",
  summary: `A head contract dated 18 April 2016 or later and worth ${formatPounds(THRESHOLD_POUNDS)} or more over its term is let without competition and without an advertisement.`,
  basis: "regulation",
  severities: ["error", "warning", "info"],
  sources: ["Public Contracts Regulations 2015 (SI 2015/102)", SOURCES.dacBeachcroft2016],
  regimes: ["england-2012"],
  on: "contract",
  why: "Those who were never asked may challenge the award of a large public contract, perhaps after services have begun to move. Where only one provider can do the work, the reasons belong on record before the award.",
  precedent:
    "Salford 2016: the contract was awarded after an assessment of the most capable provider and of the possible organisational forms.",

  check(contract, view, report) {
    const { procurement, advertised } = contract;
    if (procurement === undefined || advertised) return;
    const way = WITHOUT_COMPETITION[procurement] ?? TO_THE_ONE_CHOSEN[procurement];
    if (way === undefined || !isCaught(contract, view)) return;
    const found = { subjects: [contract], facts: { procurement, totalValue: totalValueOf(contract) ?? 0 } };
    const what = `${atStart(nameOf(contract))} (${worth(contract)}) is let ${way}`;
    if (TO_THE_ONE_CHOSEN[procurement]) {
      report({
        ...found,
        severity: "info",
        message: `${what}, and no advertisement is recorded. It may be challenged: keep a record of why others were not asked.`,
      });
    } else if (advertised === undefined) {
      report({
        ...found,
        facts: { ...found.facts, advertised: null },
        severity: "warning",
        basis: "completeness",
        message: `${what}, and whether it was advertised is not stated.`,
      });
    } else {
      report({
        ...found,
        facts: { ...found.facts, advertised },
        severity: "error",
        message: `${what} and not advertised. At ${formatPounds(THRESHOLD_POUNDS)} or more that may breach the Public Contracts Regulations 2015.`,
      });
    }
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    // Whether a contract was advertised is a fact for the room to state; what is only proposed can still be.
    if (!contract || !(contract.proposed || contract.status === "proposed")) return [];
    return [
      {
        id: "propose-to-advertise",
        label: "Propose to advertise it",
        apply: (editor) => editor.setField(contract.id, "advertised", true),
      },
    ];
  },
};

/** Dated within the regulations, of a kind that they cover, and known to be worth as much as they ask. */
function isCaught(contract: Contract, view: MapView): boolean {
  if (contract.kind === "grant" || contract.kind === "section-75-provision") return false;
  if ((view.dateOf(contract) ?? "") < IN_FORCE_FROM || (totalValueOf(contract) ?? 0) < THRESHOLD_POUNDS)
    return false;
  return view.isHeadContract(contract) && !view.isEnded(contract);
}

function worth(contract: Contract): string {
  const total = formatMoney(totalValueOf(contract) ?? 0);
  return contract.totalValue === undefined
    ? `${total} over its whole term, worked out from its annual value`
    : total;
}
