import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { addsUpToWhole, statedShares, totalPercent } from "../shares.ts";

export const rule: Rule<"organisation"> = {
  id: "shares-not-100",
  title: "The shares do not add up",
  summary: "Every owner of a vehicle states its share, and the shares do not add up to 100%.",
  basis: "completeness",
  severities: ["error"],
  sources: [],
  regimes: REGIMES,
  on: "organisation",
  why: "What each parent owns mostly decides what it gains, what it loses and what it is asked to guarantee. Shares that do not add up hide an owner, or count one twice.",

  check(vehicle, view, report) {
    if (!view.isVehicle(vehicle)) return;
    const shares = statedShares(view.ownershipsOf(vehicle));
    if (!shares || addsUpToWhole(shares)) return;
    const total = totalPercent(shares);
    const owners = view.parentsOf(vehicle);
    report({
      severity: "error",
      subjects: [vehicle],
      message:
        owners.length === 1
          ? `${atStart(namesOf(owners))} is drawn as the only owner of ${nameOf(vehicle)}, with a share of ${total}%.`
          : `${atStart(namesOf(owners))} are drawn as owning ${total}% of ${nameOf(vehicle)} between them, not 100%.`,
      facts: { percent: total },
    });
  },
};
