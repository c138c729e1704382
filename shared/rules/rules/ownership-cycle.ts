import { REGIMES } from "../../model/systemMap.ts";
import { circlesAlong, closingLines, type Line } from "../circles.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { addsUpToWhole, statedShares } from "../shares.ts";

export const rule: Rule<"map"> = {
  id: "ownership-cycle",
  title: "Owners of one another in a circle",
  summary: "Organisations are drawn as owning one another in a circle, or one as owning itself.",
  basis: "completeness",
  severities: ["error"],
  sources: [],
  regimes: REGIMES,
  on: "map",
  why: "Behind every vehicle stands somebody who bears its losses in the end. As drawn, each of these is owned by the others and nobody is behind them.",

  check(map, view, report) {
    for (const ids of circlesAlong(map.relationsOfType("owns"))) {
      const circle = ids.flatMap((id) => view.organisation(id) ?? []);
      const names = atStart(namesOf(view.inDocumentOrder(circle)));
      report({
        severity: "error",
        subjects: [circle],
        message:
          circle.length === 1
            ? `${names} is drawn as owning itself.`
            : `${names} are drawn as owning one another in a circle, so nobody stands behind them.`,
      });
    }
  },

  fixes({ subjects }, view) {
    const circle = subjects.flatMap((id) => view.organisation(id) ?? []);
    return closingLines(circle, view.relationsOfType("owns")).flatMap((line) => removeLine(line, view) ?? []);
  },
};

function removeLine({ from, to, relations }: Line, view: MapView): Fix | undefined {
  const owner = view.organisation(from);
  const owned = view.organisation(to);
  if (!owner || !owned) return undefined;
  const remaining = statedShares(view.ownershipsOf(owned).filter((share) => share.from !== from));
  // The shares that are left would then not add up, which is another fault.
  if (remaining && !addsUpToWhole(remaining)) return undefined;
  return {
    id: `remove-${from}-owns-${to}`,
    label:
      owner === owned
        ? `Remove the line from ${nameOf(owner)} to itself`
        : `Remove the line that says that ${nameOf(owner)} owns ${nameOf(owned)}`,
    apply: (editor) => editor.remove(relations),
  };
}
