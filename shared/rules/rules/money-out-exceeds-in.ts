import type { Fund, MapElement, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { MapView } from "../MapView.ts";
import { atStart, comparedMoney, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { statedSum, wholeSum } from "../statedPayments.ts";
import { sumAsFact } from "../sums.ts";
import { isProvider } from "../terms.ts";

export const rule: Rule<"element"> = {
  id: "money-out-exceeds-in",
  title: "More money goes out than comes in",
  summary:
    "A fund, a vehicle or a provider pays out more than its income, where every payment to it states its amount.",
  basis: "lesson",
  severities: ["error", "warning"],
  sources: [SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "element",
  why: "A fund or a vehicle has nothing of its own to make up a gap: what it promises beyond what it is paid is a deficit on the day it starts, and somebody else will be asked for it.",
  precedent:
    "Cambridgeshire 2015: after one month UnitingCare asked for £34m more for its first year, was refused in the end, and gave the contract up.",

  check(payer, view, report) {
    const kind = kindOf(payer, view);
    if (kind === undefined) return;
    const out = statedSum(view.paymentsFrom(payer as Fund | Organisation));
    if (out === undefined) return;
    const paid = wholeSum(view.paymentsTo(payer as Fund | Organisation));
    if (paid === undefined) return;
    const stated = payer.type === "organisation" ? BigInt(payer.annualIncome ?? 0) : 0n;
    const income = stated > paid ? stated : paid;
    if (out <= income) return;
    const [paysOut, comesIn] = comparedMoney(out, income);
    report({
      severity: kind === "provider" ? "warning" : "error",
      subjects: [payer],
      message: `${atStart(nameOf(payer))} pays out ${paysOut} a year, more than ${stated > paid ? `its income of ${comesIn}` : `the ${comesIn} that comes in`}.`,
      facts: { paysOut: sumAsFact(out), income: sumAsFact(income) },
    });
  },
};

/** Whether it can be asked at all: of a provider that is no vehicle, only if it says what its whole income is. */
function kindOf(payer: MapElement, view: MapView): "fund" | "vehicle" | "provider" | undefined {
  if (payer.type === "fund") return "fund";
  if (payer.type !== "organisation") return undefined;
  if (view.isVehicle(payer)) return "vehicle";
  return isProvider(payer) && payer.annualIncome !== undefined ? "provider" : undefined;
}
