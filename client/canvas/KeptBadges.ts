import { type Badges, findingBadges } from "../../shared/drawing/findingBadges.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

/** The badges of all elements and relations. What has the same badges after a check keeps them, and is not drawn again. */
export class KeptBadges {
  #byId: ReadonlyMap<string, Badges> = new Map();

  /** The badges by id; the same map where none is different. */
  update(findings: readonly CheckedFinding[]): ReadonlyMap<string, Badges> {
    const badges = new Map(findingBadges(findings));
    let isSame = badges.size === this.#byId.size;
    for (const [id, now] of badges) {
      const before = this.#byId.get(id);
      if (before !== undefined && areSame(before, now)) badges.set(id, before);
      else isSame = false;
    }
    if (!isSame) this.#byId = badges;
    return this.#byId;
  }
}

function areSame(one: Badges, other: Badges): boolean {
  return (
    one.length === other.length &&
    one.every((badge, index) => badge.kind === other[index]?.kind && badge.count === other[index]?.count)
  );
}
