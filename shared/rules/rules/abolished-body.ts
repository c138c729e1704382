import { longDate } from "../../drawing/dateWords.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";

const abolishedOn = "2022-07-01";

export const rule: Rule<"organisation"> = {
  id: "abolished-body",
  title: "A body that no longer exists",
  summary:
    "A clinical commissioning group stands on a map dated 1 July 2022 or later; such groups were abolished on that day.",
  basis: "law",
  severities: ["error"],
  sources: ["Health and Care Act 2022, section 19 (in force from 1 July 2022: SI 2022/734)"],
  regimes: ["england-2022"],
  on: "organisation",
  why: "Integrated care boards took over what clinical commissioning groups did. A body that does not exist can sign nothing, pay nothing and delegate nothing, so whatever the map hangs on it has no owner.",

  check(organisation, view, report) {
    const { asOf } = view;
    if (organisation.kind !== "ccg" || asOf === undefined || asOf < abolishedOn) return;
    report({
      severity: "error",
      subjects: [organisation],
      message: `${atStart(nameOf(organisation))} is a clinical commissioning group, and the map shows ${longDate(asOf)}. Such groups were abolished on ${longDate(abolishedOn)}, so what it does here may have no basis in law.`,
      facts: { asOf },
    });
  },

  fixes({ subjects: [id] }) {
    if (id === undefined) return [];
    return [
      {
        id: "set-kind-icb",
        label: "Set its kind to integrated care board",
        apply: (editor) => editor.setField(id, "kind", "icb"),
      },
    ];
  },
};
