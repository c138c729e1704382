import type { ConnectionChoice } from "./connectionChoices.ts";

const KINDS: Readonly<Record<ConnectionChoice["makes"], string>> = {
  contract: "Contract",
  commissions: "Commissions",
  holds: "Holds",
  under: "Let under",
  pays: "Money flow",
  owns: "Ownership",
  guarantees: "Guarantee",
  delegates: "Delegation",
  member: "Membership",
  hosts: "Hosts",
  governs: "Governs",
  partners: "Works with",
};

/** What a kind of connection is called in a list: "Money flow", "Ownership". */
export function connectionWord(makes: ConnectionChoice["makes"]): string {
  return KINDS[makes];
}
