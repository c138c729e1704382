import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const partnership = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0])
    .organisation("llp", "joint-venture", "Anyshire Care LLP", [1, 1], { legalForm: "llp" })
    .contract("part", "sub-contract", "Rapid response at home", [2, 1])
    .organisation("trust", "foundation-trust", "Anyshire Community Trust", [1, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "llp", "contract")
    .relate("under", "part", "contract")
    .relate("commissions", "llp", "part")
    .relate("owns", "trust", "llp")
    .relate("guarantees", "trust", "llp");

export const example: RuleExample = {
  wrong: partnership().relate("holds", "trust", "part").map(),
  right: partnership()
    .organisation("charity", "voluntary-organisation", "Anyshire Home Nurses", [2, 2])
    .relate("holds", "charity", "part")
    .map(),
  remedy: "A body that does not own the partnership delivers the part.",
};
