import type { Organisation } from "../../model/element.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { MapView } from "../MapView.ts";
import { nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

type Payment = RelationOf<"pays">;

export const rule: Rule<"contract"> = {
  id: "mixed-payment",
  title: "Paid by activity and by block at once",
  summary:
    "Among the payments to those who hold a head contract, or to those who hold contracts under it, some are by activity or fee for service and some are block payments.",
  basis: "lesson",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2016, SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "Payment by activity rewards doing more, a block payment rewards doing less. Where both stand behind one contract, moving care from one provider to another can earn money for one and cost the other, and nobody gains by keeping people well.",
  precedent:
    "Northumberland 2016: the payments of the time set providers against each other and rewarded nobody for keeping people out of hospital.",

  check(contract, view, report) {
    if (!view.isHeadContract(contract) || view.isEnded(contract)) return;
    const under = view.contractsUnder(contract).filter((one) => !view.isEnded(one));
    const named = new Set([contract, ...under].map(({ id }) => id));
    const found =
      mixAmong(view.holdersOf(contract), named, view) ??
      mixAmong(view.inDocumentOrder(under.flatMap((one) => view.holdersOf(one))), named, view);
    if (!found) return;
    report({
      severity: "warning",
      subjects: [contract],
      message: `For ${nameOf(contract)}, ${whoIsPaidHow(found, view)}. The two may pull against each other.`,
      facts: { payments: [...new Set(found.byActivity.map(({ payment }) => payment ?? "")), "block"].sort() },
    });
  },
};

interface Mix {
  readonly byActivity: readonly Payment[];
  readonly byBlock: readonly Payment[];
}

/** What the holders are paid for these contracts, where both by activity and by block occurs. */
function mixAmong(
  holders: readonly Organisation[],
  named: ReadonlySet<string>,
  view: MapView,
): Mix | undefined {
  const byActivity: Payment[] = [];
  const byBlock: Payment[] = [];
  for (const holder of holders) {
    for (const paid of view.paymentsTo(holder)) {
      const { contract, payment } = paid;
      if (contract === undefined || payment === undefined || !named.has(contract)) continue;
      if (payment === "block") byBlock.push(paid);
      else if (payment === "activity" || payment === "fee-for-service") byActivity.push(paid);
    }
  }
  return byActivity.length > 0 && byBlock.length > 0 ? { byActivity, byBlock } : undefined;
}

/** "A and B are paid by activity and C by block"; "A is paid both by activity and by block". */
function whoIsPaidHow({ byActivity, byBlock }: Mix, view: MapView): string {
  const ways = [...new Set(byActivity.map(({ payment }) => wayOf(payment)))].sort().join(" and ");
  const [some, others] = [payeesOf(byActivity, view), payeesOf(byBlock, view)];
  const verb = some.length === 1 ? "is" : "are";
  return some.length === others.length && some.every((payee) => others.includes(payee))
    ? `${namesOf(some)} ${verb} paid both ${ways} and by block`
    : `${namesOf(some)} ${verb} paid ${ways}, and ${namesOf(others)} by block`;
}

function payeesOf(payments: readonly Payment[], view: MapView): readonly Organisation[] {
  return view.inDocumentOrder(payments.flatMap(({ to }) => view.organisation(to) ?? []));
}

function wayOf(payment: Payment["payment"]): string {
  return payment === "fee-for-service" ? "by fee for service" : "by activity";
}
