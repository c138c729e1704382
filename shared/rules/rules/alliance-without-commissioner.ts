import { REGIMES } from "../../model/systemMap.ts";
import { isCurrentAlliance } from "../allianceParties.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import { proposeBuyers } from "../proposeBuyers.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCommissioner } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "alliance-without-commissioner",
  title: "An alliance without a commissioner",
  summary: "No commissioner buys an alliance contract.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "In an alliance contract commissioner and providers sign one agreement and share risk and reward. Without a commissioner in it nobody brings the public’s money and nobody answers for the services to the public: it is then an agreement among providers, and better drawn as one.",
  precedent:
    "Salford 2016: two trusts share risk and reward under the contract that one of them holds. No commissioner is part of it, so it is a partnership of providers and not an alliance contract.",

  check(contract, view, report) {
    if (!isCurrentAlliance(contract, view)) return;
    if (view.buyersOf(contract).some(isCommissioner)) return;
    const buyers = view.directBuyersOf(contract);
    const who =
      buyers.length === 0
        ? "nobody on this map commissions it"
        : `it is commissioned by ${namesOf(buyers)}, and no commissioner is part of it`;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${atStart(nameOf(contract))} is an alliance contract, but ${who}.`,
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    return contract ? proposeBuyers(contract, view) : [];
  },
};
