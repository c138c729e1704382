import type { Contract } from "../model/element.ts";
import type { Fix } from "./finding.ts";
import { isNotYetLet } from "./isNotYetLet.ts";
import { proposeChange } from "./proposeChange.ts";

/** Proposes that core general practice stays out of a contract, and with the practices’ own. Not once the contract is let. */
export function leaveCoreCareOut(contract: Contract): readonly Fix[] {
  if (!isNotYetLet(contract)) return [];
  const services = contract.services?.filter((service) => service !== "core-primary-care") ?? [];
  return [
    {
      id: "leave-core-care-out",
      label: "Propose to leave core primary care out of it",
      apply: (editor) => proposeChange(editor, contract.id, { services }),
    },
  ];
}
