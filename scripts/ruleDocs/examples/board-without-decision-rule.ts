import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const jointlyBought = (rule: { decisionRule?: "consensus" }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .forum("committee", "joint-committee", "Anyshire joint committee", [1, 0], rule)
    .organisation("council", "local-authority", "Anyshire Council", [2, 0])
    .contract("contract", "nhs-standard", "Learning disability care", [1, 1])
    .organisation("trust", "foundation-trust", "Anyshire Mental Health", [2, 1])
    .relate("member", "ccg", "committee")
    .relate("member", "council", "committee")
    .relate("commissions", "committee", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: jointlyBought({}),
  right: jointlyBought({ decisionRule: "consensus" }),
  remedy: "Both members have settled that the committee decides by consensus.",
};
