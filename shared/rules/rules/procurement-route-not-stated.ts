import type { Contract } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SELECTION_REGIME_FROM } from "../selectionRegime.ts";
import { SOURCES } from "../sources.ts";
import { coversHealth } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "procurement-route-not-stated",
  title: "How it was procured is not stated",
  summary: "A head contract is awarded or live, and the route by which it was procured is not stated.",
  basis: "guidance",
  severities: ["error", "warning"],
  sources: [SOURCES.providerSelectionRegime2023, SOURCES.dacBeachcroft2016],
  regimes: REGIMES,
  on: "contract",
  why: "How a contract was let decides who may challenge it and until when. A commissioner that cannot name the route cannot defend the award. For health services the Provider Selection Regime lists the routes, and asks for a record of the choice.",

  check(contract, view, report) {
    const { kind, status, procurement } = contract;
    if (status !== "awarded" && status !== "live") return;
    const isNone = procurement === "none" && view.regime === "england-2022";
    if ((procurement !== undefined && !isNone) || kind === "grant" || kind === "section-75-provision") return;
    if (!view.isHeadContract(contract) || view.isEnded(contract)) return;
    const what = isNone ? "it is drawn as let without a procurement" : "how it was procured is not stated";
    const found = { subjects: [contract], facts: isNone ? { status, procurement } : { status } };
    const name = atStart(nameOf(contract));
    if (isInSelectionRegime(contract, view)) {
      report({
        ...found,
        facts: { ...found.facts, coversHealth: true },
        severity: "error",
        basis: "regulation",
        message: `${name} is ${wordInSentence(status)} and covers health services, and ${what}. Since 1 January 2024 that may breach the Provider Selection Regime.`,
      });
    } else {
      report({
        ...found,
        severity: "warning",
        message: `${name} is ${wordInSentence(status)}, and ${what}.`,
      });
    }
  },
};

function isInSelectionRegime(contract: Contract, view: MapView): boolean {
  return (
    view.regime === "england-2022" &&
    coversHealth(contract) &&
    (view.dateOf(contract) ?? "") >= SELECTION_REGIME_FROM
  );
}
