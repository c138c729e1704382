import type { RelationType } from "../../../shared/model/relation.ts";

interface Phrase {
  /** Reads from the relation's start: "Cambridgeshire CCG … the contract". */
  readonly forward: string;
  /** Reads from its end. */
  readonly backward: string;
}

const PHRASES: Readonly<Record<RelationType, Phrase>> = {
  commissions: { forward: "commissions", backward: "commissioned by" },
  holds: { forward: "holds", backward: "held by" },
  under: { forward: "let under", backward: "has under it" },
  pays: { forward: "pays", backward: "paid by" },
  owns: { forward: "owns", backward: "owned by" },
  guarantees: { forward: "guarantees", backward: "guaranteed by" },
  delegates: { forward: "delegates to", backward: "receives delegation from" },
  member: { forward: "member of", backward: "has as member" },
  hosts: { forward: "hosts", backward: "hosted by" },
  governs: { forward: "governs", backward: "governed by" },
  partners: { forward: "works with", backward: "works with" },
};

/** The verb of a relation, read from its start (`from`) or from its end (`to`). */
export function relationPhrase(type: RelationType, readFrom: "from" | "to"): string {
  return readFrom === "from" ? PHRASES[type].forward : PHRASES[type].backward;
}

const TYPE_WORDS: Readonly<Record<RelationType, string>> = {
  commissions: "Commissioning",
  holds: "Holding a contract",
  under: "Sub-contract",
  pays: "Payment",
  owns: "Ownership",
  guarantees: "Guarantee",
  delegates: "Delegation",
  member: "Membership",
  hosts: "Hosting",
  governs: "Governance",
  partners: "Partnership",
};

/** What a relation of a type is called. */
export function relationTypeWord(type: RelationType): string {
  return TYPE_WORDS[type];
}

/** What the two ends of a relation are called. A holding is drawn from the contract to its holder: neither end is the one it comes from. */
export function endWords(type: RelationType): readonly [start: string, end: string] {
  if (type === "holds") return ["Holder", "Contract"];
  return type === "partners" ? ["Between", "And"] : ["From", "To"];
}
