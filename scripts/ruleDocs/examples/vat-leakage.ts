import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const chain = (holder: "company" | "trust") => {
  const supplier = holder === "company" ? "trust" : "company";
  const rows = { [holder]: 0, [supplier]: 1 } as Record<"company" | "trust", number>;
  return new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-contractor", "Bone and joint care", [1, 0])
    .contract("part", "sub-contract", "Joint operations", [1, 1])
    .organisation("company", "independent-provider", "Anyshire Clinics Ltd", [2, rows.company])
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [2, rows.trust])
    .relate("commissions", "ccg", "contract")
    .relate("holds", holder, "contract")
    .relate("under", "part", "contract")
    .relate("commissions", holder, "part")
    .relate("holds", supplier, "part")
    .map();
};

export const example: RuleExample = {
  wrong: chain("company"),
  right: chain("trust"),
  remedy: "The trust holds the contract and buys the operations from the company.",
};
