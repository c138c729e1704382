import type { Contract, Forum, Organisation } from "../model/element.ts";
import type { MapView } from "./MapView.ts";
import { isLocalAuthority, isOrganisation } from "./terms.ts";

/** How an organisation comes to stand on a side: by itself, by what it owns or is a member of, or by its seat on a board. */
export type Tie =
  | { readonly how: "itself" }
  | { readonly how: "owner" | "member"; readonly body: Organisation }
  | { readonly how: "commissioning-seat" | "governing-seat"; readonly body: Forum };

/** An organisation that stands both with those who buy or steer a contract and with those who hold it. */
export interface OnBothSides {
  readonly organisation: Organisation;
  readonly buying: readonly Tie[];
  readonly holding: readonly Tie[];
}

const none: readonly OnBothSides[] = [];
const itself: Tie = { how: "itself" };

/**
 * The organisations on both sides of a contract, in document order. A council that holds and does not buy is none of them, and the
 * alliance board of an alliance contract is where its parties belong.
 */
export function bothSides(contract: Contract, view: MapView): readonly OnBothSides[] {
  const holders = view.holdersOf(contract);
  if (holders.length === 0) return none;
  const buyers = view.buyersOf(contract);
  const boards = view.governorsOf(contract).filter(isBoardThatSteers);
  if (buyers.length === 0 && boards.length === 0) return none;
  const holding = new Map<Organisation, Tie[]>();
  for (const holder of holders) addTies(holder, view, (organisation, tie) => add(holding, organisation, tie));
  const buying = new Map<Organisation, Tie[]>();
  const addIfHolding = (organisation: Organisation, tie: Tie) => {
    if (holding.has(organisation)) add(buying, organisation, tie);
  };
  for (const buyer of buyers) {
    if (isOrganisation(buyer)) addTies(buyer, view, addIfHolding);
    else if (!isAllianceBoard(buyer, contract)) addSeats(buyer, "commissioning-seat", view, addIfHolding);
  }
  for (const board of boards) addSeats(board, "governing-seat", view, addIfHolding);
  if (buying.size === 0) return none;
  const found = [...buying.keys()].filter(
    (one) => !isLocalAuthority(one) || !view.isHolder(one, contract) || buyers.includes(one),
  );
  return view.inDocumentOrder(found).map((organisation) => ({
    organisation,
    buying: buying.get(organisation) ?? [],
    holding: holding.get(organisation) ?? [],
  }));
}

type Adds = (organisation: Organisation, tie: Tie) => void;

function addTies(party: Organisation, view: MapView, adds: Adds): void {
  adds(party, itself);
  for (const owner of view.parentsOf(party)) adds(owner, { how: "owner", body: party });
  for (const member of view.membersOf(party)) adds(member, { how: "member", body: party });
}

function addSeats(
  board: Forum,
  how: "commissioning-seat" | "governing-seat",
  view: MapView,
  adds: Adds,
): void {
  for (const member of view.fullMembersOf(board)) adds(member, { how, body: board });
}

function isBoardThatSteers({ kind }: Forum): boolean {
  return kind === "joint-committee" || kind === "partnership-board";
}

function isAllianceBoard(forum: Forum, contract: Contract): boolean {
  return contract.kind === "alliance" && forum.kind === "alliance-board";
}

function add(ties: Map<Organisation, Tie[]>, organisation: Organisation, tie: Tie): void {
  const some = ties.get(organisation);
  if (some) some.push(tie);
  else ties.set(organisation, [tie]);
}
