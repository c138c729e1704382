import type { Contract, Organisation } from "../../model/element.ts";
import { formatMoney } from "../../model/money.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { MapView } from "../MapView.ts";
import { proposeGuarantees } from "../missingGuarantees.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { statedWorth } from "../statedWorth.ts";
import { isCapitated, isGpLed, isLocalAuthority, isNhsProvider } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "thin-balance-sheet",
  title: "Too little capital behind the contract",
  summary:
    "A capitated head contract is held only by GP-led bodies or vehicles, and no NHS provider, independent provider or local authority holds it too or guarantees it.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Under capitation the holder bears the risk that people need more care than was paid for. A body with few assets may not survive even a small loss on a large budget, and the commissioner may then pay twice. Owning a vehicle with limited liability is no guarantee of it.",
  precedent:
    "Cambridgeshire 2015: a partnership without substantial resources of its own held the contract for which it had bid £726m. South Somerset 2016: it was feared that a GP-led start-up alone would not be strong enough.",

  check(contract, view, report) {
    if (!isCapitated(contract) || !view.isHeadContract(contract)) return;
    const holders = view.holdersOf(contract);
    if (holders.length === 0 || holders.some(canBearLosses)) return;
    if (!holders.every((holder) => isGpLed(holder) || view.isVehicle(holder))) return;
    if (isBackedByOthers(contract, holders, view)) return;
    const worth = statedWorth(contract);
    const [holder, ...more] = holders;
    const assets = more.length === 0 && holder ? statedAssets(holder) : undefined;
    report({
      severity: "warning",
      subjects: [contract, holders],
      message: `${atStart(nameOf(contract))}${worth.words ? ` (${worth.words})` : ""} is capitated and held only by ${namesOf(holders)}${assets ? `, ${assets.words}` : ""}. No NHS provider, independent provider or local authority holds it too or guarantees it, so a loss may be more than the ${more.length === 0 ? "holder" : "holders"} can bear.`,
      facts: { ...worth.facts, ...assets?.facts },
    });
  },

  fixes({ subjects }, view) {
    return subjects.slice(1).flatMap((id) => {
      const holder = view.organisation(id);
      const parents = holder ? view.parentsOf(holder).filter(canBearLosses) : [];
      return holder && parents.length > 0
        ? [proposeGuarantees(parents, holder, `Propose a guarantee by ${namesOf(parents)}`)]
        : [];
    });
  },
};

function canBearLosses(organisation: Organisation): boolean {
  return (
    organisation.kind === "independent-provider" ||
    isNhsProvider(organisation) ||
    isLocalAuthority(organisation)
  );
}

function isBackedByOthers(contract: Contract, holders: readonly Organisation[], view: MapView): boolean {
  return [contract, ...holders].some((guaranteed) => view.guarantorsOf(guaranteed).some(canBearLosses));
}

function statedAssets({ netAssets }: Organisation) {
  if (netAssets === undefined) return undefined;
  return { words: `whose net assets are ${formatMoney(netAssets)}`, facts: { netAssets } };
}
