import type { Contract, Organisation } from "../../model/element.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES, type Regime } from "../../model/systemMap.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf } from "../naming.ts";
import { proposeSeat } from "../proposeSeat.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isNhsCommissioner, isProvider } from "../terms.ts";

type Delegation = RelationOf<"delegates">;
const mostCandidates = 3;

const sections: Readonly<Record<Regime, string>> = {
  "england-2012": "section 14Z2 of the NHS Act 2006",
  "england-2022": "section 14Z45 of the NHS Act 2006",
};

export const rule: Rule<"element"> = {
  id: "public-involvement-delegated",
  title: "The duty to involve the public is passed on",
  summary:
    "Public involvement is delegated to a provider, or a contract names a provider as the one that carries the duty.",
  basis: "law",
  severities: ["error"],
  sources: [
    "National Health Service Act 2006, section 14Z2 (as inserted in 2012) and section 14Z45 (as inserted in 2022)",
    SOURCES.kingsFund2014,
  ],
  regimes: REGIMES,
  on: "element",
  why: "Those who commission care have to involve the people who use it, and cannot pass that duty on. Providers can do the work of asking, and NHS providers have a duty of their own; but if the commissioner leaves it at that, the decisions that follow can be taken to court.",
  precedent:
    "Staffordshire 2014: the prime contractors were to manage the contracts, but consulting the public stayed with the four clinical commissioning groups.",

  check(element, view, report) {
    if (element.type === "contract") {
      const provider = providerThatConsults(element, view);
      if (!provider || view.isEnded(element)) return;
      report({
        severity: "error",
        subjects: [provider, element],
        message: `${atStart(nameOf(element))} names ${nameOf(provider)}, a provider, as the one that carries the duty to involve the public. ${whatItMayBreach(view.regime)}`,
      });
    } else if (isProvider(element)) {
      for (const delegation of view.delegationsTo(element)) {
        const giver = passesInvolvement(delegation) ? view.organisation(delegation.from) : undefined;
        if (!giver) continue;
        report({
          severity: "error",
          subjects: [element, delegation],
          message: `${atStart(nameOf(giver))} passes public involvement to ${nameOf(element)}, a provider. ${whatItMayBreach(view.regime)}`,
        });
      }
    }
  },

  fixes({ subjects: [id, via] }, view) {
    const contract = view.contract(via);
    if (contract)
      return view
        .buyersOf(contract)
        .filter(isNhsCommissioner)
        .slice(0, mostCandidates)
        .map((buyer) => leaveWith(buyer, contract));
    const provider = view.organisation(id);
    const delegation = provider && view.delegationsTo(provider).find((one) => one.id === via);
    return delegation ? [proposeSeat(delegation)] : [];
  },
};

function providerThatConsults({ consultation }: Contract, view: MapView): Organisation | undefined {
  const named = view.organisation(consultation);
  return named && isProvider(named) ? named : undefined;
}

/** A line without a level counts as passed on: nothing on it says that the giver keeps a part. */
function passesInvolvement({ function: delegated, level }: Delegation): boolean {
  return delegated === "public-involvement" && level !== "seat" && level !== "joint";
}

function whatItMayBreach(regime: Regime): string {
  return `The duty stays with the commissioner, so this may breach ${sections[regime]}.`;
}

/** No agreement is recorded here: by law the duty has been with the commissioner all along. */
function leaveWith(buyer: Organisation, contract: Contract): Fix {
  return {
    id: `leave-with-${buyer.id}`,
    label: `State that ${nameOf(buyer)} carries the duty`,
    apply: (editor) => editor.setField(contract.id, "consultation", buyer.id),
  };
}
