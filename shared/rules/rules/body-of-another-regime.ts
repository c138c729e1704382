import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule<"organisation"> = {
  id: "body-of-another-regime",
  title: "A body that does not exist yet",
  summary: "An integrated care board stands on a map drawn under the Health and Social Care Act 2012.",
  basis: "law",
  severities: ["error"],
  sources: ["Health and Care Act 2022, section 19 (in force from 1 July 2022: SI 2022/734)"],
  regimes: ["england-2012"],
  on: "organisation",
  why: "Integrated care boards came with the Health and Care Act 2022. Under the Health and Social Care Act 2012 clinical commissioning groups bought local care, with other powers and duties, so the rules would judge this body by a law that does not know it.",

  check(organisation, _view, report) {
    if (organisation.kind !== "icb") return;
    report({
      severity: "error",
      subjects: [organisation],
      message: `${atStart(nameOf(organisation))} is an integrated care board, but the map is drawn under the Health and Social Care Act 2012, which knows clinical commissioning groups only. What it does here may have no basis in law.`,
    });
  },

  fixes({ subjects: [id] }) {
    if (id === undefined) return [];
    return [
      {
        id: "set-kind-ccg",
        label: "Set its kind to clinical commissioning group",
        apply: (editor) => editor.setField(id, "kind", "ccg"),
      },
    ];
  },
};
