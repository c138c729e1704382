import type { Contract, Forum, Organisation } from "../model/element.ts";
import type { MapView } from "./MapView.ts";
import { isLocalAuthority, isOrganisation } from "./terms.ts";

/** How an organisation comes to stand on a side: by itself, by what it owns or is a member of, or by its seat on a board. */
export type Tie =
  | { readonly how: "itself" }
  | { readonly how: "owner" | "member"; readonly body: Organisation }
  | { readonly how: "commissioning-seat" | "governing-seat"; readonly body: Forum };

type Party = Organisation | Forum;
const none: readonly Organisation[] = [];

/**
 * The organisations that stand both with those who buy or steer a contract and with those who hold it, in document order. A council
 * that holds and does not buy is none of them, and the alliance board of an alliance contract is where its parties belong.
 */
export function bothSides(contract: Contract, view: MapView): readonly Organisation[] {
  const holders = view.holdersOf(contract);
  const buying = holders.length === 0 ? [] : buyingParties(contract, view);
  if (buying.length === 0) return none;
  const holding = new Set<Organisation>();
  for (const holder of holders) for (const one of behind(holder, view)) holding.add(one);
  const found = new Set<Organisation>();
  for (const party of buying) for (const one of behind(party, view)) if (holding.has(one)) found.add(one);
  if (found.size === 0) return none;
  const buyers = new Set<unknown>(view.buyersOf(contract));
  return view.inDocumentOrder(
    [...found].filter((one) => buyers.has(one) || !isLocalAuthority(one) || !view.isHolder(one, contract)),
  );
}

/** How an organisation comes to stand with those who buy or steer a contract. */
export function buyingTies(organisation: Organisation, contract: Contract, view: MapView): readonly Tie[] {
  const commissioning = new Set<Party>(view.buyersOf(contract));
  return buyingParties(contract, view).flatMap((party) =>
    tiesTo(party, organisation, commissioning.has(party) ? "commissioning-seat" : "governing-seat", view),
  );
}

/** How an organisation comes to stand with those who hold a contract. */
export function holdingTies(organisation: Organisation, contract: Contract, view: MapView): readonly Tie[] {
  return view.holdersOf(contract).flatMap((holder) => tiesTo(holder, organisation, "governing-seat", view));
}

/** Those who buy it, and the boards that steer it. */
function buyingParties(contract: Contract, view: MapView): readonly Party[] {
  const buyers = view
    .buyersOf(contract)
    .filter(({ kind }) => contract.kind !== "alliance" || kind !== "alliance-board");
  const boards = view
    .governorsOf(contract)
    .filter(({ kind }) => kind === "joint-committee" || kind === "partnership-board");
  return boards.length === 0 ? buyers : [...new Set<Party>([...buyers, ...boards])];
}

/** A party itself where it is an organisation, those that own it, and its members. */
function behind(party: Party, view: MapView): readonly Organisation[] {
  if (!isOrganisation(party)) return view.fullMembersOf(party);
  return [party, ...view.parentsOf(party), ...view.membersOf(party)];
}

function tiesTo(
  party: Party,
  organisation: Organisation,
  seat: "commissioning-seat" | "governing-seat",
  view: MapView,
): readonly Tie[] {
  if (!isOrganisation(party))
    return view.fullMembersOf(party).includes(organisation) ? [{ how: seat, body: party }] : [];
  return [
    ...(party === organisation ? [{ how: "itself" } as const] : []),
    ...(view.parentsOf(party).includes(organisation) ? [{ how: "owner", body: party } as const] : []),
    ...(view.membersOf(party).includes(organisation) ? [{ how: "member", body: party } as const] : []),
  ];
}
