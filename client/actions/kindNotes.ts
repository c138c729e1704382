import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { Organisation } from "../../shared/model/element.ts";
import { legalFormOf } from "../../shared/model/legalForm.ts";
import {
  isCommissionerKind,
  isProviderKind,
  ORGANISATION_KINDS,
  type OrganisationKind,
} from "../../shared/model/organisationKind.ts";
import type { Relation, RelationType } from "../../shared/model/relation.ts";
import type { Regime } from "../../shared/model/systemMap.ts";
import { isVehicle, wordFor } from "../../shared/model/words.ts";

const ONLY_UNDER: Partial<Record<OrganisationKind, Regime>> = {
  ccg: "england-2012",
  icb: "england-2022",
};

/** What would no longer fit an organisation of another kind, a sentence for each; everything is kept as it is drawn. */
export function kindNotes(snapshot: Snapshot, organisation: Organisation, kind: string): readonly string[] {
  const next = ORGANISATION_KINDS.find((each) => each === kind);
  if (next === undefined || next === organisation.kind) return [];
  const [before, after] = [organisation, { ...organisation, kind: next }];
  const relations = snapshot.map.relations.filter(
    ({ from, to }) => from === organisation.id || to === organisation.id,
  );
  const leaving = (type: RelationType) =>
    relations.filter((each: Relation) => each.type === type && each.from === organisation.id).length;
  const coming = (type: RelationType) =>
    relations.filter((each: Relation) => each.type === type && each.to === organisation.id).length;
  const word = wordFor(next, "kind");
  const regime = ONLY_UNDER[next];
  const isBuyerNoMore = isCommissionerKind(before.kind) && !isCommissionerKind(next);
  const isDelivererNoMore = !isCommissionerKind(before.kind) && isCommissionerKind(next);
  return [
    regime !== undefined &&
      regime !== snapshot.map.regime &&
      `A body of the kind “${word}” does not exist under the Act of this map.`,
    isBuyerNoMore &&
      leaving("commissions") > 0 &&
      `It commissions ${contracts(leaving("commissions"))}; commissioners do that.`,
    isBuyerNoMore &&
      leaving("delegates") > 0 &&
      `It delegates ${counted(leaving("delegates"), "function")}; commissioners do that.`,
    isDelivererNoMore &&
      leaving("holds") > 0 &&
      `It holds ${contracts(leaving("holds"))}; commissioners buy and do not hold.`,
    !isProviderKind(next) &&
      (organisation.services?.length ?? 0) > 0 &&
      isProviderKind(before.kind) &&
      "It states services that it delivers itself.",
    isVehicle(before) &&
      !isVehicle(after) &&
      coming("owns") > 0 &&
      `It has ${counted(coming("owns"), "owner")}; a vehicle has owners.`,
    clashingForm(organisation, next),
  ].filter((note) => typeof note === "string");
}

/** A legal form that is stated stays, also where the new kind settles another. */
function clashingForm(organisation: Organisation, kind: OrganisationKind): string | undefined {
  const { legalForm } = organisation;
  const settled = legalFormOf({ kind });
  if (legalForm === undefined || settled === undefined || settled === legalForm) return undefined;
  return `Its legal form stays “${wordFor(legalForm, "legalForm")}”, as stated; this kind is “${wordFor(settled, "legalForm")}”.`;
}

function contracts(count: number): string {
  return counted(count, "contract");
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
