import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isNhsBodyOrLocalAuthority, isNhsProvider } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "vat-leakage",
  title: "VAT may not be recoverable",
  summary:
    "A head contract is held outside the NHS and local government, and an NHS provider delivers part of it under a sub-contract that nobody in the NHS or local government buys.",
  basis: "law",
  severities: ["warning"],
  sources: ["Value Added Tax Act 1994, section 41", SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "Among themselves NHS bodies work under VAT rules of their own. Once a body outside that circle stands between the commissioner and the trusts, VAT on their costs may become a real cost that nobody has budgeted for. Ask a VAT adviser before the contract is priced.",
  precedent:
    "Cambridgeshire 2015: VAT that the sub-contractors of UnitingCare could not recover was part of the gap that ended the contract.",

  check(contract, view, report) {
    if (!view.isHeadContract(contract)) return;
    const holders = view.holdersOf(contract);
    if (holders.length === 0 || holders.some(isNhsBodyOrLocalAuthority)) return;
    const leaking = view.contractsUnder(contract).filter((subContract) => {
      if (!view.holdersOf(subContract).some(isNhsProvider)) return false;
      const buyers = view.buyersOf(subContract);
      return buyers.length > 0 && !buyers.some(isNhsBodyOrLocalAuthority);
    });
    if (leaking.length === 0) return;
    const trusts = view.inDocumentOrder(
      leaking.flatMap((subContract) => view.holdersOf(subContract).filter(isNhsProvider)),
    );
    report({
      severity: "warning",
      subjects: [contract, holders, leaking],
      message: `${atStart(nameOf(contract))} is held by ${namesOf(holders)}, outside the NHS and local government, and part of it is delivered by ${namesOf(trusts)} under ${namesOf(leaking)}. The VAT on that part may not be recoverable.`,
    });
  },
};
