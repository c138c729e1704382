import { annualValueOf } from "../model/contractValue.ts";
import type { Fund, Organisation } from "../model/element.ts";
import { formatMoney } from "../model/money.ts";
import type { RelationOf } from "../model/relation.ts";
import { annualSum, rounded } from "../rules/annualSum.ts";
import type { MapView } from "../rules/MapView.ts";
import { nameOf } from "../rules/naming.ts";
import { statedSum } from "../rules/statedPayments.ts";
import type { DerivedFigure } from "./DerivedFigure.ts";
import { counted, notStated, shareWords } from "./figureWords.ts";

type Payment = RelationOf<"pays">;

/** What flows into and out of an organisation or fund, what it holds in contracts, and who owns it. Only what is stated is added up. */
export function moneyFigures(body: Organisation | Fund, view: MapView): readonly DerivedFigure[] {
  return [
    flow("money-in", "Money in, drawn", view.paymentsTo(body)),
    flow("money-out", "Money out, drawn", view.paymentsFrom(body)),
    ...(body.type === "organisation" ? [held(body, view), owned(body, view)] : []),
  ].filter((figure) => figure !== undefined);
}

/** What part of the payee’s income a payment is, and of all that its payer pays out. */
export function paymentFigures(payment: Payment, view: MapView): readonly DerivedFigure[] {
  const { annualAmount } = payment;
  const payee = view.organisation(payment.to);
  if (annualAmount === undefined || payee === undefined) return [];
  const figure = { id: "share-of-income", label: "Share of the payee’s income" };
  if (payee.annualIncome === undefined)
    return [{ ...figure, value: undefined, how: `The annual income of ${nameOf(payee)} is missing.` }];
  const share = shareWords(annualAmount, payee.annualIncome);
  if (share === undefined) return [];
  return [
    {
      ...figure,
      value: share,
      how: `${formatMoney(annualAmount)} of ${formatMoney(payee.annualIncome)}, the income of ${nameOf(payee)}.`,
    },
  ];
}

function flow(id: string, label: string, payments: readonly Payment[]): DerivedFigure | undefined {
  if (payments.length === 0) return undefined;
  const sum = statedSum(payments);
  const without = payments.filter(({ annualAmount }) => annualAmount === undefined).length;
  const stated = payments.length - without;
  if (sum === undefined)
    return { id, label, value: undefined, how: `${counted(without, "payment")} without a stated amount.` };
  return {
    id,
    label,
    value: `${formatMoney(Number(sum))} a year`,
    how: `${counted(stated, "payment")}${notStated(without)}.`,
  };
}

/** What it holds in contracts that have not ended; what it holds with others is left out, for nobody has said how that is shared. */
function held(organisation: Organisation, view: MapView): DerivedFigure | undefined {
  const alone = view
    .contractsHeldBy(organisation)
    .filter((contract) => !view.isEnded(contract) && view.holdersOf(contract).length === 1);
  if (alone.length === 0) return undefined;
  const figure = { id: "contracts-held", label: "Held alone in contracts" };
  const known = alone.filter((contract) => annualValueOf(contract) !== undefined);
  const without = alone.length - known.length;
  if (known.length === 0)
    return {
      ...figure,
      value: undefined,
      how: `${counted(without, "contract")} without a stated annual value.`,
    };
  const sum = Number(rounded(annualSum(known)));
  const { annualIncome } = organisation;
  const share = annualIncome === undefined ? undefined : shareWords(sum, annualIncome);
  const from = `${counted(known.length, "contract")}${notStated(without)}`;
  return {
    ...figure,
    value: `${formatMoney(sum)} a year`,
    how: share === undefined ? `${from}.` : `${from}: ${share} of its annual income.`,
  };
}

function owned(organisation: Organisation, view: MapView): DerivedFigure | undefined {
  const ownerships = view.ownershipsOf(organisation);
  if (ownerships.length === 0) return undefined;
  const stated = ownerships.flatMap(({ percent }) => (percent === undefined ? [] : [percent]));
  const figure = { id: "owned", label: "Owned" };
  const without = ownerships.length - stated.length;
  if (stated.length === 0)
    return { ...figure, value: undefined, how: `${counted(without, "owner")} without a stated share.` };
  const sum = Math.round(stated.reduce((total, percent) => total + percent, 0) * 100) / 100;
  return { ...figure, value: `${sum}%`, how: `${counted(stated.length, "owner")}${notStated(without)}.` };
}
