import type { Contract } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { circlesAlong, closingLines, type Line } from "../circles.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { isProvider } from "../terms.ts";

export const rule: Rule<"map"> = {
  id: "contract-cycle",
  title: "Contracts under one another in a circle",
  summary: "Contracts are drawn as let under one another in a circle, or one under itself.",
  basis: "completeness",
  severities: ["error"],
  sources: [],
  regimes: REGIMES,
  on: "map",
  why: "A contract cannot be let under one that is let under it. As drawn, none of them is the head contract, so nobody can see who answers for the whole, and most rules cannot look at any of them.",

  check(map, view, report) {
    const hasEnded = (id: string) => view.isEnded(view.contract(id) as Contract);
    for (const ids of circlesAlong(map.relationsOfType("under"), hasEnded)) {
      const circle = ids.flatMap((id) => view.contract(id) ?? []);
      const names = atStart(namesOf(view.inDocumentOrder(circle)));
      report({
        severity: "error",
        subjects: [circle],
        message:
          circle.length === 1
            ? `${names} is drawn as let under itself.`
            : `${names} are drawn as let under one another in a circle, so none of them is the head contract.`,
      });
    }
  },

  fixes({ subjects }, view) {
    const circle = subjects.flatMap((id) => view.contract(id) ?? []);
    return closingLines(circle, view.relationsOfType("under")).flatMap(
      (line) => removeLine(line, view) ?? [],
    );
  },
};

function removeLine({ from, to, relations }: Line, view: MapView): Fix | undefined {
  const contract = view.contract(from);
  const above = view.contract(to);
  if (!contract || !above || !canStandWithout(contract, above, view)) return undefined;
  return {
    id: `remove-${from}-under-${to}`,
    label:
      contract === above
        ? `Remove the line from ${nameOf(contract)} to itself`
        : `Remove the line that lets ${nameOf(contract)} under ${nameOf(above)}`,
    apply: (editor) => editor.remove(relations),
  };
}

/** Without the line it must not turn into a head contract, or one that a provider lets under nothing: those are asked much more. */
function canStandWithout(contract: Contract, above: Contract, view: MapView): boolean {
  if (contract.kind === "sub-contract" || contract.kind === "memorandum" || contract.kind === "framework")
    return true;
  const isUnderAnother = view.contractsAbove(contract).some((one) => one !== above);
  return isUnderAnother && !view.directBuyersOf(contract).some(isProvider);
}
