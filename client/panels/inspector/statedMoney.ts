import type { Snapshot } from "../../../shared/document/snapshot.ts";
import { annualValueOf } from "../../../shared/model/contractValue.ts";
import { MapView } from "../../../shared/rules/MapView.ts";
import { isCommissioner } from "../../../shared/rules/terms.ts";

/** Money that the map states, in whole pounds a year, with how many of the items state it. */
export interface StatedSum {
  readonly label: string;
  readonly annualPounds: number;
  readonly stated: number;
  readonly all: number;
}

/**
 * What the map states in money: the head contracts' annual values (stated or derived from total and term) and what
 * commissioners pay out. Contracts that have ended, and payments for them, are left out; nothing is guessed.
 */
export function statedMoney(snapshot: Snapshot): readonly StatedSum[] {
  const view = new MapView(snapshot);
  const heads = view.contracts.filter((contract) => view.isHeadContract(contract) && !view.isEnded(contract));
  const payments = view.relations.filter((relation) => {
    if (relation.type !== "pays" || !view.isAllowed(relation)) return false;
    const payer = view.element(relation.from);
    const contract = view.contract(relation.contract);
    return payer !== undefined && isCommissioner(payer) && !(contract && view.isEnded(contract));
  });
  return [
    sum("Head contracts", heads.map(annualValueOf)),
    sum(
      "Paid out by commissioners",
      payments.map((payment) => (payment.type === "pays" ? payment.annualAmount : undefined)),
    ),
  ].filter(({ all }) => all > 0);
}

function sum(label: string, amounts: readonly (number | undefined)[]): StatedSum {
  const stated = amounts.filter((amount) => amount !== undefined);
  return {
    label,
    annualPounds: Math.round(stated.reduce((total, amount) => total + amount, 0)),
    stated: stated.length,
    all: amounts.length,
  };
}
