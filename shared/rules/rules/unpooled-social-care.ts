import type { Contract, MapElement, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import { proposePooledFund } from "../proposePooledFund.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { coversHealth, coversSocialCare, isLocalAuthority, isNhsCommissioner } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "unpooled-social-care",
  title: "Social care money is not pooled",
  summary:
    "A head contract covers social care and health services, and no pooled fund that a local authority and an NHS commissioner pay into pays a holder of it.",
  basis: "lesson",
  severities: ["error", "warning"],
  sources: [SOURCES.kingsFund2014, SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Where one contract promises health and social care but two purses pay for it, each side can save at the other’s cost, and the provider answers for care that nobody has funded in one place. Councils and NHS commissioners may pool their money under section 75 of the NHS Act 2006.",
  precedent:
    "Salford 2016: the clinical commissioning group and the city council put adult health and social care money into one pool behind the contract.",

  check(contract, view, report) {
    if (contract.kind === "grant" || contract.kind === "section-75-provision") return;
    if (!coversSocialCare(contract) || !coversHealth(contract)) return;
    if (view.isEnded(contract) || !view.isHeadContract(contract)) return;
    const buyers = view.buyersOf(contract);
    if (isBoughtByLocalAuthoritiesOnly(contract, view)) return;
    const money = moneyBehind(view.holdersOf(contract), view);
    if (money === "pooled") return;
    const councils = buyers.filter(isLocalAuthority);
    report({
      severity: money === "aligned" ? "warning" : "error",
      subjects: [contract, councils],
      message: message(contract, councils, money === "aligned", view),
      facts: { aligned: money === "aligned" },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    const fix = contract && proposePooledFund(contract, view);
    return fix ? [fix] : [];
  },
};

/** A joint committee is only how its members buy: what counts is who they are. */
function isBoughtByLocalAuthoritiesOnly(contract: Contract, view: MapView): boolean {
  const buyers = view.directBuyersOf(contract).flatMap((buyer): readonly MapElement[] => {
    if (buyer.type !== "forum" || buyer.kind !== "joint-committee") return [buyer];
    const members = view.fullMembersOf(buyer);
    return members.length > 0 ? members : [buyer];
  });
  return buyers.length > 0 && buyers.every(isLocalAuthority);
}

function moneyBehind(holders: readonly Organisation[], view: MapView): "pooled" | "aligned" | undefined {
  let aligned = false;
  for (const fund of holders.flatMap((holder) => view.payersOf(holder))) {
    if (fund.type !== "fund") continue;
    const payers = view.payersOf(fund);
    if (!payers.some(isLocalAuthority)) continue;
    if (fund.kind === "pooled" && payers.some(isNhsCommissioner)) return "pooled";
    if (fund.kind === "aligned") aligned = true;
  }
  return aligned ? "aligned" : undefined;
}

function message(
  contract: Contract,
  councils: readonly Organisation[],
  isAligned: boolean,
  view: MapView,
): string {
  const holders = view.holdersOf(contract);
  const holder = holders.length === 0 ? "whoever will hold it" : namesOf(holders);
  const council = councils.length === 0 ? "a local authority" : namesOf(councils);
  const money = isAligned
    ? `the money of ${council} is only aligned with NHS money, not pooled, on its way to ${holder}`
    : `no pooled fund of ${council} and an NHS commissioner pays ${holder}`;
  return `${atStart(nameOf(contract))} covers social care together with health services, but ${money}.`;
}
