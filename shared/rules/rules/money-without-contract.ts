import type { Contract, Forum, Fund, Organisation } from "../../model/element.ts";
import { formatMoney } from "../../model/money.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { delegatedFunction } from "../delegatedFunction.ts";
import type { Fix } from "../finding.ts";
import { freeSpot, middleOf } from "../freeSpot.ts";
import type { MapView } from "../MapView.ts";
import { atStart, listed, nameOf } from "../naming.ts";
import type { Report, Rule } from "../rule.ts";
import { isCommissioner, isLocalAuthority, isNonEntity, isProvider } from "../terms.ts";

type Payer = Organisation | Fund;

const MOST_CANDIDATES = 3;

export const rule: Rule<"organisation"> = {
  id: "money-without-contract",
  title: "Money that no contract explains",
  summary: "A commissioner or a fund pays a provider, and no contract joins the two.",
  basis: "completeness",
  severities: ["warning"],
  sources: [],
  regimes: REGIMES,
  on: "organisation",
  why: "Public money for care is paid under a contract, a grant or an agreement. A payment that none of them explains is a contract that nobody has drawn, or money that nobody can call back.",

  // Asked of the payee, although each finding is about a payment: the contracts that explain all its payments are the same.
  check(payee, view, report) {
    if (!isProvider(payee)) return;
    const unexplained = view.paymentsTo(payee).filter(({ contract }) => contract === undefined);
    if (unexplained.length === 0) return;
    const joined = thoseBehindContractsOf(payee, view);
    for (const payment of unexplained) {
      const payer = payerOf(payment, view);
      if (!payer || joined.has(payer)) continue;
      if (payer.type === "fund" && view.payersOf(payer).some((one) => joined.has(one))) continue;
      report({
        severity: "warning",
        subjects: [payment, payer, payee],
        ...words(payment, payer, payee, view),
      });
    }
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

/** The buyers of what somebody holds, the members of the forums among them, and those who delegate to a buyer or pay one. */
function thoseBehindContractsOf(holder: Organisation, view: MapView): ReadonlySet<Payer | Forum> {
  const buyers = new Set<Organisation | Forum>();
  for (const contract of view.contractsHeldBy(holder))
    if (!view.isEnded(contract)) for (const buyer of view.buyersOf(contract)) buyers.add(buyer);
  const behind = new Set<Payer | Forum>(buyers);
  for (const buyer of buyers) {
    for (const { from } of view.delegationsTo(buyer)) addIf(view.organisation(from), behind);
    const others = buyer.type === "forum" ? view.fullMembersOf(buyer) : view.payersOf(buyer);
    for (const other of others) behind.add(other);
  }
  return behind;
}

function addIf<T>(item: T | undefined, set: Set<T>): void {
  if (item !== undefined) set.add(item);
}

function words(
  { annualAmount }: RelationOf<"pays">,
  payer: Payer,
  payee: Organisation,
  view: MapView,
): Pick<Report, "message" | "facts"> {
  const amount = annualAmount === undefined ? "" : ` ${formatMoney(annualAmount)} a year`;
  const delegated = functionsDelegated(payer, payee, view);
  const mayGoWith =
    delegated.length === 0
      ? ""
      : ` It also delegates ${listed(delegated)} to that provider: if the money goes with that delegation, accept this finding with that reason.`;
  return {
    message: `${atStart(nameOf(payer))} pays ${nameOf(payee)}${amount}, and no contract that explains it is on the map.${mayGoWith}`,
    facts: {
      ...(annualAmount !== undefined && { annualAmount }),
      ...(delegated.length > 0 && { delegated }),
    },
  };
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
