import type { Contract, Forum, Fund, Organisation } from "../../model/element.ts";
import { formatMoney } from "../../model/money.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { delegatedFunction } from "../delegatedFunction.ts";
import type { Fix } from "../finding.ts";
import { freeSpot, middleOf } from "../freeSpot.ts";
import type { MapView } from "../MapView.ts";
import { atStart, listed, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { isCommissioner, isLocalAuthority, isNonEntity, isProvider } from "../terms.ts";

type Payer = Organisation | Fund;

const MOST_CANDIDATES = 3;

export const rule: Rule<"relation"> = {
  id: "money-without-contract",
  title: "Money that no contract explains",
  summary: "A commissioner or a fund pays a provider, and no contract joins the two.",
  basis: "completeness",
  sources: [],
  regimes: REGIMES,
  on: "relation",
  why: "Public money for care is paid under a contract, a grant or an agreement. A payment that none of them explains is a contract that nobody has drawn, or money that nobody can call back.",

  check(relation, view, report) {
    if (relation.type !== "pays" || relation.contract !== undefined || !view.isAllowed(relation)) return;
    const payee = view.organisation(relation.to);
    if (!payee || !isProvider(payee)) return;
    const payer = payerOf(relation, view);
    if (!payer || areJoined(payer, payee, view)) return;
    const { annualAmount } = relation;
    const amount = annualAmount === undefined ? "" : ` ${formatMoney(annualAmount)} a year`;
    const delegated = functionsDelegated(payer, payee, view);
    const mayGoWith =
      delegated.length === 0
        ? ""
        : ` It also delegates ${listed(delegated)} to that provider: if the money goes with that delegation, accept this finding with that reason.`;
    report({
      severity: "warning",
      subjects: [relation, payer, payee],
      message: `${atStart(nameOf(payer))} pays ${nameOf(payee)}${amount}, and no contract that explains it is on the map.${mayGoWith}`,
      facts: {
        ...(annualAmount !== undefined && { annualAmount }),
        ...(delegated.length > 0 && { delegated }),
      },
    });
  },

  fixes({ subjects }, view) {
    const payment = view.relations.find(({ id }) => id === subjects[0]);
    const payee = view.organisation(subjects[2]);
    if (payment?.type !== "pays" || !payee) return [];
    const held = view.contractsHeldBy(payee).filter((contract) => !view.isEnded(contract));
    if (held.length > 0)
      return held.slice(0, MOST_CANDIDATES).map((contract) => nameContract(payment, contract));
    const payer = view.organisation(subjects[1]);
    return payer ? proposeContract(payer, payee, view) : [];
  },
};

function payerOf({ from }: RelationOf<"pays">, view: MapView): Payer | undefined {
  const payer = view.element(from);
  return payer && (payer.type === "fund" || isCommissioner(payer)) ? payer : undefined;
}

/** Whether the payee holds a contract bought by the payer, or by somebody for whom it pays. */
function areJoined(payer: Payer, payee: Organisation, view: MapView): boolean {
  const held = view.contractsHeldBy(payee).filter((contract) => !view.isEnded(contract));
  if (held.length === 0) return false;
  // Mostly the payer buys itself, and the rest need not be asked.
  if (payer.type === "organisation" && held.some((one) => view.directBuyersOf(one).includes(payer)))
    return true;
  const payers = payer.type === "fund" ? [payer, ...view.payersOf(payer)] : [payer];
  const buying = new Set<unknown>(payers.flatMap((one) => behind(one, view)));
  return held.some((contract) => view.buyersOf(contract).some((buyer) => buying.has(buyer)));
}

/** A payer, the forums that it sits on, those to whom it delegates, and those whom it pays. */
function behind(payer: Payer, view: MapView): readonly (Payer | Forum | undefined)[] {
  const paid = view.paymentsFrom(payer).map(({ to }) => view.organisation(to));
  if (payer.type === "fund") return paid;
  const receivers = view.delegationsFrom(payer).map(({ to }) => view.organisation(to) ?? view.forum(to));
  return [payer, ...view.forumsOf(payer), ...receivers, ...paid];
}

/** What the payer delegates to the payee, so that its money may go with it. A seat at the table, or deciding together, moves none. */
function functionsDelegated(payer: Payer, payee: Organisation, view: MapView): readonly string[] {
  if (payer.type === "fund") return [];
  const delegations = view
    .delegationsFrom(payer)
    .filter(({ to, level }) => to === payee.id && level !== "seat" && level !== "joint");
  return [...new Set(delegations.map(delegatedFunction))].sort();
}

function nameContract(payment: RelationOf<"pays">, contract: Contract): Fix {
  return {
    id: `for-${contract.id}`,
    label: `State that it is paid for ${nameOf(contract)}`,
    apply: (editor) => editor.setField(payment.id, "contract", contract.id),
  };
}

/** Not for those who could not sign, or whose parents would first have to stand behind them. */
function proposeContract(payer: Organisation, payee: Organisation, view: MapView): readonly Fix[] {
  if (isNonEntity(payee) || view.isVehicle(payee)) return [];
  return [
    {
      id: "propose-contract",
      label: `Propose a contract between ${nameOf(payer)} and ${nameOf(payee)}`,
      apply(editor, newId) {
        const contract = newId();
        editor.addElement({
          id: contract,
          type: "contract",
          kind: isLocalAuthority(payer) ? "other" : "nhs-standard",
          name: payee.name.trim() === "" ? "Contract" : `Contract with ${payee.name.trim()}`,
          position: freeSpot(middleOf([payer.position, payee.position]), view.elements),
          proposed: true,
        });
        for (const [type, { id }] of [
          ["commissions", payer],
          ["holds", payee],
        ] as const)
          editor.addRelation({ id: newId(), type, from: id, to: contract, proposed: true });
      },
    },
  ];
}
