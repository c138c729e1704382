import type { Contract, Fund, Organisation } from "../../model/element.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { isOrganisation } from "../terms.ts";

const MOST_CANDIDATES = 3;

export const rule: Rule<"contract"> = {
  id: "contract-without-money",
  title: "No money is drawn for the contract",
  summary: "A head contract is awarded or live, states no value, and no payment is drawn for it.",
  basis: "completeness",
  severities: ["warning"],
  sources: [],
  regimes: REGIMES,
  on: "contract",
  why: "A signed contract costs somebody something. Until its value or a payment for it is on the map, nobody can see whether the sums add up.",

  check(contract, view, report) {
    if (!isUnpriced(contract, view) || view.paymentsFor(contract).length > 0) return;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${atStart(nameOf(contract))} is ${wordInSentence(contract.status ?? "")}, but neither its value nor any payment for it is on the map.${throughPool(contract, view)}`,
      facts: {
        status: contract.status ?? "",
        ...(contract.kind === "section-75-provision" && { pools: poolsBehind(contract, view).length }),
      },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    const drawn = view
      .holdersOf(contract)
      .flatMap((holder) => paymentsWithoutContract(holder, contract, view));
    if (drawn.length > 0)
      return drawn.slice(0, MOST_CANDIDATES).map((payment) => nameContract(payment, contract, view));
    return proposePayments(contract, view);
  },
};

function isUnpriced(contract: Contract, view: MapView): boolean {
  const { kind, status, annualValue, totalValue } = contract;
  if ((status !== "awarded" && status !== "live") || kind === "grant") return false;
  if (annualValue !== undefined || totalValue !== undefined) return false;
  return view.isHeadContract(contract) && !view.isEnded(contract);
}

/** The money of a section 75 agreement may run through the pool of its partners; no line says for which agreement. */
function throughPool(contract: Contract, view: MapView): string {
  if (contract.kind !== "section-75-provision") return "";
  const pools = poolsBehind(contract, view);
  return pools.length === 0
    ? " Its money may run through a pool of its partners: if so, draw the pool, or accept this finding with that reason."
    : ` Its money may run through ${namesOf(pools)}: if so, draw a payment from there that names it, or accept this finding with that reason.`;
}

function poolsBehind(contract: Contract, view: MapView): readonly Fund[] {
  const payers = view.holdersOf(contract).flatMap((holder) => view.payersOf(holder));
  return view.inDocumentOrder(payers.filter((payer) => payer.type === "fund")).filter(isPooled);
}

function isPooled({ kind }: Fund): boolean {
  return kind === "pooled";
}

/** What a holder is paid by a buyer or a fund, nobody has said for what. */
function paymentsWithoutContract(
  holder: Organisation,
  contract: Contract,
  view: MapView,
): readonly RelationOf<"pays">[] {
  const buyers = new Set(view.buyersOf(contract).map(({ id }) => id));
  return view
    .paymentsTo(holder)
    .filter(
      (payment) => payment.contract === undefined && (buyers.has(payment.from) || view.fund(payment.from)),
    );
}

function nameContract(payment: RelationOf<"pays">, contract: Contract, view: MapView): Fix {
  const [payer, payee] = [view.element(payment.from), view.element(payment.to)];
  return {
    id: `paid-by-${payment.id}`,
    label: `State that what ${payer ? nameOf(payer) : "it"} pays ${payee ? nameOf(payee) : "it"} is for it`,
    apply: (editor) => editor.setField(payment.id, "contract", contract.id),
  };
}

/** Payments without an amount, which only those who pay can say. Who of several pays whom of several is for the room. */
function proposePayments(contract: Contract, view: MapView): readonly Fix[] {
  const paid = leadsOrAll(contract, view);
  const buyers = view.buyersOf(contract).filter(isOrganisation);
  const payers = buyers.filter((buyer) => !paid.includes(buyer));
  if (paid.length === 0 || payers.length === 0 || Math.min(paid.length, payers.length) > 1) return [];
  return [
    {
      id: "propose-payments",
      label: `Propose that ${namesOf(payers)} ${payers.length === 1 ? "pays" : "pay"} ${namesOf(paid)} for it`,
      apply(editor, newId) {
        for (const { id: from } of payers)
          for (const { id: to } of paid)
            editor.addRelation({
              id: newId(),
              type: "pays",
              from,
              to,
              contract: contract.id,
              proposed: true,
            });
      },
    },
  ];
}

function leadsOrAll(contract: Contract, view: MapView): readonly Organisation[] {
  const leads = new Set(view.holdsOf(contract).flatMap(({ lead, from }) => (lead ? [from] : [])));
  const holders = view.holdersOf(contract);
  return leads.size === 0 ? holders : holders.filter(({ id }) => leads.has(id));
}
