import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const payment = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .organisation("hospice", "voluntary-organisation", "Anyshire Hospice", [0, 2])
    .relate("pays", "ccg", "hospice", { annualAmount: 900_000 });

export const example: RuleExample = {
  wrong: payment().map(),
  right: payment()
    .contract("grant", "grant", "Hospice at home", [1, 1])
    .relate("commissions", "ccg", "grant")
    .relate("holds", "hospice", "grant")
    .map(),
  remedy: "The grant under which the hospice is paid is drawn.",
};
