import type { ASSURANCE_STEPS } from "../../model/contractTerms.ts";
import type { Contract } from "../../model/element.ts";
import { wordInSentence } from "../../model/words.ts";
import { atStart, nameOf, withArticle } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCapitated } from "../terms.ts";

const IN_FORCE_FROM = "2016-11-01";

type Step = (typeof ASSURANCE_STEPS)[number];
const BEFORE_PROCUREMENT: readonly Step[] = ["early-engagement", "checkpoint-1"];
const STEPS_BY_STATUS: Partial<Record<NonNullable<Contract["status"]>, readonly Step[]>> = {
  "in-procurement": BEFORE_PROCUREMENT,
  awarded: [...BEFORE_PROCUREMENT, "checkpoint-2"],
  live: [...BEFORE_PROCUREMENT, "checkpoint-2", "checkpoint-3"],
};

export const rule: Rule<"contract"> = {
  id: "assurance-missing",
  title: "National assurance is not recorded",
  summary:
    "A novel head contract dated 1 November 2016 or later has come further than the steps of national assurance recorded for it.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.routeMap2017],
  regimes: ["england-2012"],
  on: "contract",
  why: "National bodies look at novel contracts step by step: while the case for change is made, before the procurement, at preferred bidder and before services start. A contract that goes ahead without them may be stopped late, when much has been spent on it.",
  precedent:
    "Cambridgeshire 2015: the integrated support and assurance process was brought in after the UnitingCare contract collapsed.",

  check(contract, view, report) {
    const { kind, status, assurance } = contract;
    const due = status && STEPS_BY_STATUS[status];
    if (!due || !isNovel(contract) || (view.dateOf(contract) ?? "") < IN_FORCE_FROM) return;
    const missing = due.filter((step) => !assurance?.includes(step));
    if (missing.length === 0 || !view.isHeadContract(contract) || view.isEnded(contract)) return;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${atStart(nameOf(contract))}, ${withArticle(kindWords(contract))}, is ${wordInSentence(status)}, but of the integrated support and assurance process ${stepsInWords(missing)} not recorded.`,
      facts: { kind, status, missing },
    });
  },
};

function isNovel(contract: Contract): boolean {
  return isNovelKind(contract.kind) || isCapitated(contract);
}

function isNovelKind(kind: Contract["kind"]): boolean {
  return (
    kind === "alliance" ||
    kind === "integrated-health-organisation" ||
    kind.startsWith("prime-") ||
    kind.startsWith("mcp-")
  );
}

function kindWords({ kind }: Contract): string {
  if (kind === "alliance") return "alliance contract";
  return isNovelKind(kind) ? wordInSentence(kind) : "capitated contract";
}

function stepsInWords(steps: readonly Step[]): string {
  const words = steps.map((step) => wordInSentence(step));
  const last = words.pop() ?? "";
  return words.length === 0 ? `${last} is` : `${words.join(", ")} and ${last} are`;
}
