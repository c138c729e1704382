import type { Payment } from "../../../shared/model/contractTerms.ts";
import { wordInSentence } from "../../../shared/model/words.ts";
import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const alliance = (hospital: Payment, community: Payment) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [1, 0])
    .contract("contract", "alliance", "Care of older people", [1, 1])
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 2])
    .organisation("community", "nhs-trust", "Anyshire Community Trust", [2, 2])
    .forum("board", "alliance-board", "Anyshire alliance board", [2, 0], { decisionRule: "unanimous" })
    .relate("commissions", "ccg", "contract")
    .relate("holds", "hospital", "contract")
    .relate("holds", "community", "contract")
    .relate("governs", "board", "contract")
    .relate("pays", "ccg", "hospital", {
      payment: hospital,
      label: wordInSentence(hospital),
      contract: "contract",
    })
    .relate("pays", "ccg", "community", {
      payment: community,
      label: wordInSentence(community),
      contract: "contract",
    })
    .map();

export const example: RuleExample = {
  wrong: alliance("activity", "block"),
  right: alliance("capitation", "capitation"),
  remedy: "Both are paid for the people they care for, so that both gain when they keep well.",
};
