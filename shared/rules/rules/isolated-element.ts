import { REGIMES } from "../../model/systemMap.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule<"element"> = {
  id: "isolated-element",
  title: "Connected to nothing",
  summary: "An organisation, contract, fund or forum has no relation to anything.",
  basis: "completeness",
  severities: ["info"],
  sources: [],
  regimes: REGIMES,
  on: "element",
  why: "A card without a line says nothing about how the system works, and no other rule can look at it.",

  check(element, view, report) {
    if (element.type === "note" || element.type === "place" || view.isConnected(element)) return;
    report({
      severity: "info",
      subjects: [element],
      message: `${atStart(nameOf(element))} is connected to nothing on this map.`,
    });
  },
};
