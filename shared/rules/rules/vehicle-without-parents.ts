import type { Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule<"organisation"> = {
  id: "vehicle-without-parents",
  title: "A joint venture that nobody owns",
  summary: "A joint venture has no parent on the map.",
  basis: "completeness",
  severities: ["warning"],
  sources: [],
  regimes: REGIMES,
  on: "organisation",
  why: "Who owns a joint venture decides who stands behind it when it makes a loss. Until its parents are drawn, nobody can ask them for a guarantee, and the rules about guarantees cannot look at it.",

  check(vehicle, view, report) {
    if (vehicle.kind !== "joint-venture" || view.parentsOf(vehicle).length > 0) return;
    report({
      severity: "warning",
      subjects: [vehicle],
      message: `${atStart(nameOf(vehicle))} is drawn as a joint venture, but nobody on this map owns it.`,
    });
  },

  fixes({ subjects }, view) {
    const vehicle = view.organisation(subjects[0]);
    if (!vehicle) return [];
    const members = view.membersOf(vehicle).filter((member) => member !== vehicle);
    const owned = allOwnedBy(vehicle, view);
    // A member that it owns itself would make a circle of ownership.
    if (members.length === 0 || members.some((member) => owned.has(member))) return [];
    return [letMembersOwn(vehicle, members, view)];
  },
};

/** Its members are the likeliest parents. Where it holds a head contract they would have to stand behind it as well. */
function letMembersOwn(vehicle: Organisation, members: readonly Organisation[], view: MapView): Fix {
  const guarantors = new Set(view.guarantorsOf(vehicle));
  const isAtRisk = view.contractsHeldBy(vehicle).some((contract) => view.isHeadContract(contract));
  const needed = isAtRisk ? members.filter((member) => !guarantors.has(member)) : [];
  const does = needed.length > 0 ? ["owns and guarantees", "own and guarantee"] : ["owns", "own"];
  return {
    id: "let-members-own",
    label: `Propose that ${namesOf(members)} ${members.length === 1 ? does[0] : does[1]} it`,
    apply(editor, newId) {
      for (const type of ["owns", "guarantees"] as const) {
        for (const { id } of type === "owns" ? members : needed) {
          editor.addRelation({ id: newId(), type, from: id, to: vehicle.id, proposed: true });
        }
      }
    },
  };
}

function allOwnedBy(owner: Organisation, view: MapView): ReadonlySet<Organisation> {
  const owned = new Set([owner]);
  for (const organisation of owned) for (const next of view.ownedBy(organisation)) owned.add(next);
  return owned;
}
