import { annualValueOf } from "../model/contractValue.ts";
import type { Contract, Organisation } from "../model/element.ts";
import { annualSum, isMore } from "./annualSum.ts";
import type { Fix } from "./finding.ts";
import { letBuyInstead } from "./letBuyInstead.ts";
import type { MapView } from "./MapView.ts";
import { nameOf } from "./naming.ts";
import { hasClosedRoute } from "./selectionRegime.ts";
import { isNhsCommissioner, isNhsProvider } from "./terms.ts";

const mostOfOneSort = 3;

/**
 * What would mend a provider that commissions a contract: it lets the contract under one that it holds; an NHS commissioner buys
 * it instead; or (2022) an NHS commissioner delegates commissioning to it. Each only where the map offers it.
 */
export function commissioningFixes(
  provider: Organisation,
  contract: Contract,
  view: MapView,
): readonly Fix[] {
  const commissioners = likelyCommissioners(provider, contract, view);
  const replaced = view.commissionsOf(contract).filter(({ from }) => from === provider.id);
  return [
    ...contractsToLetUnder(provider, contract, view).map((head) => letUnder(contract, head)),
    ...(hasClosedRoute(contract, view.regime) === true
      ? []
      : commissioners.map((commissioner) => letBuyInstead(commissioner, contract, replaced, view))),
    ...(view.regime === "england-2022" && isNhsProvider(provider)
      ? commissioners.map((commissioner) => delegate(commissioner, provider))
      : []),
  ];
}

function letUnder(contract: Contract, head: Contract): Fix {
  return {
    id: `let-under-${head.id}`,
    label: `Propose to let it under ${nameOf(head)}`,
    apply(editor, newId) {
      editor.addRelation({ id: newId(), type: "under", from: contract.id, to: head.id, proposed: true });
    },
  };
}

function delegate(commissioner: Organisation, provider: Organisation): Fix {
  return {
    id: `delegated-by-${commissioner.id}`,
    label: `Propose a section 65Z5 delegation by ${nameOf(commissioner)}`,
    apply(editor, newId) {
      editor.addRelation({
        id: newId(),
        type: "delegates",
        from: commissioner.id,
        to: provider.id,
        function: "nhs-commissioning",
        level: "delegated",
        legalBasis: "section-65z5",
        proposed: true,
      });
    },
  };
}

/** The provider's own head contracts that have room for this one: in scope, in value, and without a circle. */
function contractsToLetUnder(provider: Organisation, contract: Contract, view: MapView): readonly Contract[] {
  return view
    .contractsHeldBy(provider)
    .filter(
      (head) =>
        head !== contract &&
        head.kind !== "grant" &&
        view.isHeadContract(head) &&
        !view.isEnded(head) &&
        // Core general practice under another contract raises a legal question of its own.
        !head.services?.includes("core-primary-care") &&
        hasScopeFor(head, contract) &&
        hasMoneyFor(head, contract, view) &&
        !leadsTo(head, contract, view),
    )
    .slice(0, mostOfOneSort);
}

function hasScopeFor(head: Contract, contract: Contract): boolean {
  if (head.services === undefined || contract.services === undefined) return true;
  const scope = new Set(head.services);
  return contract.services.every((service) => scope.has(service));
}

function hasMoneyFor(head: Contract, contract: Contract, view: MapView): boolean {
  if (annualValueOf(head) === undefined) return true;
  return !isMore(annualSum([...view.contractsUnder(head), contract]), annualSum([head]));
}

function leadsTo(start: Contract, goal: Contract, view: MapView): boolean {
  const seen = new Set<Contract>([start]);
  for (const contract of seen) {
    if (contract === goal) return true;
    for (const above of view.contractsAbove(contract)) seen.add(above);
  }
  return false;
}

/** Those who have dealings with the contract or the provider; without any, the only NHS commissioner on the map. */
function likelyCommissioners(
  provider: Organisation,
  contract: Contract,
  view: MapView,
): readonly Organisation[] {
  const related = view
    .inDocumentOrder([
      ...view.buyersOf(contract),
      ...view.contractsHeldBy(provider).flatMap((held) => (view.isEnded(held) ? [] : view.buyersOf(held))),
      ...view.payersOf(provider),
    ])
    .filter(isNhsCommissioner);
  const onMap = view.commissioners().filter(isNhsCommissioner);
  const likely = related.length > 0 || onMap.length > 1 ? related : onMap;
  return likely.filter((commissioner) => !view.isHolder(commissioner, contract)).slice(0, mostOfOneSort);
}
