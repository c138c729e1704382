import type { Fund, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isLocalAuthority, isNhsBody, isNhsCommissioner, isOrganisation } from "../terms.ts";

const mostCandidates = 3;

export const rule: Rule<"fund"> = {
  id: "pool-lacks-a-partner",
  title: "A section 75 pool lacks a partner",
  summary: "Somebody pays into a pool under section 75, but no local authority does, or no NHS body.",
  basis: "regulation",
  severities: ["error"],
  sources: [SOURCES.partnershipRegulations2000],
  regimes: REGIMES,
  on: "fund",
  why: "A section 75 pool is made up of what its partners pay in, and its partners are one or more NHS bodies and one or more local authorities. With one side missing there may be no such partnership, and the other side may be unable to show what gave it the power to pay in.",

  check(fund, view, report) {
    if (fund.kind !== "pooled" || fund.legalBasis !== "section-75") return;
    const payers = view.payersOf(fund);
    if (payers.length === 0) return;
    const missing = missingPartners(fund, view);
    if (missing.length === 0) return;
    const who = missing.length === 2 ? "neither a local authority nor an NHS body" : `no ${missing[0]}`;
    report({
      severity: "error",
      subjects: [fund],
      message: `${atStart(namesOf(payers))} ${payers.length === 1 ? "pays" : "pay"} into ${nameOf(fund)}, a pool under section 75, but ${who} does. This may breach the Partnership Arrangements Regulations 2000 (SI 2000/617), under which the partners are both NHS bodies and local authorities.`,
      facts: { missing },
    });
  },

  fixes({ subjects }, view) {
    const fund = view.fund(subjects[0]);
    if (!fund) return [];
    const [candidates = [], others] = missingPartners(fund, view).map((missing) =>
      partnersFor(fund, missing === "local authority" ? isLocalAuthority : isNhsCommissioner, view),
    );
    if (!others) return candidates.slice(0, mostCandidates).map((partner) => proposeToPay([partner], fund));
    // With both sides missing there are as many pairs as nobody wants to choose from.
    const isClear = candidates.length === 1 && others.length === 1;
    return isClear ? [proposeToPay([...candidates, ...others], fund)] : [];
  },
};

type Partner = "local authority" | "NHS body";

function missingPartners(fund: Fund, view: MapView): readonly Partner[] {
  const payers = view.payersOf(fund);
  return [
    ...(payers.some(isLocalAuthority) ? [] : (["local authority"] as const)),
    ...(payers.some(isNhsBody) ? [] : (["NHS body"] as const)),
  ];
}

/** Those that buy what the fund pays for; where nobody does, those on the map, as long as they are few enough to choose from. */
function partnersFor(
  fund: Fund,
  isPartner: (organisation: Organisation) => boolean,
  view: MapView,
): readonly Organisation[] {
  const payees = view.paymentsFrom(fund).flatMap(({ to }) => view.organisation(to) ?? []);
  const contracts = new Set(payees.flatMap((payee) => view.contractsHeldBy(payee)));
  const buyers = [...contracts].flatMap((contract) => view.buyersOf(contract).filter(isOrganisation));
  const related = view.inDocumentOrder(buyers.filter(isPartner));
  if (related.length > 0) return related;
  const onMap = view.commissioners().filter(isPartner);
  return onMap.length > mostCandidates ? [] : onMap;
}

function proposeToPay(partners: readonly Organisation[], fund: Fund): Fix {
  return {
    id: `propose-${partners.map(({ id }) => id).join("-and-")}`,
    label: `Propose that ${namesOf(partners)} ${partners.length === 1 ? "pays" : "pay"} into it`,
    apply(editor, newId) {
      for (const { id } of partners) {
        editor.addRelation({ id: newId(), type: "pays", from: id, to: fund.id, proposed: true });
      }
    },
  };
}
