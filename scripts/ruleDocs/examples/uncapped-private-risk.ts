import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const risky = (terms: { gainSharePercent?: number }, agreed: string) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-contractor", "Bone and joint care", [1, 0], {
      annualValue: 26_000_000,
      riskShare: "two-sided",
      ...terms,
    })
    .organisation("company", "independent-provider", "Anyshire Clinics Ltd", [2, 0], {
      legalForm: "limited-by-shares",
    })
    .note("agreed", agreed, [1, 0.58])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "company", "contract")
    .map();

export const example: RuleExample = {
  wrong: risky({}, "Gain share: not stated."),
  right: risky({ gainSharePercent: 50 }, "Gain share: 50%."),
  remedy: "Half of a gain or a loss goes back to the commissioner: the gain share is stated.",
};
