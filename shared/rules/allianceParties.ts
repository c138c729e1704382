import type { Contract, Forum, Organisation } from "../model/element.ts";
import type { MapView } from "./MapView.ts";
import { isOrganisation } from "./terms.ts";

/** Whether it is an alliance contract that has not ended: what the rules about alliances look at. */
export function isCurrentAlliance(contract: Contract, view: MapView): boolean {
  return contract.kind === "alliance" && !view.isEnded(contract);
}

/** The alliance boards that govern a contract. */
export function allianceBoardsOf(contract: Contract, view: MapView): readonly Forum[] {
  return view.governorsOf(contract).filter(isAllianceBoard);
}

export function isAllianceBoard({ kind }: Forum): boolean {
  return kind === "alliance-board";
}

/** How far an alliance contract has come, within a sentence; `isOpen` where it is stated that nobody has signed it yet. */
export function stageOfAlliance({ status, proposed }: Contract): {
  readonly words: string;
  readonly isOpen: boolean;
} {
  if (status === "in-procurement")
    return { words: "is in procurement as an alliance contract", isOpen: true };
  if (status === "proposed" || (status === undefined && proposed))
    return { words: "is proposed as an alliance contract", isOpen: true };
  return { words: "is an alliance contract", isOpen: false };
}

/** Those bound by an alliance contract: the organisations that buy it and those that hold it, in document order. */
export function partiesOf(contract: Contract, view: MapView): readonly Organisation[] {
  const buyers = view.buyersOf(contract).filter(isOrganisation);
  return view.inDocumentOrder([...buyers, ...view.holdersOf(contract)]);
}
