import type { Contract } from "../model/element.ts";

/** Whether the terms of a contract are still open: nobody has said that it was awarded. What is signed is a fact that no click changes. */
export function isNotYetLet({ status }: Contract): boolean {
  return status === undefined || status === "proposed" || status === "in-procurement";
}
