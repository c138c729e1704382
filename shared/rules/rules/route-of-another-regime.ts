import { longDate } from "../../drawing/dateWords.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordFor } from "../../model/words.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { hasClosedRoute } from "../selectionRegime.ts";
import { SOURCES } from "../sources.ts";
import { isCommissioner } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "route-of-another-regime",
  title: "A procurement route of another time",
  summary:
    "A contract names a procurement route of another time: one of the Provider Selection Regime on a map of the Act of 2012, or an older one for health services from 1 January 2024.",
  basis: "regulation",
  severities: ["error", "warning"],
  sources: [SOURCES.providerSelectionRegime2023],
  regimes: REGIMES,
  on: "contract",
  why: "Since 1 January 2024 commissioners of health services in England choose providers by the routes of the Provider Selection Regime, and by no other. An award by a route that is not open may be challenged.",

  check(contract, view, report) {
    const { procurement, start } = contract;
    if (procurement === undefined) return;
    const isTooEarly = view.regime === "england-2012" && procurement.startsWith("psr-");
    const isTooLate = hasClosedRoute(contract, view.regime);
    if ((!isTooEarly && !isTooLate) || view.isEnded(contract)) return;
    if (isTooLate && !view.buyersOf(contract).some(isCommissioner)) return;
    const named = `${atStart(nameOf(contract))} names the route “${wordFor(procurement)}”`;
    if (isTooEarly) {
      report({
        severity: "error",
        subjects: [contract],
        message: `${named}, which came in on 1 January 2024. The map is drawn under the Health and Social Care Act 2012, so such an award may breach the regulations of its time.`,
        facts: { procurement },
      });
    } else if (start === undefined) {
      report({
        severity: "warning",
        basis: "completeness",
        subjects: [contract],
        message: `${named}, and when it starts is not stated. From 1 January 2024 only the routes of the Provider Selection Regime are open for health services.`,
        facts: { procurement },
      });
    } else {
      report({
        severity: "error",
        subjects: [contract],
        message: `${named} and starts on ${longDate(start)}. For health services from 1 January 2024, a route that is not one of the Provider Selection Regime may breach its regulations.`,
        facts: { procurement, start },
      });
    }
  },
};
