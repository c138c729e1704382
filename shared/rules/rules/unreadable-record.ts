import { REGIMES } from "../../model/systemMap.ts";
import type { Rule } from "../rule.ts";

const words = { elements: "An element", relations: "A relation", decisions: "A decision" } as const;

export const rule: Rule<"map"> = {
  id: "unreadable-record",
  title: "Something stored cannot be read",
  summary: "The stored map holds an element, a relation or a decision that does not fit the map format.",
  basis: "completeness",
  severities: ["warning"],
  sources: [],
  regimes: REGIMES,
  on: "map",
  why: "It is kept as it is, but it is neither drawn nor checked nor exported. It may come from another tool or a newer version.",

  check(map, _view, report) {
    for (const { root, id, problem } of map.unreadable) {
      report({
        severity: "warning",
        subjects: [{ id }],
        message: `${words[root]} (“${id}”) is stored on this map but cannot be read: ${problem}`,
        facts: { root, problem },
      });
    }
  },
};
