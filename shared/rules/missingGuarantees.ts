import type { Contract, Organisation } from "../model/element.ts";
import type { Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";

/** The parents of a vehicle that guarantee neither it nor the contract. */
export function parentsWithoutGuarantee(
  vehicle: Organisation,
  contract: Contract,
  view: MapView,
): readonly Organisation[] {
  const parents = view.parentsOf(vehicle);
  if (parents.length === 0) return parents;
  const guarantors = new Set([...view.guarantorsOf(vehicle), ...view.guarantorsOf(contract)]);
  return parents.filter((parent) => !guarantors.has(parent));
}

/** Proposes that each of these organisations guarantees the vehicle. */
export function proposeGuarantees(
  guarantors: readonly Organisation[],
  vehicle: Organisation,
  label = labelForMissing(guarantors.length),
): Fix {
  return {
    id: `propose-guarantees-of-${vehicle.id}`,
    label,
    apply(editor, newId) {
      for (const { id } of guarantors) {
        editor.addRelation({ id: newId(), type: "guarantees", from: id, to: vehicle.id, proposed: true });
      }
    },
  };
}

function labelForMissing(count: number): string {
  if (count === 1) return "Propose the missing guarantee";
  return count === 2 ? "Propose both guarantees" : `Propose all ${count} guarantees`;
}
