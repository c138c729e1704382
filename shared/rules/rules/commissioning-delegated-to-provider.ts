import type { Organisation } from "../../model/element.ts";
import type { RelationOf } from "../../model/relation.ts";
import { REGIMES, type Regime } from "../../model/systemMap.ts";
import { delegatedFunction } from "../delegatedFunction.ts";
import type { Fix } from "../finding.ts";
import { atStart, nameOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import { proposeSeat } from "../proposeSeat.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCommissioner, isNhsCommissioner, isNhsProvider, isProvider } from "../terms.ts";

type Delegation = RelationOf<"delegates">;

export const rule: Rule<"organisation"> = {
  id: "commissioning-delegated-to-provider",
  title: "Commissioning is delegated to a provider",
  summary:
    "A commissioner shares NHS or primary care commissioning with a provider, delegates it or devolves it.",
  basis: "law",
  severities: ["error"],
  sources: [
    "National Health Service Act 2006 as amended in 2012, and its section 65Z5 as inserted in 2022",
    SOURCES.dacBeachcroft2016,
    SOURCES.routeMap2017,
  ],
  regimes: REGIMES,
  on: "organisation",
  why: "What a commissioner decides about need, money and who provides is its own to answer for. A provider that decides it instead buys from itself. Tactical tasks, such as designing services or managing a supply chain, may pass to a provider by contract. Since 2022 an NHS trust or foundation trust may take on commissioning under section 65Z5.",
  precedent:
    "Salford 2016: what moved to the trust were social care functions of the council; NHS commissioning stayed with the joint committee.",

  check(receiver, view, report) {
    if (!isProvider(receiver)) return;
    for (const delegation of view.delegationsTo(receiver)) {
      if (!isCommissioning(delegation) || isAllowedSince2022(delegation, receiver, view.regime)) continue;
      const giver = view.organisation(delegation.from);
      const passes = saysHow(delegation, delegatedFunction(delegation), nameOf(receiver));
      if (!giver || !isCommissioner(giver) || passes === undefined) continue;
      report({
        severity: "error",
        subjects: [receiver, delegation, giver],
        message: `${atStart(nameOf(giver))} ${passes}, a provider. ${whatItMayBreach(receiver, view.regime)}`,
        facts: { function: delegation.function ?? null, level: delegation.level ?? null },
      });
    }
  },

  fixes({ subjects }, view) {
    const receiver = view.organisation(subjects[0]);
    const delegation = receiver && view.delegationsTo(receiver).find(({ id }) => id === subjects[1]);
    const giver = view.organisation(delegation?.from);
    if (!receiver || !delegation || !giver) return [];
    const canUseSection65z5 =
      view.regime === "england-2022" && isNhsProvider(receiver) && isNhsCommissioner(giver);
    return [proposeSeat(delegation), ...(canUseSection65z5 ? [proposeSection65z5(delegation)] : [])];
  },
};

/** Undefined for a seat at the table, and where no level is stated: nothing says then that decisions pass. */
function saysHow({ level }: Delegation, what: string, receiver: string): string | undefined {
  switch (level) {
    case "joint":
      return `shares ${what} with ${receiver}`;
    case "delegated":
      return `delegates ${what} to ${receiver}`;
    case "devolved":
      return `devolves ${what} to ${receiver}`;
    default:
      return undefined;
  }
}

function isCommissioning({ function: delegated }: Delegation): boolean {
  return delegated === "nhs-commissioning" || delegated === "primary-care-commissioning";
}

function isAllowedSince2022({ legalBasis }: Delegation, receiver: Organisation, regime: Regime): boolean {
  return regime === "england-2022" && legalBasis === "section-65z5" && isNhsProvider(receiver);
}

function whatItMayBreach(receiver: Organisation, regime: Regime): string {
  if (regime === "england-2012")
    return "This may breach the NHS Act 2006 as amended in 2012, which leaves these decisions with commissioners.";
  return isNhsProvider(receiver)
    ? "Unless it is done under section 65Z5 of the NHS Act 2006, this may breach the Act."
    : "This may breach the NHS Act 2006, whose section 65Z5 opens it to NHS trusts and foundation trusts only.";
}

/** Section 65Z5 is about passing a function on, not about giving it away for good. */
function proposeSection65z5({ id, level }: Delegation): Fix {
  return {
    id: "propose-section-65z5",
    label: "Propose a delegation under section 65Z5",
    apply: (editor) =>
      proposeChange(editor, id, {
        legalBasis: "section-65z5",
        level: level === "joint" ? "joint" : "delegated",
      }),
  };
}
