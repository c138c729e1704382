import type { MapElement, Organisation } from "../model/element.ts";
import { isCommissionerKind, isProviderKind } from "../model/organisationKind.ts";
import type { Relation } from "../model/relation.ts";
import { isVehicle } from "../model/words.ts";

/** Tiers from above to below; sub-contracts and their buyers lie in pairs of tiers between `HOLDERS` and `PROVIDERS`. */
const COMMISSIONERS = 0;
const CONTRACTS = 10;
const HOLDERS = 15;
const CONTRACT_STEP = 10;
const DEEPEST = 8;
const PROVIDERS = 1000;
/** How far below those who pay into it a fund lies: above the tier that follows. */
const FUND_BELOW = 2;

/**
 * In which tier of a tidy map each element belongs: a smaller number lies above. Commissioners, their contracts, who holds these
 * and lets sub-contracts (and joint vehicles), the sub-contracts, and the providers. A fund lies just below those who pay into it.
 * Boards, notes and places have no tier of their own.
 */
export function tiersOf(
  elements: readonly MapElement[],
  relations: readonly Relation[],
): ReadonlyMap<string, number> {
  const depths = contractDepths(elements, relations);
  const ties = tiesOf(relations);
  const tiers = new Map<string, number>();
  for (const [id, depth] of depths) tiers.set(id, CONTRACTS + depth * CONTRACT_STEP);
  for (const element of elements) {
    if (element.type === "organisation") tiers.set(element.id, organisationTier(element, ties, depths));
  }
  for (const element of elements) {
    if (element.type === "fund") tiers.set(element.id, fundTier(element.id, relations, tiers));
  }
  return tiers;
}

/** How deep below a head contract each contract is let: 0 for those that are let under no other. */
function contractDepths(
  elements: readonly MapElement[],
  relations: readonly Relation[],
): ReadonlyMap<string, number> {
  const parents = new Map<string, string[]>();
  for (const { type, from, to } of relations)
    if (type === "under") parents.set(from, [...(parents.get(from) ?? []), to]);
  const depths = new Map<string, number>();
  const depthOf = (id: string, isSub: boolean, path: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const above = (parents.get(id) ?? []).filter((parent) => !path.has(parent));
    if (path.size > DEEPEST || above.length === 0) return isSub ? 1 : 0;
    const onPath = new Set([...path, id]);
    return Math.min(DEEPEST, 1 + Math.max(...above.map((parent) => depthOf(parent, false, onPath))));
  };
  for (const element of elements) {
    if (element.type !== "contract") continue;
    depths.set(element.id, depthOf(element.id, element.kind === "sub-contract", new Set([element.id])));
  }
  return depths;
}

interface Ties {
  readonly commissioned: ReadonlyMap<string, readonly string[]>;
  readonly held: ReadonlyMap<string, readonly string[]>;
  readonly payers: ReadonlySet<string>;
  readonly paid: ReadonlySet<string>;
  readonly owned: ReadonlySet<string>;
}

function tiesOf(relations: readonly Relation[]): Ties {
  const commissioned = new Map<string, string[]>();
  const held = new Map<string, string[]>();
  const payers = new Set<string>();
  const paid = new Set<string>();
  const owned = new Set<string>();
  for (const { type, from, to } of relations) {
    if (type === "commissions") commissioned.set(from, [...(commissioned.get(from) ?? []), to]);
    else if (type === "holds") held.set(from, [...(held.get(from) ?? []), to]);
    else if (type === "pays") {
      payers.add(from);
      paid.add(to);
    } else if (type === "owns") owned.add(to);
  }
  return { commissioned, held, payers, paid, owned };
}

function organisationTier(
  organisation: Organisation,
  ties: Ties,
  depths: ReadonlyMap<string, number>,
): number {
  const { id, kind } = organisation;
  const held = (ties.held.get(id) ?? []).map((contract) => depths.get(contract) ?? 0);
  const let_ = (ties.commissioned.get(id) ?? []).map((contract) => depths.get(contract) ?? 0);
  const isBelowContract = held.length > 0 || ties.paid.has(id);
  const buys = let_.length > 0 || ties.payers.has(id);
  if (isCommissionerKind(kind)) return held.length > 0 && !buys ? PROVIDERS : COMMISSIONERS;
  const deepestLet = Math.max(...let_);
  if (held.length > 0 && let_.length > 0 && deepestLet > Math.min(...held))
    return CONTRACTS + (deepestLet - 1) * CONTRACT_STEP + (HOLDERS - CONTRACTS);
  if (isVehicle(organisation)) return HOLDERS;
  if (isProviderKind(kind) || ties.owned.has(id)) return PROVIDERS;
  return buys && !isBelowContract ? COMMISSIONERS : PROVIDERS;
}

function fundTier(id: string, relations: readonly Relation[], tiers: ReadonlyMap<string, number>): number {
  const feeders = relations
    .filter(({ type, to }) => to === id && (type === "pays" || type === "hosts"))
    .flatMap(({ from }) => tiers.get(from) ?? []);
  const lowest = feeders.length === 0 ? COMMISSIONERS : Math.min(...feeders);
  return lowest + FUND_BELOW;
}
