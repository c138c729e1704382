import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { isCurrentAlliance } from "../allianceParties.ts";
import { commissionersFor } from "../commissionersFor.ts";
import { letBuyInstead } from "../letBuyInstead.ts";
import type { MapView } from "../MapView.ts";
import { nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isOrganisation } from "../terms.ts";

/** One finding per sub-contract, with all alliance contracts that it is let under and whose holders it joins. */
export const rule: Rule<"contract"> = {
  id: "alliance-sub-contracts-inside",
  title: "A sub-contract inside the alliance",
  summary: "Under an alliance contract, one of its holders buys from another.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "An alliance has no lead and no sub-contracts: its parties are equals who share the risk of the whole. Where one of them buys from another, they are customer and supplier again, and the risk between them is what the sub-contract says and not what the alliance says.",
  precedent:
    "Salford 2014: inside the alliance Salford Royal was to become prime provider; this was agreed in principle only.",

  check(contract, view, report) {
    const alliances = view
      .contractsAbove(contract)
      .filter((above) => isCurrentAlliance(above, view) && joinsHolders(contract, above, view));
    if (alliances.length === 0 || view.isEnded(contract)) return;
    const isParty = (organisation: Organisation) =>
      alliances.some((alliance) => view.isHolder(organisation, alliance));
    const buyers = view.buyersOf(contract).filter(isOrganisation).filter(isParty);
    const suppliers = view.holdersOf(contract).filter(isParty);
    report({
      severity: "warning",
      subjects: [contract, alliances],
      message: `Under ${alliances.length === 1 ? "the alliance contract" : "the alliance contracts"} ${namesOf(alliances)}, ${namesOf(buyers)} ${buyers.length === 1 ? "buys" : "buy"} ${nameOf(contract)} from ${namesOf(suppliers)}, though all of them are parties to the alliance.`,
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    const alliances = subjects.slice(1).flatMap((id) => view.contract(id) ?? []);
    if (!contract) return [];
    const inside = (id: string) => {
      const buyer = view.organisation(id);
      return buyer !== undefined && alliances.some((alliance) => view.isHolder(buyer, alliance));
    };
    const replaced = view.commissionsOf(contract).filter(({ from }) => inside(from));
    const remaining = view.commissionsOf(contract).filter(({ from }) => !inside(from));
    // A joint committee of the parties would still buy for them.
    if (remaining.some(({ from }) => view.forum(from)?.kind === "joint-committee")) return [];
    const candidates = alliances.flatMap((alliance) => view.buyersOf(alliance).filter(isOrganisation));
    // The commissioner of the alliance buys the part itself, as it buys the alliance.
    return commissionersFor(contract, candidates, view)
      .filter(({ id }) => !inside(id))
      .map((commissioner) => letBuyInstead(commissioner, contract, replaced, view));
  },
};

function joinsHolders(contract: Contract, alliance: Contract, view: MapView): boolean {
  const buyers = view
    .buyersOf(contract)
    .filter((buyer) => isOrganisation(buyer) && view.isHolder(buyer, alliance));
  if (buyers.length === 0) return false;
  const [onlyBuyer] = buyers;
  return view
    .holdersOf(contract)
    .some((holder) => view.isHolder(holder, alliance) && (buyers.length > 1 || holder !== onlyBuyer));
}
