import type { Contract, Organisation } from "../../model/element.ts";
import type { RelationOf } from "../../model/relation.ts";
import type { Service } from "../../model/services.ts";
import { REGIMES, type Regime } from "../../model/systemMap.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, listed, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isNhsCommissioner } from "../terms.ts";

type DelegatedFunction = NonNullable<RelationOf<"delegates">["function"]>;
const mostCandidates = 3;

/** What NHS England commissions, in words, and the function by which it passes it on. */
const nationalServices: ReadonlyMap<Service, { words: string; delegated: DelegatedFunction }> = new Map([
  ["core-primary-care", { words: "core primary care", delegated: "primary-care-commissioning" }],
  ["dental", { words: "dental care", delegated: "primary-care-commissioning" }],
  ["pharmacy", { words: "pharmacy", delegated: "primary-care-commissioning" }],
  ["optometry", { words: "optometry", delegated: "primary-care-commissioning" }],
  ["specialised", { words: "specialised services", delegated: "nhs-commissioning" }],
]);

export const rule: Rule<"contract"> = {
  id: "scope-beyond-the-buyers",
  title: "The scope may go beyond the buyers’ powers",
  summary:
    "A head contract covers services that NHS England commissions, and NHS England neither buys it nor has delegated them to a buyer.",
  basis: "law",
  severities: ["warning"],
  sources: [
    "National Health Service Act 2006, section 3B (specialised services) and Parts 4 to 7 (primary medical, dental, ophthalmic and pharmaceutical services)",
    SOURCES.kingsFund2014,
  ],
  regimes: REGIMES,
  on: "contract",
  why: "Specialised services, and under the Act of 2012 primary care as well, are NHS England’s to commission. A local buyer can put them into a contract only with NHS England beside it or with its delegation. Without either, part of the scope has no buyer who can promise the money.",
  precedent:
    "Staffordshire 2014: NHS England sat on the programme board for specialised cancer services. Dudley 2016: the sources do not say how the clinical commissioning group came to hold the money for core general practice.",

  check(contract, view, report) {
    if (!contract.services?.some((service) => nationalServices.has(service))) return;
    if (view.isEnded(contract) || !view.isHeadContract(contract)) return;
    const buyers = view.buyersOf(contract);
    const beyond = buyers.length === 0 ? [] : servicesBeyond(contract, view);
    if (beyond.length === 0) return;
    const words = listed(beyond.map((service) => nationalServices.get(service)?.words ?? service));
    const buy = buyers.length === 1 ? "buys" : "buy";
    report({
      severity: "warning",
      subjects: [contract, buyers],
      message: `${atStart(nameOf(contract))} covers ${words}, and ${namesOf(buyers)} ${buy} it. ${whoseItIs(beyond, view.regime)}, and no such delegation to a buyer is drawn, so this may breach the NHS Act 2006.`,
      facts: { services: beyond },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    const nhsEngland = view.commissioners().find(({ kind }) => kind === "nhs-england");
    if (!contract || !nhsEngland) return [];
    const functions = new Set(
      servicesBeyond(contract, view).flatMap((service) => nationalServices.get(service)?.delegated ?? []),
    );
    return view
      .buyersOf(contract)
      .filter(isNhsCommissioner)
      .slice(0, mostCandidates)
      .map((buyer) => proposeDelegation(nhsEngland, buyer, [...functions], view.regime));
  },
};

/**
 * The services in scope that no buyer may buy, in the order in which the contract lists them. A delegation counts at whatever level it is
 * drawn: how far it goes, and on what basis, other rules ask.
 */
function servicesBeyond(contract: Contract, view: MapView): readonly Service[] {
  const buyers = view.buyersOf(contract);
  const kinds = new Set(buyers.map(({ kind }) => kind));
  if (kinds.has("nhs-england")) return [];
  const delegated = new Set(
    buyers.flatMap((buyer) =>
      view
        .delegationsTo(buyer)
        .flatMap((delegation) =>
          view.organisation(delegation.from)?.kind === "nhs-england" ? [delegation.function] : [],
        ),
    ),
  );
  const buysPrimaryCare = view.regime === "england-2022" && kinds.has("icb");
  return (contract.services ?? []).filter((service) => {
    const national = nationalServices.get(service);
    if (!national || delegated.has(national.delegated)) return false;
    return service === "specialised" || !buysPrimaryCare;
  });
}

function whoseItIs(services: readonly Service[], regime: Regime): string {
  const isSpecialised = services.includes("specialised");
  const isPrimaryCare = services.some((service) => service !== "specialised");
  if (regime === "england-2012" || !isPrimaryCare)
    return "NHS England commissions such services unless it delegates them";
  return isSpecialised
    ? "NHS England commissions specialised services, and it or an integrated care board primary care"
    : "Such services are for an integrated care board or NHS England to commission";
}

/** NHS Act 2006, section 13Z until 2022 and section 65Z5 since then. */
function proposeDelegation(
  giver: Organisation,
  buyer: Organisation,
  functions: readonly DelegatedFunction[],
  regime: Regime,
): Fix {
  return {
    id: `propose-delegation-to-${buyer.id}`,
    label: `Propose that ${nameOf(giver)} delegates it to ${nameOf(buyer)}`,
    apply(editor, newId) {
      for (const delegated of functions) {
        editor.addRelation({
          id: newId(),
          type: "delegates",
          from: giver.id,
          to: buyer.id,
          function: delegated,
          level: "delegated",
          legalBasis: regime === "england-2012" ? "section-13z" : "section-65z5",
          proposed: true,
        });
      }
    },
  };
}
